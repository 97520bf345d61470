import { afterAll, expect, it } from 'vitest'
import * as z from 'zod'
import { type Child, startInChild } from '../support/child.ts'
import { crowdJoins } from '../support/crowd.ts'
import { aFolder, eventually, Round, worldAt } from '../support/world.ts'
import { allMatches, expectSeatsToAddUp, introductionsIn, introductionsOf } from './invariants.ts'

/**
 * The whole process is killed with -9 while a round is seen drafting, publishing or sending, and started again on the
 * same data. Each time the round must complete by itself.
 */

const PORT = 4310
/** Sending first: a mail that is in flight when its sender dies is due again a minute later, while the test goes on. */
const KILLS = ['sending', 'publishing', 'drafting'] as const
type Work = (typeof KILLS)[number]
/** A round can be over before anybody sees it work; then there is another one. */
const MOST_ROUNDS = 12
const PAIRS_A_ROUND = 6

const env = { PORT: String(PORT), DATA_DIR: aFolder() }
const world = worldAt(`http://localhost:${PORT}`, `http://localhost:${PORT + 1}`)
let child: Child
let rounds = 0

afterAll(() => child.kill())

it('nothing is lost and nobody is used twice, wherever it is killed', async () => {
  child = await startInChild(env)
  const hit: Work[] = []
  while (hit.length < KILLS.length && rounds < MOST_ROUNDS) {
    const wanted = KILLS[hit.length] ?? 'drafting'
    const roundId = await newRound()
    if (await isSeen(wanted, roundId)) {
      await child.kill()
      hit.push(wanted)
      child = await startInChild(env)
    }
    await world.roundIs(roundId, 'published')
    await expectSeatsToAddUp(world)
  }
  expect(hit).toEqual(KILLS)

  const open = await expectSeatsToAddUp(world)
  expect(open.length).toBe(rounds * PAIRS_A_ROUND)
  expect((await allMatches(world)).filter(({ status }) => status === 'drafted')).toEqual([])

  const wanted = introductionsOf(open).toSorted()
  const introductions = async () => introductionsIn(await world.letters())
  await eventually(
    'each introduction arrives',
    async () => (await introductions()).size >= wanted.length || undefined,
    120,
  )
  const counts = await introductions()
  expect([...counts.keys()].toSorted()).toEqual(wanted)
  const repeated = [...counts.values()].reduce((sum, count) => sum + count - 1, 0)
  expect(repeated).toBeLessThanOrEqual(KILLS.length)
  console.log(
    `${rounds} rounds, killed while ${hit.join(', ')}; of ${wanted.length} introductions ${repeated} repeated.`,
  )
}, 240_000)

/** People join, one mentee more than there are seats, and a round starts. */
async function newRound(): Promise<string> {
  const round = rounds++
  const mentors = numbers(PAIRS_A_ROUND).map((n) => ({
    role: 'mentor' as const,
    email: `mentor${round}.${n}@example.org`,
    capacity: 1,
  }))
  const mentees = numbers(PAIRS_A_ROUND + 1).map((n) => ({ email: `mentee${round}.${n}@example.org` }))
  await crowdJoins(world, [...mentors, ...mentees])
  const { body } = await world.asOrganizer('POST', '/rounds', { publish: true })
  return z.object({ roundId: z.string() }).parse(body).roundId
}

/** Looks until the round is at that work; false when it is past it. */
async function isSeen(work: Work, roundId: string): Promise<boolean> {
  for (;;) {
    if (work === 'sending') {
      const sent = [...introductionsIn(await world.letters()).keys()].filter((key) => key.startsWith(roundId)).length
      if (sent > 0) return sent < 2 * PAIRS_A_ROUND
      continue
    }
    const { status, progress } = Round.parse((await world.asOrganizer('GET', `/rounds/${roundId}`)).body)
    if (progress.phase === work) return true
    if (status === 'published' || (work === 'drafting' && status === 'drafted')) return false
  }
}

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n)
