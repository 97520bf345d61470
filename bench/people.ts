import { MEETING_WAYS } from '../shared/domain/profile-form.ts'
import { STATES } from '../shared/domain/states.ts'
import { CREDENTIALS, codesOf, DEPARTMENTS, SETTINGS, SHIFTS, TOPICS } from '../shared/domain/taxonomy.ts'
import { DAYS, type Slot } from '../shared/domain/week.ts'
import type { Person } from '../shared/matching/person.ts'
import { mulberry32 } from './random.ts'

/** How many seats there are for the mentees: mentors have 1 to 5, on average 1.5, 3 or 4.6. */
export const SHORTAGES = ['scarce', 'balanced', 'rich'] as const
export type Shortage = (typeof SHORTAGES)[number]

const CAPACITIES: Readonly<Record<Shortage, readonly number[]>> = {
  scarce: [60, 30, 10, 0, 0],
  balanced: [15, 20, 30, 20, 15],
  rich: [0, 0, 10, 20, 70],
}

/** How common each code is, by where it stands in its list; the last number stands for all that follow. */
const COMMON = {
  settings: [45, 22, 10, 5, 3, 3, 2, 2, 3, 2, 3],
  shifts: [52, 16, 17, 4, 5, 3, 3],
  departments: [18, 6, 16, 2, 14, 12, 12, 3, 3, 6, 6, 2, 1, 4, 2, 1, 6, 6, 1, 4, 3, 3, 1, 3, 4, 22],
  topics: [20, 16, 8, 8, 7, 8, 4, 5, 7, 3, 8, 2, 2, 3, 4, 3, 14, 12, 12, 8, 3, 8, 5, 1, 22, 5, 8],
  credentials: [40, 22, 6, 1, 4, 2, 3, 1, 1, 2, 1],
} as const

/** Thousands of technologists and technicians by age (BLS, Current Population Survey 2025, table 11b). */
const AGES = [
  { from: 20, to: 25, people: 32 },
  { from: 25, to: 35, people: 96 },
  { from: 35, to: 45, people: 64 },
  { from: 45, to: 55, people: 52 },
  { from: 55, to: 65, people: 53 },
  { from: 65, to: 72, people: 16 },
] as const
/** Mentees are new to the bench, mentors are not. */
const NEW_FOR = 10
const EXPERIENCED_AFTER = 5

/**
 * A believable profession of `count` people, one mentor to four mentees, the same for the same seed: states by
 * employment, experience by age, departments, settings and shifts skewed as surveys of the profession have them.
 */
export function* peopleFor(count: number, seed: number, shortage: Shortage): Generator<Person> {
  const random = mulberry32(seed)
  const draw = <Entry>(entries: readonly Entry[], weights: readonly number[]): Entry => {
    const total = entries.reduce((sum, _, n) => sum + weightAt(weights, n), 0)
    let left = random() * total
    const found = entries.findIndex((_, n) => {
      left -= weightAt(weights, n)
      return left < 0
    })
    const entry = entries[found < 0 ? entries.length - 1 : found]
    if (entry === undefined) throw new RangeError('nothing to draw from')
    return entry
  }
  const some = <Entry>(entries: readonly Entry[], weights: readonly number[], most: number): Entry[] => [
    ...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => draw(entries, weights))),
  ]

  const employment = STATES.map((state) => state.employment)
  const states = codesOf(STATES)
  const ages = AGES.map(({ people }) => people)
  /** Careers start at 21 to 33, rather early; who is too new for a mentor, or not new any more, is somebody else. */
  const experience = (mentor: boolean): number => {
    for (;;) {
      const { from, to } = draw(AGES, ages)
      const years = Math.floor(from + random() * (to - from) - 21 - random() * random() * 12)
      if (mentor ? years >= EXPERIENCED_AFTER : years >= 0 && years < NEW_FOR) return years
    }
  }
  const score = (): number => 1 + Math.round((random() + random()) * 2)
  for (let n = 0; n < count; n++) {
    const mentor = n % 5 === 4
    const shift = draw(codesOf(SHIFTS), COMMON.shifts)
    const years = experience(mentor)
    const person: Person = {
      id: `${mentor ? 'mentor' : 'mentee'}-${String(n).padStart(7, '0')}`,
      role: mentor ? 'mentor' : 'mentee',
      email: `person${n}@example.org`,
      state: draw(states, employment),
      // Students are the last of the settings.
      setting: draw(mentor ? codesOf(SETTINGS).slice(0, -1) : codesOf(SETTINGS), COMMON.settings),
      departments: some(codesOf(DEPARTMENTS), COMMON.departments, 4),
      topics: some(codesOf(TOPICS), COMMON.topics, 5),
      credentials: mentor || random() < 0.5 ? some(codesOf(CREDENTIALS), COMMON.credentials, 2) : [],
      yearsOfExperience: years,
      shift,
      availability: freeSlots(shift, random),
      meeting: some(MEETING_WAYS, [50, 25, 8, 17], 3),
      languages: random() < 0.12 ? ['en', draw(['es', 'zh', 'vi', 'tl', 'fr'], [60, 12, 8, 12, 8])] : ['en'],
      avoidSameEmployer: random() < 0.1,
    }
    if (random() < 0.6) person.employer = `Laboratory ${Math.floor(random() * random() * (20 + count / 40))}`
    if (random() < 0.8) person.style = { structure: score(), feedback: score(), pace: score() }
    if (mentor) person.capacity = draw([1, 2, 3, 4, 5], CAPACITIES[shortage])
    else {
      if (random() < 0.6) person.pursuing = draw(codesOf(CREDENTIALS), COMMON.credentials)
      person.roundsWaited = draw([0, 1, 2, 3, 4, 5, 6, 7], [55, 20, 10, 6, 4, 2, 2, 1])
    }
    yield person
  }
}

const weightAt = (weights: readonly number[], n: number): number => weights[Math.min(n, weights.length - 1)] ?? 1

/** Evenings for those who work days, mornings for those who work nights, weekends for many. */
function freeSlots(shift: Person['shift'], random: () => number): Slot[] {
  const block = shift === 'evening' ? 'morning' : shift === 'night' ? 'afternoon' : 'evening'
  const slots: Slot[] = []
  for (const [n, day] of DAYS.entries()) {
    if (random() < 0.45) slots.push(`${day}-${block}`)
    if (n >= 5 && random() < 0.3) slots.push(`${day}-${random() < 0.5 ? 'morning' : 'afternoon'}`)
  }
  if (slots.length === 0) slots.push(`tue-${block}`)
  return [...new Set(slots)]
}
