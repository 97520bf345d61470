import { BARRIERS, type BarrierName } from '../criteria/barriers.ts'
import type { MatchingRules } from '../rules.ts'
import { type Packed, WEEK_WORDS } from './pack.ts'

const numberOf = (name: BarrierName): number => BARRIERS.findIndex((barrier) => barrier.name === name)

const SAME_PERSON = numberOf('same-person')
const PAIRED_BEFORE = numberOf('paired-before')
const EXPERIENCE = numberOf('experience')
const LANGUAGE = numberOf('language')
const MEETING = numberOf('meeting')
const HOURS = numberOf('hours')
const INTERESTS = numberOf('interests')
const EMPLOYER = numberOf('employer')

const at = (column: Int32Array | Uint8Array, n: number): number => column[n] ?? 0

/**
 * BARRIERS on packed people, for the solver: the number of the first rule that forbids a pair, -1 when none does. The
 * tests hold it against `scorePair`.
 */
export function stopsOf(packed: Packed, { minimumExperienceGap }: Pick<MatchingRules, 'minimumExperienceGap'>) {
  const { mentees, mentors, avoidedStart, avoided } = packed
  const shareLanguage = sharingLanguage(packed)
  const avoid = (row: number, column: number): boolean => {
    const end = at(avoidedStart, row + 1)
    for (let n = at(avoidedStart, row); n < end; n++) if (avoided[n] === column) return true
    return false
  }
  const shareHour = (row: number, column: number): boolean => {
    for (let word = 0; word < WEEK_WORDS; word++) {
      if (at(mentees.week, row * WEEK_WORDS + word) & at(mentors.week, column * WEEK_WORDS + word)) return true
    }
    return false
  }

  return (row: number, column: number): number => {
    const address = at(mentees.address, row)
    if (address !== 0 && address === at(mentors.address, column)) return SAME_PERSON
    if (avoid(row, column)) return PAIRED_BEFORE
    if (at(mentors.years, column) < at(mentees.years, row) + minimumExperienceGap) return EXPERIENCE
    if (!shareLanguage(row, column)) return LANGUAGE
    if ((at(mentees.meeting, row) & at(mentors.meeting, column)) === 0) return MEETING
    if (!shareHour(row, column)) return HOURS
    const interests =
      (at(mentees.topics, row) & at(mentors.topics, column)) |
      (at(mentees.departments, row) & at(mentors.departments, column))
    if (interests === 0) return INTERESTS
    const minded = at(mentees.avoidsSameEmployer, row) | at(mentors.avoidsSameEmployer, column)
    const employer = at(mentees.employer, row)
    return minded !== 0 && employer !== 0 && employer === at(mentors.employer, column) ? EMPLOYER : -1
  }
}

/** Whether two speak a common language. */
export const sharingLanguage =
  ({ mentees, mentors, rareLanguages }: Packed) =>
  (row: number, column: number): boolean => {
    const common = at(mentees.languages, row) & at(mentors.languages, column)
    if (common === 0 || (common & 0x7fffffff) !== 0) return common !== 0
    const theirs = rareLanguages[at(mentors.languageSet, column)] ?? []
    return rareLanguages[at(mentees.languageSet, row)]?.some((language) => theirs.includes(language)) ?? false
  }
