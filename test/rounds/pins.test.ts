import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assign, rulesFor, scorePair, verify } from '../../shared/matching/index.ts'
import type { Person } from '../../shared/matching/person.ts'
import { seatsOf } from '../../shared/matching/pool.ts'
import { pinned } from '../../shared/rounds/pins.ts'
import { smallPool, someSettings } from '../matching/pools.ts'
import { aMentee, aMentor } from '../support/people.ts'

/** Numbers that stand for two people of any pool; some of them stand for nobody. */
const somePins = fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 6 })
const pinsAmong = (people: readonly Person[], drawn: readonly (readonly [number, number])[]) =>
  drawn.map(([mentee, mentor]) => ({
    menteeId: people[mentee]?.id ?? 'nobody',
    mentorId: people[mentor]?.id ?? 'nobody',
  }))

describe('whatever is pinned', () => {
  it('the pins that stand are in the pairing, and what is proved to be best is the rest', () => {
    fc.assert(
      fc.property(smallPool, someSettings, somePins, (pool, settings, drawn) => {
        const { people, kept } = pinned(pool, pinsAmong(pool, drawn), rulesFor([], settings))
        const rules = rulesFor(people, settings)
        const result = assign(people, rules)
        expect(verify(people, rules, result)).toEqual({ optimal: true, bound: result.totalScore })
        const mentorOf = new Map(result.pairs.map(({ mentee, mentor }) => [mentee, mentor]))
        for (const { menteeId, mentorId } of kept) expect(mentorOf.get(menteeId)).toBe(mentorId)
      }),
      { seed: 6, numRuns: 300 },
    )
  })

  it('each pin stands or is refused, and only the mentees of those that stand are other than before', () => {
    fc.assert(
      fc.property(smallPool, someSettings, somePins, (pool, settings, drawn) => {
        const pins = pinsAmong(pool, drawn)
        const { people, kept, refused } = pinned(pool, pins, rulesFor([], settings))
        expect(pins.filter((_, nth) => !refused.some((each) => each.nth === nth))).toEqual(kept)
        const mentees = new Set(kept.map(({ menteeId }) => menteeId))
        expect(people.filter((person, n) => person !== pool[n]).map(({ id }) => id)).toEqual(
          pool.map(({ id }) => id).filter((id) => mentees.has(id)),
        )
      }),
      { seed: 7, numRuns: 300 },
    )
  })

  it('a pin is refused only when it cannot be: with one alone, when there is no seat or a hard rule forbids it', () => {
    fc.assert(
      fc.property(smallPool, someSettings, fc.tuple(fc.nat(11), fc.nat(11)), (pool, settings, drawn) => {
        const rules = rulesFor([], settings)
        const [pin] = pinsAmong(pool, [drawn])
        if (!pin) throw new Error('One was drawn.')
        const [mentee, mentor] = [pin.menteeId, pin.mentorId].map((id) => pool.find((person) => person.id === id))
        const possible =
          mentee?.role === 'mentee' &&
          mentor !== undefined &&
          seatsOf(mentor) > 0 &&
          !('barrier' in scorePair(mentee, mentor, rules))
        expect(pinned(pool, [pin], rules).kept).toEqual(possible ? [pin] : [])
      }),
      { seed: 8, numRuns: 300 },
    )
  })
})

describe('a pin that is not possible', () => {
  const people = [
    aMentee({ id: 'one' }),
    aMentee({ id: 'other' }),
    aMentee({ id: 'afar', languages: ['fr'] }),
    aMentee({ id: 'again', blocked: ['mentor'] }),
    aMentor({ capacity: 1 }),
    aMentor({ id: 'roomy', capacity: 2 }),
    aMentor({ id: 'full', capacity: 0 }),
  ]
  const refusedOf = (...pins: [menteeId: string, mentorId: string][]) =>
    pinned(
      people,
      pins.map(([menteeId, mentorId]) => ({ menteeId, mentorId })),
      rulesFor(people),
    ).refused

  it.each([
    ['of nobody', ['nobody', 'mentor'], 'This mentee is not waiting for a mentor now.'],
    ['of a mentor as a mentee', ['roomy', 'mentor'], 'This mentee is not waiting for a mentor now.'],
    ['to nobody', ['one', 'nobody'], 'This mentor has no free seat now.'],
    ['to somebody without a seat', ['one', 'full'], 'This mentor has no free seat now.'],
    ['to a mentee', ['one', 'other'], 'This mentor has no free seat now.'],
    ['of two who cannot talk', ['afar', 'mentor'], 'These two do not share a language.'],
    ['of two who were apart', ['again', 'mentor'], 'These two were paired before, or are never to be paired.'],
  ] as const)('is refused with a sentence that says why: %s', (_, [menteeId, mentorId], because) => {
    expect(refusedOf([menteeId, mentorId])).toEqual([{ nth: 0, because }])
  })

  it('is the later one, where two cannot both be', () => {
    expect(refusedOf(['one', 'mentor'], ['other', 'mentor'])).toEqual([
      { nth: 1, because: 'This mentor has only 1 free seat, and more pins than that.' },
    ])
    expect(refusedOf(['one', 'mentor'], ['one', 'roomy'], ['other', 'roomy'])).toEqual([
      { nth: 1, because: 'This mentee has two pins. Please keep one.' },
    ])
  })
})
