import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { DATABASES } from '../../local/database.ts'
import type { Mentee, Mentor } from '../../shared/domain/profile.ts'
import { Programme } from '../../shared/domain/programme.ts'
import { type Round, roundIdAt } from '../../shared/domain/round.ts'
import { listPairs } from '../../shared/rounds/list-pairs.ts'
import { pairingOn } from '../../shared/rounds/pair.ts'
import { publishRound } from '../../shared/rounds/publish.ts'
import { lambdaExpecting } from '../../shared/rounds/room.ts'
import { runRound } from '../../shared/rounds/run.ts'
import { startByHand } from '../../shared/rounds/start-by-hand.ts'
import { oneLess } from '../../shared/rounds/take-out.ts'
import { tryOut } from '../../shared/rounds/try-out.ts'
import { auditStore } from '../../shared/store/audit.ts'
import { aMatch, aMenteeProfile, aMentorProfile, NOW } from '../support/profiles.ts'
import { tableBehind } from '../support/stored.ts'
import { emptyStores } from '../support/stores.ts'

process.env.TABLE_NAME = 'not used here'
const { requestPublish } = await import('../../functions/request-publish.ts')

/** An organizer draws up a round anew: other weights, pairs by hand, in place of a draft. */

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

let stores: Awaited<ReturnType<typeof emptyStores>>
let behind: ReturnType<typeof tableBehind>
beforeAll(async () => {
  stores = await emptyStores(kind)
  behind = tableBehind(stores.endpoint)
})
afterAll(async () => {
  behind.close()
  await stores.stop()
})

/** Two mentors with a seat each, of whom `near` suits better, and two mentees of whom one waits longer. */
beforeEach(async () => {
  for (const id of ['near', 'far', 'first', 'second']) {
    const profile = await stores.profiles.get(id)
    if (profile) await stores.table.transact([stores.profiles.removing(profile)])
  }
  const lease = await stores.rounds.lease()
  if (lease) await stores.table.transact([stores.rounds.releasingLease(lease.roundId)])
  await stores.table.transact(people().map(stores.profiles.adding))
})
function people(): (Mentor | Mentee)[] {
  const [mentor, mentee] = [aMentorProfile(), aMenteeProfile()]
  const far = { ...mentor.traits, departments: ['microbiology' as const], setting: 'academia' as const }
  return [
    aMentorProfile({ id: 'near', addressHash: 'near', capacity: 1 }),
    aMentorProfile({ id: 'far', addressHash: 'far', capacity: 1, traits: far }),
    aMenteeProfile({ id: 'first', addressHash: 'first', contact: { ...mentee.contact, lastName: 'Árbol' } }),
    aMenteeProfile({ id: 'second', addressHash: 'second', traits: { ...mentee.traits, yearsOfExperience: 4 } }),
  ]
}

type Body = Parameters<ReturnType<typeof startByHand>>[0]['body']
const who = 'an organizer'
let minutes = 0
/** Each a minute later, since ids begin with the time. */
const starts = (body: Partial<Body> = {}, now = new Date(NOW.getTime() + ++minutes * 60_000)) =>
  startByHand({ ...stores, audit: auditStore(stores.table), programme })(
    { body: { publish: false, ...body }, who },
    now,
  )
const runs = (id: string, changes = {}) => runRound({ ...stores, ...here, ...changes })(id, () => NOW)
async function drafts(body: Partial<Body> = {}): Promise<Round> {
  const id = await starts(body)
  await runs(id)
  return stored(id)
}
async function stored(id: string): Promise<Round> {
  const round = await stores.rounds.get(id)
  if (!round) throw new Error('The round is gone.')
  return round
}
const pairsOf = async ({ id }: Round) =>
  Object.fromEntries((await stores.matches.ofRound(id)).map(({ menteeId, mentorId }) => [menteeId, mentorId]))
const pin = (menteeId: string, mentorId: string) => ({ menteeId, mentorId })
const change = async (id: string, changes: object) => {
  const [profile] = await stores.profiles.getMany([id])
  if (profile) await stores.table.transact([stores.profiles.changing({ ...profile, ...changes })])
}

