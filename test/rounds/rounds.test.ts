import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { DATABASES } from '../../local/database.ts'
import { matchId } from '../../shared/domain/match.ts'
import type { Mentee, Mentor } from '../../shared/domain/profile.ts'
import { Programme } from '../../shared/domain/programme.ts'
import { leaseUntil, openRound, type Round, roundIdAt } from '../../shared/domain/round.ts'
import { pairingOn } from '../../shared/rounds/pair.ts'
import { publishRound } from '../../shared/rounds/publish.ts'
import { lambdaExpecting } from '../../shared/rounds/room.ts'
import { runRound } from '../../shared/rounds/run.ts'
import { startRegularRound, startRound } from '../../shared/rounds/start.ts'
import { aMenteeProfile, aMentorProfile, NOW } from '../support/profiles.ts'
import { emptyStores } from '../support/stores.ts'

/** What a round does to what is stored, one step at a time. */

const [kind] = DATABASES.filter((each) => each.available())
if (!kind) throw new Error('No database fits this computer.')

const programme = Programme.parse({
  name: 'Benchmate',
  sender: 'hello@example.org',
  replyTo: 'organizers@example.org',
  siteUrl: 'https://mentors.example.org',
  timeZone: 'America/Chicago',
})
const here = { programme, place: lambdaExpecting(programme.peopleExpected), pair: pairingOn(1) }
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

let stores: Awaited<ReturnType<typeof emptyStores>>
beforeAll(async () => {
  stores = await emptyStores(kind)
})
afterAll(() => stores.stop())

/** People of one test alone: the pool is emptied after each. */
let people: { id: string }[] = []
const join = async (...profiles: (Mentee | Mentor)[]) => {
  people = profiles
  await stores.table.transact(profiles.map(stores.profiles.adding))
}
const remove = async (id: string) => {
  const profile = await stores.profiles.get(id)
  if (profile) await stores.table.transact([stores.profiles.removing(profile)])
}
beforeEach(async () => {
  for (const { id } of people) await remove(id)
  const lease = await stores.rounds.lease()
  if (lease) await stores.table.transact([stores.rounds.releasingLease(lease.roundId)])
})

/** Starts a round and runs it as far as its draft. */
async function drafts(mark: string): Promise<string> {
  const round = openRound(roundIdAt(NOW, mark), true, NOW)
  await startRound(stores)(round, NOW)
  await runRound({ ...stores, ...here })(round.id, () => NOW)
  return round.id
}
const publishes = (id: string) => publishRound({ ...stores, programme })(id, () => NOW)

async function change(id: string, traits: Partial<Mentee['traits']>) {
  const profile = await stores.profiles.get(id)
  if (!profile) throw new Error(`There is no ${id}.`)
  await stores.table.transact([stores.profiles.changing({ ...profile, traits: { ...profile.traits, ...traits } })])
}

it('a regular round is started once, however often its moment is told', async () => {
  const start = () => startRegularRound(stores)(later(60), true, NOW)
  expect(await start()).toBe('started')
  const id = roundIdAt(later(60), 'scheduled')
  expect(await start()).toBe('there already')
  await stores.table.transact([stores.rounds.releasingLease(id)])
  expect(await start()).toBe('there already')
  expect(await stores.rounds.lease()).toBeUndefined()
  expect((await stores.rounds.page()).items.map((round) => round.id)).toEqual([id])
})

it('a regular round leaves it to the one that is running', async () => {
  await startRound(stores)(openRound(roundIdAt(NOW, 'by-hand'), true, NOW), NOW)
  expect(await startRegularRound(stores)(later(120), true, NOW)).toBe('another is running')
  expect(await stores.rounds.get(roundIdAt(later(120), 'scheduled'))).toBeUndefined()
})

it('a pair that the hard rules no longer allow is not introduced', async () => {
  await join(aMentorProfile({ id: 'moved-on' }), aMenteeProfile({ id: 'waits' }))
  const roundId = await drafts('rules')
  await change('moved-on', { languages: ['fr'] })
  await publishes(roundId)
  expect(await stores.matches.ofRound(roundId)).toMatchObject([{ status: 'ended', endedBecause: 'unavailable' }])
  expect(await stores.matches.unplacedOf(roundId)).toMatchObject([{ menteeId: 'waits', reason: 'unavailable' }])
  expect(await stores.profiles.get('waits')).toMatchObject({ roundsWaited: 1 })
  expect((await stores.mails.to('waits')).map((mail) => mail.kind)).toEqual(['left-out'])
  expect(await stores.mails.to('moved-on')).toEqual([])
})

