import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Counts,
  countMatch,
  countProfile,
  isGood,
  noCounts,
  peopleIn,
  WEEKS,
} from '../../shared/domain/overview.ts'
import { overviewView } from '../../shared/domain/overview-view.ts'
import { inPool, PROFILE_STATUSES, type Profile } from '../../shared/domain/profile.ts'
import { openRound } from '../../shared/domain/round.ts'
import { anEvent, inHours, seatsFor } from '../support/events.ts'
import { aMatch, aMenteeProfile, aMentorProfile, NOW } from '../support/profiles.ts'

/** The counts of everybody that organizers see first. */

function countsOf(...profiles: Profile[]): Counts {
  const counts = noCounts(NOW)
  for (const profile of profiles) countProfile(counts, profile, false)
  return counts
}
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

describe('people', () => {
  it('are counted by role and status', () => {
    const { people } = countsOf(
      aMenteeProfile(),
      aMenteeProfile({ status: 'pending' }),
      aMentorProfile({ status: 'paused' }),
      aMentorProfile({ status: 'paused' }),
    )
    expect(people).toEqual({
      mentee: { pending: 1, active: 1, paused: 0, leaving: 0 },
      mentor: { pending: 0, active: 0, paused: 2, leaving: 0 },
    })
  })

  it('who wait are set against seats, by what they want and where they are', () => {
    const { traits } = aMenteeProfile()
    const counts = countsOf(
      aMenteeProfile({ traits: { ...traits, topics: ['cert_prep', 'career_goals'], departments: ['blood_bank'] } }),
      aMenteeProfile({ roundsWaited: 3 }),
      aMenteeProfile({ matchId: 'round.mentee' }),
      aMenteeProfile({ status: 'paused' }),
      aMentorProfile({ capacity: 3, matchIds: ['round.mentee'] }),
      aMentorProfile({ capacity: 1, matchIds: ['round.else'] }),
      aMentorProfile({ capacity: 4, matchIds: ['round.other'], status: 'paused' }),
    )
    expect(counts.waiting).toBe(2)
    expect(counts.seats).toEqual({ free: 2, taken: 3 })
    expect(counts.topics).toMatchObject({
      cert_prep: { wanted: 2, offered: 2 },
      career_goals: { wanted: 1, offered: 0 },
    })
    expect(counts.departments).toMatchObject({
      hematology: { wanted: 1, offered: 2 },
      blood_bank: { wanted: 1, offered: 0 },
    })
    expect(counts.states.OH).toEqual({ mentor: 2, mentee: 3, waiting: 2, seats: 2 })
    expect(counts.states.TX).toEqual({ mentor: 0, mentee: 0, waiting: 0, seats: 0 })
    expect(counts.roundsWaited).toEqual([1, 0, 0, 1, 0, 0, 0, 0])
    expect(counts.load).toEqual([0, 2, 0, 0, 0, 0])
  })

  it('signed up in weeks that begin on Monday in UTC, of which the last half year is told', () => {
    const at = (createdAt: string) => aMenteeProfile({ createdAt })
    const { signUps } = countsOf(
      at('2026-03-02T00:00:00.000Z'),
      at('2026-03-01T23:59:59.999Z'),
      at('2025-09-08T00:00:00.000Z'),
      at('2025-09-07T23:59:59.999Z'),
      aMentorProfile({ status: 'pending' }),
      aMentorProfile(),
    )
    expect(signUps).toHaveLength(WEEKS)
    expect(signUps.at(-1)).toEqual({ week: '2026-03-02', mentor: 1, mentee: 1 })
    expect(signUps.at(-2)).toEqual({ week: '2026-02-23', mentor: 0, mentee: 1 })
    expect(signUps[0]).toEqual({ week: '2025-09-08', mentor: 0, mentee: 1 })
    expect(sum(signUps.map(({ mentee, mentor }) => mentee + mentor))).toBe(4)
  })

  it('are told of once, whichever way they are counted', () => {
    const common = { status: fc.constantFrom(...PROFILE_STATUSES), isSuppressed: fc.boolean() }
    const anybody = fc.oneof(
      fc
        .record({ ...common, roundsWaited: fc.nat(7), isMatched: fc.boolean() })
        .map(({ isSuppressed, isMatched, ...rest }) => ({
          isSuppressed,
          profile: aMenteeProfile({ ...rest, ...(isMatched && { matchId: 'match' }) }),
        })),
      fc
        .record({ ...common, capacity: fc.integer({ min: 1, max: 5 }), open: fc.nat(5) })
        .map(({ isSuppressed, open, ...rest }) => ({
          isSuppressed,
          profile: aMentorProfile({ ...rest, matchIds: Array.from({ length: open }, (_, id) => `match ${id}`) }),
        })),
    )
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 30 }), (everybody) => {
        const counts = noCounts(NOW)
        for (const { profile, isSuppressed } of everybody) countProfile(counts, profile, isSuppressed)
        const profiles = everybody.map(({ profile }) => profile)
        const waiting = profiles.filter((profile) => profile.role === 'mentee' && inPool(profile)).length
        const states = Object.values(counts.states)
        expect(peopleIn(counts)).toBe(everybody.length)
        expect(counts.waiting).toBe(waiting)
        expect(sum(counts.roundsWaited)).toBe(waiting)
        expect(sum(states.map((state) => state.waiting))).toBe(waiting)
        expect(sum(states.map((state) => state.seats))).toBe(counts.seats.free)
        expect(counts.topics.cert_prep).toEqual({ wanted: waiting, offered: counts.seats.free })
        expect(sum(counts.load)).toBe(counts.people.mentor.active)
        expect(counts.suppressed.count).toBe(everybody.filter(({ isSuppressed }) => isSuppressed).length)
      }),
    )
  })
})