describe('a round by hand', () => {
  it('is paired as the programme has it when nothing else is said, and tells so', async () => {
    const round = await drafts()
    expect(round).toMatchObject({
      status: 'drafted',
      settings: { weights: programme.weights, rules: programme.rules },
      summary: { placed: 2, optimal: true },
    })
    expect(round).not.toHaveProperty('pins')
    expect(round.summary?.scores?.reduce((sum, count) => sum + count, 0)).toBe(2)
  })

  it('is paired by the rules that it was given, and what is not given is as the programme has it', async () => {
    const round = await drafts({ rules: { minimumExperienceGap: 9 } })
    expect(round.settings).toEqual({ weights: programme.weights, rules: { minimumExperienceGap: 9, loadPenalty: 2 } })
    expect(Object.keys(await pairsOf(round))).toEqual(['first'])
    expect((await stores.proofs.get(round.id))?.settings).toMatchObject(round.settings ?? {})
  })

  it('is refused weights that do not add up, by name', async () => {
    const refused = { status: 400, errors: [{ path: 'weights', message: expect.stringContaining('1000') }] }
    await expect(starts({ weights: { topics: 400 } })).rejects.toMatchObject(refused)
    expect(await stores.rounds.lease()).toBeUndefined()
  })

  it('holds the pairs that were chosen, with a score and reasons of their own', async () => {
    const usual = await pairsOf(await drafts())
    const mentorOf = { first: usual.second ?? '', second: usual.first ?? '' }
    const round = await drafts({ pins: [pin('first', mentorOf.first)] })
    expect(await pairsOf(round)).toEqual(mentorOf)
    expect(round).toMatchObject({ pins: [pin('first', mentorOf.first)], summary: { placed: 2, optimal: true } })
    const matches = await stores.matches.ofRound(round.id)
    expect(matches.map(({ menteeId, pinned }) => [menteeId, pinned])).toEqual([
      ['first', true],
      ['second', undefined],
    ])
    for (const { score, reasons } of matches) expect([score > 0, reasons.length > 0]).toEqual([true, true])
  })

  it('is refused a pin that is not possible, which is named', async () => {
    await change('far', { status: 'paused' })
    await expect(starts({ pins: [pin('first', 'near'), pin('second', 'far')] })).rejects.toMatchObject({
      status: 400,
      errors: [{ path: 'pins.1', message: 'This mentor has no free seat now.' }],
    })
  })

  it('leaves out a pin that has become impossible meanwhile, and pairs its mentee with somebody else', async () => {
    const id = await starts({ pins: [pin('first', 'far'), pin('second', 'near')] })
    await change('far', { status: 'paused' })
    await runs(id)
    const round = await stored(id)
    expect(round).toMatchObject({ pins: [pin('second', 'near')], summary: { placed: 1, unplaced: 1, optimal: true } })
    expect(await pairsOf(round)).toEqual({ second: 'near' })
  })

  it('is introduced by its own rules, and what was chosen by hand gets the last seat', async () => {
    await change('far', { status: 'paused' })
    await change('near', { capacity: 2 })
    await change('second', { traits: { ...aMenteeProfile().traits, yearsOfExperience: 11 } })
    const body = { rules: { minimumExperienceGap: 1 }, pins: [pin('second', 'near')] }
    const round = await drafts({ ...body, publish: true })
    expect(await pairsOf(round)).toEqual({ first: 'near', second: 'near' })
    await change('near', { capacity: 1 })
    await publishRound({ ...stores, programme })(round.id, () => NOW)
    const published = await stored(round.id)
    expect(published).toMatchObject({ status: 'published', summary: { placed: 1 } })
    expect(published.summary?.scores?.reduce((sum, count) => sum + count, 0)).toBe(1)
    const { score } = (await stores.matches.ofRound(round.id)).find(({ introducedAt }) => introducedAt) ?? {}
    expect(published.summary).toMatchObject({ totalScore: score, worstScore: score, medianScore: score })
    expect(published).not.toHaveProperty('pins')
    expect(await stores.profiles.get('second')).toHaveProperty('matchId')
    expect(await stores.profiles.get('first')).not.toHaveProperty('matchId')
  })

  it('is in the audit trail, with who began it', async () => {
    const id = await starts({ pins: [pin('first', 'near')], rules: { loadPenalty: 5 } })
    const { items } = await auditStore(stores.table).ofDay(NOW.toISOString().slice(0, 10))
    expect(items.find(({ subject }) => subject === id)).toMatchObject({
      who,
      what: 'round-started',
      details: { publish: false, ownSettings: true, pins: 1 },
    })
  })
})

