import fc from 'fast-check'
import type { MatchingSettingsInput } from '../../shared/domain/programme.ts'
import { SLOTS } from '../../shared/domain/week.ts'
import type { Person } from '../../shared/matching/person.ts'
import { aMentee, aMentor } from '../support/people.ts'

const someOf = <const Code>(codes: readonly Code[]) => fc.subarray([...codes], { minLength: 1 })

/** Few different answers, so that ties are common. */
const softTraits = {
  state: fc.constantFrom('OH', 'PA', 'CA', 'AZ'),
  departments: someOf(['hematology', 'chemistry']),
  topics: someOf(['cert_prep', 'work_life', 'ce']),
  meeting: someOf(['video', 'phone']),
  setting: fc.constantFrom('hospital', 'industry'),
  shift: fc.constantFrom('day', 'night'),
} as const

/** Answers that often forbid a pair. */
const hardTraits = {
  availability: someOf(['mon-morning', 'mon-evening', 'sun-night']),
  languages: someOf(['en', 'es']),
  employer: fc.constantFrom('Mercy', ' mercy ', 'Grace'),
  avoidSameEmployer: fc.boolean(),
  email: fc.constantFrom('one@example.org', 'two@example.org', 'ONE@example.org'),
} as const

const identical = fc.constant({})
const someTraits = fc.oneof(
  { weight: 3, arbitrary: fc.record(softTraits, { requiredKeys: ['topics', 'meeting'] }) },
  { weight: 1, arbitrary: fc.record({ ...softTraits, ...hardTraits }, { requiredKeys: ['topics', 'meeting'] }) },
  { weight: 1, arbitrary: identical },
)
const years = (...values: number[]) => fc.constantFrom(...values)

const menteeTraits = fc.tuple(
  someTraits,
  fc.record({ yearsOfExperience: years(0, 0, 1, 2, 9), roundsWaited: fc.constantFrom(0, 0, 1, 2, 7) }),
)
const mentorTraits = fc.tuple(
  someTraits,
  fc.record({ yearsOfExperience: years(2, 3, 12, 12, 20), capacity: fc.constantFrom(0, 1, 1, 2, 3) }),
)

/** Ids whose order by code unit differs from their order in a dictionary or by code point. */
const ids = fc.uniqueArray(
  fc.constantFrom('B', 'a', 'C', 'é', 'e\u0301', 'z', '10', '9', '\u{1F9EA}', '\uFF5E', 'ab', 'Ab'),
  {
    minLength: 10,
    maxLength: 10,
  },
)
const avoidances = fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.constantFrom('past', 'blocked')), { maxLength: 4 })

/** Up to 6 mentees and 4 mentors. */
export const smallPool: fc.Arbitrary<Person[]> = fc
  .tuple(
    fc.array(menteeTraits, { maxLength: 6, size: 'max' }),
    fc.array(mentorTraits, { maxLength: 4, size: 'max' }),
    ids,
    avoidances,
  )
  .map(([mentees, mentors, names, avoided]) => {
    const people = [
      ...mentees.map(([common, own]) => aMentee({ ...common, ...own })),
      ...mentors.map(([common, own]) => aMentor({ ...common, ...own })),
    ]
    return people.map((person, n) => {
      const list = (kind: string) => avoided.filter(([who, , how]) => who === n && how === kind)
      const idsOf = (kind: string) => list(kind).map(([, whom]) => names[whom] ?? '')
      return { ...person, id: names[n] ?? '', past: idsOf('past'), blocked: idsOf('blocked') }
    })
  })

export const someSettings: fc.Arbitrary<MatchingSettingsInput> = fc.record({
  rules: fc.record({ loadPenalty: fc.constantFrom(0, 2, 100), minimumExperienceGap: fc.constantFrom(0, 2) }),
  weights: fc.constantFrom({}, { topics: 1000, practice: 0, style: 0, contact: 0, background: 0 }),
})

const nobodyWaited = { yearsOfExperience: 2 }
const count = (min: number, max: number) => fc.integer({ min, max })
const crowd = (
  mentees: number,
  mentors: number,
  mentee: (n: number) => Partial<Person>,
  mentor: (n: number) => Partial<Person>,
) => [
  ...Array.from({ length: mentees }, (_, n) => aMentee({ ...nobodyWaited, ...mentee(n), id: `e${n}` })),
  ...Array.from({ length: mentors }, (_, n) => aMentor({ ...mentor(n), id: `m${n}` })),
]

/** Shapes that break solvers, with up to so many mentees and mentors. */
export const hostilePools = (mentees: number, mentors: number): Record<string, fc.Arbitrary<Person[]>> => {
  const sizes = fc.tuple(count(1, mentees), count(1, mentors), count(1, 5))
  return {
    'everybody identical': sizes.map(([e, m, capacity]) =>
      crowd(
        e,
        m,
        () => ({}),
        () => ({ capacity }),
      ),
    ),
    'one popular mentor': sizes.map(([e, m, capacity]) =>
      crowd(
        e,
        m,
        (n) => ({ roundsWaited: n % 3 }),
        (n) => ({ capacity, ...(n > 0 && { topics: ['ce'], state: 'CA' }) }),
      ),
    ),
    'one mentor whom everybody must share': sizes.map(([e, m, capacity]) =>
      crowd(
        e,
        m,
        (n) => ({ roundsWaited: (n * 5) % 8 }),
        (n) => ({ capacity, ...(n > 0 && { meeting: ['phone'] }) }),
      ),
    ),
    'no mentors': sizes.map(([e]) =>
      crowd(
        e,
        0,
        () => ({}),
        () => ({}),
      ),
    ),
    'no mentees': sizes.map(([, m]) =>
      crowd(
        0,
        m,
        () => ({}),
        () => ({}),
      ),
    ),
    'no pair allowed': sizes.map(([e, m, capacity]) =>
      crowd(
        e,
        m,
        () => ({}),
        () => ({ capacity, languages: ['es'] }),
      ),
    ),
    'ties everywhere, and rules that allow a staircase of pairs': sizes.map(([e, m, capacity]) =>
      crowd(
        e,
        m,
        (n) => ({ yearsOfExperience: n, roundsWaited: n % 2 }),
        (n) => ({ yearsOfExperience: n + 2, capacity }),
      ),
    ),
    'a chain in which each placement moves everybody': sizes.map(([e, m]) =>
      crowd(
        e,
        m,
        (n) => ({ availability: SLOTS.slice(n, n + 2) }),
        (n) => ({ availability: SLOTS.slice(n, n + 1) }),
      ),
    ),
    'seats far beyond what is wanted': sizes.map(([e, m]) =>
      crowd(
        e,
        m,
        () => ({}),
        (n) => ({ capacity: 10 ** (3 * (n % 4)) }),
      ),
    ),
    'one seat for all': sizes.map(([e, m]) =>
      crowd(
        e,
        m,
        (n) => ({ roundsWaited: n % 8 }),
        (n) => ({ capacity: n === 0 ? 1 : 0 }),
      ),
    ),
  }
}
