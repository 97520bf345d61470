import { countHours, sharedWeek } from '../../domain/week.ts'
import type { MatchingRules } from '../rules.ts'
import type { Facts } from './facts.ts'

/** A rule that no score can outweigh. */
type Barrier<Name extends string = string> = Readonly<{
  name: Name
  stops: (mentee: Facts, mentor: Facts, rules: MatchingRules) => boolean
}>

/** The hard rules, in the order in which they are tried. */
export const BARRIERS = [
  { name: 'same-person', stops: (mentee, mentor) => bothSame(mentee.address, mentor.address) },
  {
    name: 'paired-before',
    stops: (mentee, mentor) => mentee.avoided.has(mentor.id) || mentor.avoided.has(mentee.id),
  },
  {
    name: 'experience',
    stops: (mentee, mentor, { minimumExperienceGap }) => mentor.years < mentee.years + minimumExperienceGap,
  },
  {
    name: 'language',
    stops: (mentee, mentor) => !mentee.languages.some((language) => mentor.languages.includes(language)),
  },
  { name: 'meeting', stops: (mentee, mentor) => (mentee.meeting & mentor.meeting) === 0 },
  { name: 'hours', stops: (mentee, mentor) => countHours(sharedWeek(mentee.week, mentor.week)) === 0 },
  {
    name: 'interests',
    stops: (mentee, mentor) => (mentee.topics & mentor.topics) === 0 && (mentee.departments & mentor.departments) === 0,
  },
  {
    name: 'employer',
    stops: (mentee, mentor) =>
      (mentee.avoidsSameEmployer || mentor.avoidsSameEmployer) && bothSame(mentee.employer, mentor.employer),
  },
] as const satisfies readonly Barrier[]

export type BarrierName = (typeof BARRIERS)[number]['name']

/** The first rule that forbids the pair; undefined when none does. */
export function barrierBetween(mentee: Facts, mentor: Facts, rules: MatchingRules): BarrierName | undefined {
  for (const { name, stops } of BARRIERS) if (stops(mentee, mentor, rules)) return name
  return undefined
}

function bothSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one === other
}