describe('a round in place of a draft', () => {
  it.each([
    ['to be looked at', false, 'done'],
    ['to be published at once', true, 'publish-requested'],
  ])('%s takes it as soon as it is written, not before', async (_, publish, phase) => {
    const old = await drafts()
    const id = await starts({ from: old.id, publish })
    expect(await stored(old.id)).toEqual(old)
    await runs(id)
    expect(await stored(id)).toMatchObject({ status: 'drafted', replaces: old.id, progress: { phase } })
    expect(await stored(old.id)).toMatchObject({
      status: 'failed',
      failedBecause: 'A newer draft took its place.',
      progress: { phase: 'done' },
    })
  })

  it('takes it in the same transaction: stopped before, both are as they were', async () => {
    const old = await drafts()
    const id = await starts({ from: old.id })
    let last = 0
    const table = {
      ...stores.table,
      async transact(writes: Parameters<typeof stores.table.transact>[0]) {
        last = writes.length
        if (writes.length > 2) throw new Error('killed')
        await stores.table.transact(writes)
      },
    }
    await expect(runs(id, { table })).rejects.toThrow('killed')
    expect(last).toBe(3)
    expect([await stored(old.id), (await stored(id)).status]).toEqual([old, 'running'])
    await runs(id)
    expect([(await stored(old.id)).status, (await stored(id)).status]).toEqual(['failed', 'drafted'])
  })

  it('takes it also when somebody changed it while that was written', async () => {
    const old = await drafts()
    const id = await starts({ from: old.id })
    let looks = 0
    const rounds = {
      ...stores.rounds,
      async get(asked: string) {
        const round = await stores.rounds.get(asked)
        if (asked === old.id && round && looks++ === 0) await stores.table.transact([stores.rounds.changing(round)])
        return round
      },
    }
    await runs(id, { rounds })
    expect([(await stored(old.id)).status, (await stored(id)).status]).toEqual(['failed', 'drafted'])
    expect(looks).toBeGreaterThan(1)
  })

  it('stands also when that was published meanwhile, which stays published', async () => {
    const old = await drafts()
    const id = await starts({ from: old.id })
    await stores.table.transact([stores.rounds.changing({ ...old, status: 'published' })])
    await runs(id)
    expect([(await stored(old.id)).status, (await stored(id)).status]).toEqual(['published', 'drafted'])
  })

  it('is refused when there is no such draft', async () => {
    await expect(starts({ from: 'never' })).rejects.toMatchObject({ status: 404 })
    const old = await drafts()
    await stores.table.transact([stores.rounds.changing({ ...old, status: 'published' })])
    await expect(starts({ from: old.id })).rejects.toMatchObject({ status: 409 })
  })
})

describe('a wish to publish', () => {
  const wishes = ({ id }: Round, rounds = stores.rounds) =>
    requestPublish({ ...stores, rounds, audit: auditStore(stores.table) })({ path: { roundId: id }, who }, NOW)
  /** Something happens after the round was read, and before it is written. */
  const interrupted = (happens: () => Promise<unknown>) => ({
    ...stores.rounds,
    async lease() {
      const once = happens
      happens = async () => {}
      await once()
      return stores.rounds.lease()
    },
  })

  it('that two have in the same moment is one wish', async () => {
    const round = await drafts()
    expect(
      await wishes(
        round,
        interrupted(() => wishes(round)),
      ),
    ).toMatchObject({ status: 202 })
    expect(await stored(round.id)).toMatchObject({ version: round.version + 1, publish: true })
  })

  it('is about the draft as it is, also when somebody changes it in that moment', async () => {
    const round = await drafts()
    const changing = () => stores.table.transact([stores.rounds.changing({ ...round, summary: undefined })])
    await expect(wishes(round, interrupted(changing))).rejects.toThrow('checked')
    const other = await drafts()
    const touching = () => stores.table.transact([stores.rounds.changing(other)])
    expect(await wishes(other, interrupted(touching))).toMatchObject({ status: 202 })
  })
})

describe('trying out', () => {
  const tries = (round: Round, body: Parameters<ReturnType<typeof tryOut>>[0]['body'] = {}, changes = {}) =>
    tryOut({ ...stores, programme, ...changes })({ path: { roundId: round.id }, body }, NOW)

  it('tells who would move, by name, and changes nothing', async () => {
    const round = await drafts()
    const [usual, before] = [await pairsOf(round), await behind.everything()]
    expect(await tries(round)).toMatchObject({ unchanged: 2, moved: 0, moves: [], optimal: true })

    const other = usual.second ?? ''
    const answer = await tries(round, { pins: [pin('first', other)] })
    expect(answer).toMatchObject({ unchanged: 0, moved: 2, before: { placed: 2 }, after: { placed: 2 } })
    expect(answer.moves.find(({ menteeId }) => menteeId === 'first')).toEqual({
      menteeId: 'first',
      mentee: { firstName: 'Sam', lastName: 'Árbol' },
      from: { mentorId: usual.first, score: expect.any(Number), mentor: { firstName: 'Sam', lastName: 'Rivera' } },
      to: { mentorId: other, score: expect.any(Number), mentor: { firstName: 'Sam', lastName: 'Rivera' } },
    })

    const apart = await tries(round, { never: [pin('first', usual.first ?? '')] })
    expect(apart.moves.map(({ menteeId }) => menteeId).toSorted()).toEqual(['first', 'second'])
    expect(await behind.everything()).toEqual(before)
  })

  it('tells what the draft then comes to', async () => {
    const round = await drafts()
    const body = { rules: { minimumExperienceGap: 9 }, pins: [] }
    const told = await tries(round, body)
    const next = await drafts({ ...body, from: round.id })
    expect(next.summary).toMatchObject(JSON.parse(JSON.stringify(told.after)))
    expect(told).toMatchObject({ moved: 2, after: { placed: 1, unplaced: 1 } })
    expect(told.moves.map(({ menteeId, to }) => [menteeId, to?.mentorId])).toEqual([
      ['second', undefined],
      ['first', 'near'],
    ])
  })

  it('is refused for what is no draft, for more people than there is time for, and for what is not possible', async () => {
    const round = await drafts()
    const poolSize = async () => 10_001
    const crowded = tries(round, {}, { profiles: { ...stores.profiles, poolSize } })
    await expect(crowded).rejects.toMatchObject({ status: 409, message: expect.stringMatching(/^10,001 people wait/) })
    const both = { pins: [pin('first', 'near')], never: [pin('first', 'near')] }
    await expect(tries(round, both)).rejects.toMatchObject({ status: 400, errors: [{ path: 'pins.0' }] })
    await expect(tries(round, { never: [pin('nobody', 'near')] })).rejects.toMatchObject({
      errors: [{ path: 'never.0' }],
    })
    await stores.table.transact([stores.rounds.changing({ ...round, status: 'published' })])
    await expect(tries(round)).rejects.toMatchObject({ status: 409 })
  })
})

