import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { rulesFor } from '../shared/matching/rules.ts'
import { galeShapley } from './gale-shapley.ts'
import { greedy } from './greedy.ts'
import { growthExponent } from './growth.ts'
import { type Instance, instanceOf, unitOf, worthOf, writeInstance } from './instance.ts'
import { type Peers, preparePeers, runPeer } from './peers.ts'
import { peopleFor, SHORTAGES, type Shortage } from './people.ts'
import { heading, type Line, lossLines, sizeLine } from './table.ts'

/**
 * Our engine, in a process of its own, and then one after the other SciPy's linear_sum_assignment and LEMON's network
 * simplex on the same instances; totals must be equal. Mentors are a quarter of the mentees. Our time is everything from
 * people to pairs and their words; the peers are given all scores, and theirs starts with that.
 */
const USAGE = 'Usage: npm run bench:matching -- [MENTEES …] [--without-peers] [--verify] [--json results.json]'
const NOTES = `
Ours starts with people and ends with pairs and words; the peers start with all scores known.
Memory is the peak of each process. × says how many times as long as ours. Every total was equal.
`
const SIZES = [1000, 5000, 20_000, 100_000, 280_000]
/** Beyond this, the values of all pairs fit no machine of ours. */
const PEERS_UP_TO = 20_000
const SHORTCUTS_UP_TO = 5000

const Ours = z.object({
  placed: z.int(),
  waits: z.int(),
  totalScore: z.int(),
  seconds: z.number(),
  memory: z.number(),
  phases: z.record(z.string(), z.number()),
  verified: z.boolean().optional(),
})

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'without-peers': { type: 'boolean' }, verify: { type: 'boolean' }, json: { type: 'string' } },
})
const sizes = positionals.length > 0 ? positionals.map(Number) : SIZES
if (sizes.some((size) => !Number.isSafeInteger(size) || size < 4 || size % 4 !== 0)) {
  console.error(`${USAGE}\nA number of mentees is a multiple of 4.`)
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'bench-matching-'))
try {
  const peers: Peers = values['without-peers'] ? new Map() : preparePeers(folder, console.log)
  console.log(heading(peers.keys()))
  const lines: Line[] = []
  for (const mentees of sizes) {
    for (const shortage of SHORTAGES) {
      const line = measure(mentees, shortage, peers)
      console.log(sizeLine(line))
      lines.push(line)
    }
  }
  console.log(peers.size > 0 ? NOTES : '')
  for (const line of lines.flatMap(lossLines)) console.log(line)
  if (sizes.length > 1) for (const shortage of SHORTAGES) console.log(growth(lines, shortage))
  if (values.json) writeFileSync(values.json, `${JSON.stringify(lines, undefined, 1)}\n`)
} finally {
  rmSync(folder, { recursive: true })
}

/** Throws when anybody finds another total. */
function measure(mentees: number, shortage: Shortage, peers: Peers): Line {
  const count = (mentees * 5) / 4
  const words = [String(count), shortage, ...(values.verify ? ['verify'] : [])]
  const script = join(import.meta.dirname, 'our-round.ts')
  const ours = Ours.parse(JSON.parse(execFileSync(process.execPath, [script, ...words], { encoding: 'utf8' })))
  const line: Line = { mentees, shortage, ours, peers: {}, shortcuts: {} }
  if (mentees > PEERS_UP_TO) return line
  const people = [...peopleFor(count, 1, shortage)]
  const instance = instanceOf(people, rulesFor(people))
  if (mentees <= SHORTCUTS_UP_TO) {
    line.shortcuts = { 'best pair first': greedy(instance), 'Gale–Shapley': galeShapley(instance) }
  }
  if (peers.size > 0) line.peers = runPeers(peers, instance, worthOf(ours, unitOf(instance)))
  return line
}

function runPeers(peers: Peers, instance: Instance, expected: number): Line['peers'] {
  const file = join(folder, 'instance')
  const { waits, seats } = instance
  const size = {
    pairs: waits.length * seats.length,
    possible: writeInstance(file, instance),
    places: waits.length * seats.reduce((sum, count) => sum + count, 0),
  }
  const runs = [...peers].map(([name, peer]) => {
    const wanted = peer.bytes(size)
    if (wanted > process.availableMemory()) return [name, `skipped: needs ${(wanted / 1e9).toFixed(0)} GB`] as const
    const run = runPeer(peer, file)
    if (run && run.total !== expected) throw new Error(`${name} found ${run.total}, we found ${expected}.`)
    return [name, run ?? 'failed'] as const
  })
  rmSync(file)
  return Object.fromEntries(runs)
}

function growth(lines: readonly Line[], shortage: Shortage): string {
  const points = lines.filter((line) => line.shortage === shortage)
  const exponent = growthExponent(points.map(({ mentees, ours }) => ({ size: mentees, seconds: ours.seconds })))
  return `${shortage}: our time grows like mentees^${exponent.toFixed(2)} (all pairs: mentees^2)`
}
