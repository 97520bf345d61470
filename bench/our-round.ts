import { availableParallelism } from 'node:os'
import { keepOnce } from '../cli/keep-once.ts'
import { pickScanner } from '../cli/pick-scanner.ts'
import { progress } from '../cli/progress.ts'
import { assignWith } from '../shared/matching/assign.ts'
import { rulesFor } from '../shared/matching/rules.ts'
import { verify } from '../shared/matching/verify.ts'
import { peopleFor, SHORTAGES } from './people.ts'

/**
 * `node bench/our-round.ts COUNT SHORTAGE [verify]`: one round of our engine in a process of its own, so that its memory
 * is its own: all from people to pairs with their words, on all cores. One line of JSON; times in s, memory in MB.
 */
const [count, shortage, verifying] = process.argv.slice(2)
const shape = SHORTAGES.find((name) => name === shortage) ?? 'balanced'
// As the command line keeps them after reading.
const people = Array.from(peopleFor(Number(count), 1, shape), keepOnce())
const clock = progress(process.stderr)
clock.enter('preparing')
const rules = rulesFor(people)
const scannerFor = pickScanner(people.length, availableParallelism())
const result = await assignWith(people, rules, { scannerFor, watch: clock.enter })
const { total = 0, ...phases } = clock.done()
const { placed, waits, totalScore } = result
const memory = Math.round(process.resourceUsage().maxRSS / 1024)
const verdict = verifying === 'verify' ? verify(people, rules, result) : undefined
const told = { placed, waits, totalScore, seconds: total / 1000, memory, phases, verified: verdict?.optimal }
process.stdout.write(`${JSON.stringify(told)}\n`)