it.each(['mentor', 'mentee'] as const)('a %s who left before the draft was written leaves no trace', async (role) => {
  const ids = { mentor: `mentor-${role}`, mentee: `mentee-${role}` }
  await join(aMentorProfile({ id: ids.mentor }), aMenteeProfile({ id: ids.mentee }))
  const roundId = await drafts(`left-${role}`)
  await remove(ids[role])
  await publishes(roundId)
  const [match] = await stores.matches.ofRound(roundId)
  expect(match).toMatchObject({ status: 'ended', [`${role}Id`]: 'left', reasons: [] })
  const unplaced = role === 'mentee' ? [] : [{ menteeId: ids.mentee }]
  expect(await stores.matches.unplacedOf(roundId)).toMatchObject(unplaced)
})

it('a mentee who was left out and left is not kept in the list of those left out', async () => {
  await join(aMenteeProfile({ id: 'gave-up' }))
  const roundId = await drafts('gave-up')
  expect(await stores.matches.unplacedOf(roundId)).toMatchObject([{ menteeId: 'gave-up' }])
  await remove('gave-up')
  await publishes(roundId)
  expect(await stores.matches.unplacedOf(roundId)).toEqual([])
})

it('progress counts what there is, also when publishing goes on after a crash', async () => {
  const mentors = Array.from({ length: 3 }, (_, n) => aMentorProfile({ id: `mentor-${n}`, capacity: 1 }))
  const mentees = Array.from({ length: 5 }, (_, n) => aMenteeProfile({ id: `mentee-${n}` }))
  await join(...mentors, ...mentees)
  const seen: Round['progress'][] = []
  const rounds = {
    ...stores.rounds,
    changing(round: Round) {
      seen.push(round.progress)
      return stores.rounds.changing(round)
    },
  }
  const round = openRound(roundIdAt(NOW, 'progress'), true, NOW)
  await startRound(stores)(round, NOW)
  await runRound({ ...stores, ...here, rounds })(round.id, () => NOW)
  expect(seen.splice(0)).toEqual([
    { phase: 'reading', done: 0, total: 8 },
    { phase: 'matching', done: 0, total: 8 },
    { phase: 'verifying', done: 0, total: 8 },
    { phase: 'explaining', done: 0, total: 8 },
    { phase: 'drafting', done: 0, total: 5 },
    { phase: 'drafting', done: 3, total: 5 },
    { phase: 'drafting', done: 5, total: 5 },
    { phase: 'publish-requested', done: 5, total: 5 },
  ])

  // As if a run had died after the first introduction.
  const [first] = await stores.matches.ofRound(round.id)
  if (!first) throw new Error('There is no draft.')
  await stores.table.transact([
    stores.matches.changing({ ...first, status: 'introduced', introducedAt: NOW.toISOString() }),
  ])
  await publishRound({ ...stores, rounds, programme })(round.id, () => NOW)
  expect(seen).toEqual([
    { phase: 'publishing', done: 1, total: 3 },
    { phase: 'telling', done: 0, total: 2 },
    { phase: 'done', done: 3, total: 3 },
  ])
})

it('a round that died before its draft is marked failed by the next one, and does nothing more', async () => {
  const dead = openRound(roundIdAt(NOW, 'dead'), true, NOW)
  await startRound(stores)(dead, NOW)
  const next = openRound(roundIdAt(later(10), 'next'), true, later(10))
  await expect(startRound(stores)(next, later(1))).rejects.toThrow(/running/)
  await startRound(stores)(next, later(10))
  expect(await stores.rounds.get(dead.id)).toMatchObject({ status: 'failed' })
  await runRound({ ...stores, ...here })(dead.id, () => later(10))
  expect(await stores.matches.ofRound(dead.id)).toEqual([])
  expect(await stores.rounds.lease()).toEqual({ roundId: next.id, until: leaseUntil(later(10)) })
})

it('ids of rounds and matches sort by time', () => {
  const times = [0, 1, 59, 60, 60 * 24, 60 * 24 * 40, 60 * 24 * 400].map(later)
  const ids = times.map((time, n) => roundIdAt(time, `${9 - n}`))
  expect(ids.toSorted()).toEqual(ids)
  const matchIds = ids.map((id) => matchId(id, 'mentee'))
  expect(matchIds.toSorted()).toEqual(matchIds)
})