describe('the pairs of a draft', () => {
  const lists = (roundId: string, query: z.input<typeof Query> = {}) =>
    listPairs(stores)({ path: { roundId }, query: Query.parse(query) })
  const Query = z.object({
    q: z.string().optional(),
    sort: z.enum(['score', '-score', 'mentee', 'mentor']).optional(),
    cursor: z.string().optional(),
  })

  it('come with names, in any order, and are found by them', async () => {
    const round = await drafts()
    const ids = async (query = {}) => (await lists(round.id, query)).body.items.map(({ menteeId }) => menteeId)
    expect(await ids()).toEqual(['first', 'second'])
    expect(await ids({ sort: 'mentee' })).toEqual(['first', 'second'])
    expect(await ids({ q: 'arbol' })).toEqual(['first'])
    expect(await ids({ q: 'rivera' })).toEqual(['first', 'second'])
    const { body } = await lists(round.id, { sort: '-score' })
    expect(body.items[0]).toMatchObject({ mentee: { firstName: 'Sam' }, mentor: { lastName: 'Rivera' } })
    expect(body.items.map(({ score }) => score)).toEqual(body.items.map(({ score }) => score).toSorted((a, b) => b - a))
  })

  it('come unsorted alone when they are too many', async () => {
    const round = await drafts()
    const summary = round.summary && { ...round.summary, placed: 5001 }
    await stores.table.transact([stores.rounds.changing({ ...round, summary })])
    await expect(lists(round.id, { sort: 'score' })).rejects.toMatchObject({ status: 409 })
    expect((await lists(round.id)).body.items).toHaveLength(2)
  })
})

describe('the figures of a draft without one of its pairs', () => {
  const roundId = roundIdAt(NOW, 'figures')
  const matches = ([700, 640, 955, 310] as const).map((score, n) =>
    aMatch({ id: `${roundId}.${n}`, roundId, menteeId: `${n}`, mentorId: n < 3 ? 'busy' : 'calm', score }),
  )
  const [out = aMatch(), ...rest] = matches
  const settings = { weights: programme.weights, rules: { minimumExperienceGap: 2, loadPenalty: 10 } }
  const scores = [0, 0, 0, 1, 0, 0, 1, 1, 0, 1]
  // 2605 points, less 10 and 20 for the second and third mentee of one mentor.
  const before = { mentees: 9, mentors: 3, placed: 4, unplaced: 5, totalScore: 2575, worstScore: 310, medianScore: 670 }

  it('are those of the others', async () => {
    const stored = { ofRound: async () => matches, countOf: async () => 3 }
    expect(await oneLess({ ...before, scores, bound: 2575 }, out, settings, stored)).toEqual({
      ...before,
      ...{ placed: 3, unplaced: 6, totalScore: 640 + 955 + 310 - 10, worstScore: 310, medianScore: 640, bound: 2575 },
      scores: [0, 0, 0, 1, 0, 0, 1, 0, 0, 1],
    })
    expect(rest).toHaveLength(3)
  })

  it('of a large one leave out what only reading all of it would tell', async () => {
    const ofRound = () => Promise.reject(new Error('All of it was read.'))
    const large = { ...before, placed: 5001, scores }
    const { worstScore, medianScore, ...after } = await oneLess(large, out, settings, {
      ofRound,
      countOf: async () => 3,
    })
    expect([worstScore, medianScore]).toEqual([undefined, undefined])
    expect(after).toMatchObject({ placed: 5000, totalScore: 2575 - 700 + 20, scores: [0, 0, 0, 1, 0, 0, 1, 0, 0, 1] })
  })
})
