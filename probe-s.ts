import { aWorld } from './test/support/world.ts'
const lines: string[] = []
const world = await aWorld({ port: 4410, log: (l) => lines.push(l) })
let bad = 0, n = 0; const end = Date.now() + 25_000
await Promise.all([0, 1, 2, 3].map(async () => { while (Date.now() < end) { n++; const r = await fetch(world.origin + '/favicon.svg'); await r.text(); if (r.status !== 200) bad++ } }))
console.log({ n, bad }, [...new Set(lines.filter((l) => /fail/.test(l)).map((l) => l.slice(0, 300)))]); await world.stop()