describe('what needs a hand', () => {
  const introduced = aMatch({ status: 'introduced' })
  const said = (...answers: ['mentor' | 'mentee', 'problem' | 'good'][]) =>
    aMatch({ status: 'introduced', answers: answers.map(([by, answer]) => ({ by, answer, at: NOW.toISOString() })) })
  const counted = (match = introduced) => {
    const counts = noCounts(NOW)
    countMatch(counts, match)
    return counts
  }

  it('is an open match with a problem, until whoever reported it says otherwise', () => {
    expect(counted().problems).toEqual({ count: 0, ids: [] })
    expect(counted(said(['mentee', 'problem'])).problems).toEqual({ count: 1, ids: ['round.mentee'] })
    expect(counted(said(['mentee', 'problem'], ['mentor', 'good'])).problems.count).toBe(1)
    expect(counted(said(['mentee', 'problem'], ['mentee', 'good'])).problems.count).toBe(0)
    expect(counted({ ...said(['mentee', 'problem']), status: 'ended' }).problems.count).toBe(0)
  })

  it('is a silent pair that is about to be closed', () => {
    expect(counted(aMatch({ status: 'introduced', nextStep: 'fit-check' })).silent.count).toBe(0)
    expect(counted(aMatch({ status: 'introduced', nextStep: 'close' })).silent).toEqual({
      count: 1,
      ids: ['round.mentee'],
    })
  })

  it('is counted in full, and named only as far as there is room', () => {
    const counts = noCounts(NOW)
    for (let id = 0; id < 25; id++) countProfile(counts, aMenteeProfile({ id: `mentee ${id}` }), true)
    expect(counts.suppressed.count).toBe(25)
    expect(counts.suppressed.ids).toEqual(Array.from({ length: 20 }, (_, id) => `mentee ${id}`))
  })
})

