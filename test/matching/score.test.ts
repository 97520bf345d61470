import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MatchingSettingsInput } from '../../shared/domain/programme.ts'
import { BARRIERS } from '../../shared/matching/criteria/barriers.ts'
import type { Person } from '../../shared/matching/person.ts'
import { rulesFor } from '../../shared/matching/rules.ts'
import { type PairScore, scorePair } from '../../shared/matching/score.ts'
import { aMentee, aMentor } from '../support/people.ts'
import { aPopulation } from './population.ts'

type Traits = Partial<Person>

function compared(mentee: Traits, mentor: Traits, settings?: MatchingSettingsInput): PairScore {
  const [one, other] = [aMentee(mentee), aMentor(mentor)]
  return scorePair(one, other, rulesFor([one, other], settings))
}

function partsOf(mentee: Traits, mentor: Traits, settings?: MatchingSettingsInput) {
  const result = compared(mentee, mentor, settings)
  if ('barrier' in result) throw new Error(`stopped by ${result.barrier}`)
  return result.parts
}

/** One example for each hard rule, in the order of the rules. */
const STOPPED = {
  'same-person': [{ email: 'Sam@Example.org ' }, { email: 'sam@example.org' }],
  'paired-before': [{ past: ['mentor'] }, {}],
  experience: [{ yearsOfExperience: 2 }, { yearsOfExperience: 3 }],
  language: [{}, { languages: ['es'] }],
  meeting: [{ meeting: ['phone', 'messages'] }, { meeting: ['video'] }],
  hours: [{ availability: ['mon-morning'] }, { availability: ['mon-afternoon', 'tue-morning'] }],
  interests: [
    { topics: ['cert_prep'], departments: ['hematology'] },
    { topics: ['ce'], departments: ['chemistry'] },
  ],
  employer: [{ employer: ' Mercy  Hospital' }, { employer: 'mercy hospital ', avoidSameEmployer: true }],
} as const satisfies Record<string, readonly [Traits, Traits]>

describe('a hard rule', () => {
  test.each(Object.entries(STOPPED))('%s stops a pair', (barrier, [mentee, mentor]) => {
    expect(compared(mentee, mentor)).toEqual({ barrier })
  })

  test('is named when it is the first of several', () => {
    expect(BARRIERS.map(({ name }) => name)).toEqual(Object.keys(STOPPED))
    const examples = Object.values<readonly [Traits, Traits]>(STOPPED)
    const all = (from: number, whose: 0 | 1): Traits =>
      Object.assign({}, ...examples.slice(from).map((example) => example[whose]))
    BARRIERS.forEach(({ name }, n) => {
      expect(compared(all(n, 0), all(n, 1))).toEqual({ barrier: name })
    })
  })

  test.each<[string, Traits, Traits]>([
    ['mentee was with the mentor', { past: ['mentor'] }, {}],
    ['mentee blocks the mentor', { blocked: ['mentor'] }, {}],
    ['mentor was with the mentee', {}, { past: ['mentee'] }],
    ['mentor blocks the mentee', {}, { blocked: ['mentee'] }],
  ])('paired-before: the %s', (_, mentee, mentor) => {
    expect(compared(mentee, mentor)).toEqual({ barrier: 'paired-before' })
  })

  test('experience: exactly the gap is enough, and the gap is a setting', () => {
    const [mentee, mentor] = [{ yearsOfExperience: 2 }, { yearsOfExperience: 4 }]
    expect(compared(mentee, mentor)).toHaveProperty('score')
    expect(compared(mentee, mentor, { rules: { minimumExperienceGap: 3 } })).toEqual({ barrier: 'experience' })
  })

  test('employer: nobody minds unless somebody asked, and two who name none do not share one', () => {
    expect(compared({ employer: 'Mercy' }, { employer: 'Mercy' })).toHaveProperty('score')
    expect(compared({ employer: 'Mercy', avoidSameEmployer: true }, { employer: 'MERCY' })).toEqual({
      barrier: 'employer',
    })
    expect(compared({ avoidSameEmployer: true }, {})).toHaveProperty('score')
  })

  test('interests: a common department is enough without a common topic', () => {
    expect(compared({ topics: ['ce'] }, { topics: ['cert_prep'] })).toHaveProperty('score')
  })

  test('language: English when nothing was said', () => {
    expect(compared({ languages: ['es', 'en'] }, {})).toHaveProperty('score')
  })
})

