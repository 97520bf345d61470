import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { scanThreads } from '../cli/scan-threads.ts'
import { type Assignment, assignWith } from '../shared/matching/assign.ts'
import { pack } from '../shared/matching/pack.ts'
import type { Person } from '../shared/matching/person.ts'
import { poolOf, seatsOf, waitOf } from '../shared/matching/pool.ts'
import { type MatchingRules, rulesFor } from '../shared/matching/rules.ts'
import { scorerOf } from '../shared/matching/scorer.ts'
import { peopleFor, SHORTAGES } from './people.ts'

/**
 * `npm run bench:matching -- [SIZE…]`: the engine against SciPy's linear_sum_assignment and LEMON's network simplex, on
 * the same instances in the same run; totals must be equal. Sizes are numbers of mentees (mentors: a quarter). Peers are
 * left out where the dense values would not fit.
 */
const sizes = process.argv.slice(2).map(Number)
const PEERS_UP_TO = 5000
const peers = { scipy: spawnSync('python3', ['-c', 'import scipy']).status === 0, lemon: false }
const folder = mkdtempSync(join(tmpdir(), 'bench-matching-'))

/** Debian's packages; what cannot be had is left out and said so. */
function preparePeers(): void {
  const wanted = ['liblemon-dev', 'g++', ...(peers.scipy ? [] : ['python3-scipy'])]
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...wanted], { stdio: 'ignore' })
  peers.scipy = spawnSync('python3', ['-c', 'import scipy']).status === 0
  const source = new URL('peers/lemon_flow.cpp', import.meta.url).pathname
  peers.lemon = spawnSync('g++', ['-O3', '-o', join(folder, 'lemon'), source, '-llemon']).status === 0
}

/** One worth for all three levels: a wait outweighs all scores there can be. */
const worthOf = (result: Pick<Assignment, 'placed' | 'waits' | 'totalScore'>, unit: number): number =>
  (result.placed + result.waits) * unit + result.totalScore

/** Rows are mentees, columns seats, 0 where a pair is forbidden. */
function writeValues(file: string, people: readonly Person[], rules: MatchingRules, unit: number): void {
  const pool = poolOf(people, rules)
  const scores = scorerOf(pack(pool, rules), rules)
  const seats = pool.mentors.flatMap(({ person }, column) =>
    Array.from({ length: seatsOf(person) }, (_, seat) => ({ column, penalty: rules.loadPenalty * seat })),
  )
  const values = new Float64Array(2 + pool.mentees.length * seats.length)
  values.set([pool.mentees.length, seats.length])
  pool.mentees.forEach(({ person }, row) => {
    const own = scores(row)
    seats.forEach(({ column, penalty }, n) => {
      const score = own[column] ?? -1
      if (score >= 0) values[2 + row * seats.length + n] = (waitOf(person) + 1) * unit + score - penalty
    })
  })
  writeFileSync(file, values)
}

function timePeer(command: string, args: string[], expected: number, ours: number): string {
  const [total, seconds] = execFileSync(command, args, { encoding: 'utf8' }).trim().split(' ').map(Number)
  if (total !== expected) throw new Error(`${command} found ${total}, not ${expected}`)
  return `${(seconds ?? 0).toFixed(2)} s (${((seconds ?? 0) / ours).toFixed(1)}×), equal`
}

preparePeers()
for (const mentees of sizes.length > 0 ? sizes : [1000, 5000, 20_000]) {
  for (const shortage of SHORTAGES) {
    const people = [...peopleFor((mentees * 5) / 4, 1, shortage)]
    const rules = rulesFor(people)
    const start = performance.now()
    const result = await assignWith(people, rules, { scannerFor: scanThreads(availableParallelism()) })
    const ours = (performance.now() - start) / 1000
    const told = [`${mentees} × ${mentees / 4} ${shortage}: ${result.placed} placed`, `ours ${ours.toFixed(2)} s`]
    if (mentees <= PEERS_UP_TO) {
      const unit = mentees * 1200
      const file = join(folder, 'values')
      writeValues(file, people, rules, unit)
      const expected = worthOf(result, unit)
      const script = new URL('peers/scipy_assignment.py', import.meta.url).pathname
      if (peers.scipy) told.push(`SciPy ${timePeer('python3', [script, file], expected, ours)}`)
      if (peers.lemon) told.push(`LEMON ${timePeer(join(folder, 'lemon'), [file], expected, ours)}`)
    }
    console.log(told.join('; '))
  }
}
rmSync(folder, { recursive: true })
