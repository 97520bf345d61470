import { mulberry32 } from '../../bench/random.ts'
import { MEETING_WAYS } from '../../shared/domain/profile-form.ts'
import { STATES } from '../../shared/domain/states.ts'
import { CREDENTIALS, codesOf, DEPARTMENTS, SETTINGS, SHIFTS, TOPICS } from '../../shared/domain/taxonomy.ts'
import { SLOTS } from '../../shared/domain/week.ts'
import type { Person } from '../../shared/matching/person.ts'
import { aMentee, aMentor } from '../support/people.ts'

type Size = { mentees: number; mentors: number; seats: number; seed: number }

/** People of every kind, the same for the same seed; mentors have 1 to `seats` seats. */
export function aPopulation({ mentees, mentors, seats, seed }: Size): Person[] {
  const random = mulberry32(seed)
  const whole = (below: number) => Math.floor(random() * below)
  const some = <Code>(codes: readonly Code[], most: number): Code[] => {
    const chosen = Array.from({ length: 1 + whole(most) }, () => codes[whole(codes.length)])
    return [...new Set(chosen)].filter((code) => code !== undefined)
  }
  const one = <Code>(codes: readonly Code[], otherwise: Code): Code => codes[whole(codes.length)] ?? otherwise
  const common = () => ({
    state: one(codesOf(STATES), 'OH'),
    setting: one(codesOf(SETTINGS), 'hospital'),
    shift: one(codesOf(SHIFTS), 'day'),
    departments: some(codesOf(DEPARTMENTS), 4),
    topics: some(codesOf(TOPICS), 6),
    credentials: some(codesOf(CREDENTIALS), 2),
    pursuing: one(codesOf(CREDENTIALS), 'MLS'),
    availability: some(SLOTS, 8),
    meeting: some(MEETING_WAYS, 3),
    style: { structure: 1 + whole(5), feedback: 1 + whole(5), pace: 1 + whole(5) },
  })
  return [
    ...Array.from({ length: mentees }, (_, n) =>
      aMentee({ ...common(), id: `mentee-${n}`, yearsOfExperience: whole(10), roundsWaited: whole(3) * whole(4) }),
    ),
    ...Array.from({ length: mentors }, (_, n) =>
      aMentor({ ...common(), id: `mentor-${n}`, yearsOfExperience: 5 + whole(30), capacity: 1 + whole(seats) }),
    ),
  ]
}