describe('hours', () => {
  const free = (state: Person['state'], slot: Person['availability'][number], timeZone?: string): Traits => ({
    state,
    availability: [slot],
    ...(timeZone ? { timeZone } : {}),
  })
  const winter = { at: '2026-01-15T12:00:00.000Z' }
  const summer = { at: '2026-07-15T12:00:00.000Z' }

  test('are compared in UTC: 18:00 in Ohio is 15:00 in California', () => {
    expect(compared(free('OH', 'mon-evening'), free('CA', 'mon-afternoon'))).toHaveProperty('score')
    expect(compared(free('OH', 'mon-evening'), free('CA', 'mon-morning'))).toEqual({ barrier: 'hours' })
  })

  test('wrap around the week: Sunday night in Hawaii is Monday morning in Ohio', () => {
    expect(compared(free('OH', 'mon-night'), free('HI', 'sun-evening'))).toHaveProperty('score')
  })

  test('follow summer time, which Arizona does not have', () => {
    // In winter Denver and Phoenix agree; in summer Denver's block ends and begins an hour earlier.
    const [denver, phoenix] = [free('CO', 'mon-evening'), free('AZ', 'mon-afternoon')]
    expect(compared(denver, phoenix, winter)).toEqual({ barrier: 'hours' })
    expect(compared(denver, phoenix, summer)).toHaveProperty('score')
  })

  test('in a zone with a half hour count only when free from end to end', () => {
    const whole = partsOf(free('OH', 'mon-morning', 'UTC'), free('OH', 'mon-morning', 'UTC'))
    const half = partsOf(free('OH', 'mon-morning', 'UTC'), free('OH', 'mon-morning', 'America/St_Johns'))
    expect(half.contact).toBeLessThan(whole.contact)
    // 06:00–12:00 at UTC-3:30 is 09:30–15:30 UTC: 10 and 11 o'clock are whole hours before noon.
    expect(compared(free('OH', 'mon-morning', 'UTC'), free('OH', 'mon-night', 'Asia/Kolkata'))).toEqual({
      barrier: 'hours',
    })
  })

  test('use the zone of the state unless another is given', () => {
    expect(partsOf(free('AZ', 'mon-evening'), { state: 'AZ' })).toEqual(
      partsOf(free('AZ', 'mon-evening', 'America/Phoenix'), { state: 'AZ' }),
    )
  })
})

describe('a score', () => {
  test('is a whole number from 0 to 1000 and the sum of parts that stay within their weights', () => {
    const weights = { topics: 0, practice: 333, style: 333, contact: 1, background: 333 }
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom({}, { weights }), (seed, settings) => {
        const people = aPopulation({ mentees: 6, mentors: 6, seats: 3, seed })
        const rules = rulesFor(people, settings)
        const pairs = people.flatMap((one) => people.map((other) => [one, other] as const))
        for (const [mentee, mentor] of pairs.filter(([a, b]) => a.role === 'mentee' && b.role === 'mentor')) {
          const result = scorePair(mentee, mentor, rules)
          if ('barrier' in result) continue
          const parts = Object.entries(result.parts)
          expect(parts.map(([name]) => name)).toEqual(Object.keys(rules.weights))
          expect(result.score).toBe(parts.reduce((sum, [, points]) => sum + points, 0))
          for (const [name, weight] of Object.entries(rules.weights)) {
            const points = parts.find(([part]) => part === name)?.[1]
            expect(Number.isInteger(points) && Number(points) >= 0 && Number(points) <= weight).toBe(true)
          }
        }
      }),
    )
  })

  test('is 1000 for a perfect pair', () => {
    const perfect: Traits = {
      style: { structure: 3, feedback: 4, pace: 5 },
      meeting: ['video', 'phone', 'messages'],
    }
    const result = compared({ ...perfect, pursuing: 'MLS' }, perfect)
    expect(result).toEqual({
      score: 1000,
      parts: { topics: 350, practice: 200, style: 150, contact: 150, background: 150 },
    })
  })

  test('does not need the people to be in the pool that the rules were made for', () => {
    expect(scorePair(aMentee(), aMentor(), rulesFor([]))).toHaveProperty('score')
  })

  test('weighs a topic that few mentors offer more than a common one', () => {
    const common = Array.from({ length: 8 }, (_, n) => aMentor({ id: `m${n}`, topics: ['ce'] }))
    const rare = aMentor({ topics: ['licence'] })
    const mentee = aMentee({ topics: ['ce', 'licence'] })
    const rules = rulesFor([...common, rare, mentee])
    const pointsWith = (mentor: Person) => {
      const result = scorePair(mentee, mentor, rules)
      return 'parts' in result ? result.parts.topics : undefined
    }
    expect(pointsWith(rare)).toBeGreaterThan(350 / 2)
    expect(pointsWith(aMentor({ topics: ['ce'] }))).toBeLessThan(350 / 2)
  })

  test('counts style half when somebody left it out', () => {
    expect(partsOf({ style: { structure: 1, feedback: 1, pace: 1 } }, {}).style).toBe(75)
    const opposite = { style: { structure: 5, feedback: 5, pace: 5 } }
    expect(partsOf({ style: { structure: 1, feedback: 1, pace: 1 } }, opposite).style).toBe(0)
  })

  test('rates the same state over a neighbor, a neighbor over the region, the region over elsewhere', () => {
    const from = (state: Person['state']) => partsOf({ state: 'MI' }, { state }).background
    expect([from('MI'), from('WI'), from('KY'), from('CA')]).toEqual([150, 132, 114, 90])
    expect(partsOf({ state: 'PR' }, { state: 'MI' }).background).toBe(90)
  })

  test('likes a mentor who is 5 to 15 years ahead best', () => {
    const ahead = (years: number) => partsOf({ yearsOfExperience: 0 }, { yearsOfExperience: years }).background
    expect([ahead(5), ahead(15)]).toEqual([150, 150])
    expect(ahead(3)).toBeLessThan(150)
    expect(ahead(30)).toBeLessThan(ahead(20))
  })

  test('counts the first shared hours most', () => {
    const hours = (slots: number) => partsOf({ availability: aMentee().availability.slice(0, slots) }, {}).contact
    expect(hours(2) - hours(1)).toBeGreaterThan(hours(3) - hours(2))
    expect(hours(28)).toBe(hours(4))
  })
})

describe('settings', () => {
  test('must add up', () => {
    expect(() => rulesFor([], { weights: { topics: 1 } })).toThrow('the five weights must add up to 1000')
  })
})
