import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { peopleFor, SHORTAGES } from '../bench/people.ts'

/** `npm run people -- N --seed S [--shortage scarce|balanced|rich]`: a believable population, one person a line. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, shortage: { type: 'string', default: 'balanced' } },
})
const count = Number(positionals[0])
const seed = Number(values.seed)
const shortage = SHORTAGES.find((name) => name === values.shortage)
if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(seed) || !shortage) {
  console.error('Usage: npm run people -- N --seed S [--shortage scarce|balanced|rich]')
  process.exit(2)
}
process.stdout.on('error', () => process.exit(0))
let lines: string[] = []
for (const person of peopleFor(count, seed, shortage)) {
  lines.push(JSON.stringify(person))
  if (lines.length < 1000) continue
  if (!process.stdout.write(`${lines.join('\n')}\n`)) await once(process.stdout, 'drain')
  lines = []
}
if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`)