describe('a count', () => {
  it('is good the longer the more people there are: a minute for each thousand', () => {
    const of = (active: number): Counts => {
      const counts = noCounts(NOW)
      return { ...counts, people: { ...counts.people, mentee: { ...counts.people.mentee, active } } }
    }
    const good = (people: number, seconds: number) => isGood(of(people), new Date(NOW.getTime() + seconds * 1000))
    expect([good(0, 0), good(40, 2), good(40, 3)]).toEqual([false, true, false])
    expect([good(10_000, 599), good(10_000, 600)]).toEqual([true, false])
    expect([good(330_000, 5 * 3600), good(330_000, 6 * 3600)]).toEqual([true, false])
  })
})

describe('the overview', () => {
  const overviewOf = (more: Partial<Parameters<typeof overviewView>[0]>) =>
    overviewView(
      { counts: noCounts(NOW), rounds: [], events: [], seats: new Map(), nextRoundAt: undefined, ...more },
      NOW,
    )
  const seatsOf = (...events: (readonly [ReturnType<typeof anEvent>, { confirmed: number; waiting?: number }])[]) => ({
    events: events.map(([event]) => event),
    seats: new Map(
      events.map(([event, { confirmed, waiting = 0 }]) => {
        const seats = seatsFor(event)
        const seatsLeft = seats.seatsLeft === undefined ? {} : { seatsLeft: seats.seatsLeft - confirmed }
        return [event.id, { ...seats, confirmed, waiting, ...seatsLeft }]
      }),
    ),
  })
  const startingIn = (hours: number, id: string) => anEvent({ id, startsAt: inHours(hours).toISOString() })

  it('of a programme that is new has nothing in it', () => {
    expect(overviewOf({})).toMatchObject({
      waiting: 0,
      nextEvents: [],
      needsAHand: { drafts: [], halfEmptyEvents: [] },
    })
    expect(overviewOf({}).lastRound).toBeUndefined()
  })

  it('tells of the last round, the next one, and drafts that wait', () => {
    const scores = [0, 0, 0, 0, 2, 0, 0, 0, 0, 0]
    const figures = { worstScore: 420, medianScore: 450, scores }
    const summary = { mentees: 3, mentors: 2, placed: 2, unplaced: 1, totalScore: 900, ...figures }
    const draft = { ...openRound('b', false, NOW), status: 'drafted' as const, summary }
    const older = { ...openRound('a', true, NOW), status: 'published' as const }
    const overview = overviewOf({ rounds: [draft, older], nextRoundAt: inHours(5) })
    expect(overview.lastRound).toEqual({
      roundId: 'b',
      status: 'drafted',
      startedAt: NOW.toISOString(),
      publishedAt: undefined,
      placed: 2,
      unplaced: 1,
      ...figures,
    })
    expect(overview.needsAHand.drafts).toEqual(['b'])
    expect(overview.nextRoundAt).toBe('2026-03-02T20:00:00.000Z')
  })

  it('tells of the next three events, and how full they are', () => {
    const events = ['a', 'b', 'c', 'd'].map((id, index) => startingIn(100 + index, id))
    const { nextEvents } = overviewOf(seatsOf(...events.map((event) => [event, { confirmed: 7, waiting: 2 }] as const)))
    expect(nextEvents.map(({ eventId }) => eventId)).toEqual(['a', 'b', 'c'])
    expect(nextEvents[0]).toMatchObject({ title: 'Coffee after the night shift', seatsLeft: 3, waiting: 2 })
  })

  it('names events within two weeks of which not half of the seats are taken', () => {
    const soon = 13 * 24
    const { capacity: _none, ...unlimited } = startingIn(soon, 'unlimited')
    const notYet = { ...startingIn(soon, 'not-yet'), registration: { opensAt: inHours(24).toISOString() } }
    const { needsAHand } = overviewOf(
      seatsOf(
        [startingIn(soon, 'short'), { confirmed: 4 }],
        [startingIn(soon, 'half'), { confirmed: 5 }],
        [unlimited, { confirmed: 0 }],
        [notYet, { confirmed: 0 }],
        [startingIn(15 * 24, 'later'), { confirmed: 0 }],
      ),
    )
    expect(needsAHand.halfEmptyEvents.map(({ eventId }) => eventId)).toEqual(['short'])
  })
})
