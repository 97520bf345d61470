import { normalAddress } from '../../domain/address.ts'
import { timeZoneOf } from '../../domain/fields.ts'
import type { Traits } from '../../domain/profile.ts'
import { MEETING_WAYS } from '../../domain/profile-form.ts'
import { CREDENTIALS, codesOf, DEPARTMENTS, TOPICS } from '../../domain/taxonomy.ts'
import { freeWeek, offsetMinutes, type Week } from '../../domain/week.ts'
import type { Person } from '../person.ts'
import { maskFor } from './bits.ts'

/** What a person said, made ready for comparing: defaults filled in, choices as masks, the free week in UTC. */
export type Facts = Readonly<
  Pick<Traits, 'setting' | 'shift' | 'state' | 'style'> & {
    id: string
    address: string | undefined
    /** Ids never to be paired with, whatever the reason. */
    avoided: ReadonlySet<string>
    employer: string | undefined
    avoidsSameEmployer: boolean
    /** Whole years, 0 to 60. */
    years: number
    languages: readonly string[]
    /** Bits in the order of CREDENTIALS, the first 32 and the rest. */
    credentials: readonly [number, number]
    /** The number of the credential in CREDENTIALS; -1 when none is pursued. */
    pursuing: number
    /** Bits in the order of MEETING_WAYS, TOPICS and DEPARTMENTS. */
    meeting: number
    topics: number
    departments: number
    week: Week
    timeZone: string
    /** Minutes ahead of UTC in the week that is compared. */
    offset: number
  }
>

const meetingMask = maskFor(MEETING_WAYS)
const topicMask = maskFor(codesOf(TOPICS))
const departmentMask = maskFor(codesOf(DEPARTMENTS))
const credentialCodes: readonly string[] = codesOf(CREDENTIALS)
const lowMask = maskFor(credentialCodes.slice(0, 32))
const highMask = maskFor(credentialCodes.slice(32))
/** More years of experience than this count no more. */
export const MOST_YEARS = 60
const NONE = [0, 0] as const
const NOBODY: ReadonlySet<string> = new Set()

const avoidedBy = ({ past = [], blocked = [] }: Person): ReadonlySet<string> => new Set([...past, ...blocked])

/** Who does not say speaks English. */
export const languagesOf = ({ languages = ['en'] }: Person): readonly string[] => languages

/** Reads people as they are in the week of `at`; zones are looked up once each. */
export function readerOfFacts(at: Date): (person: Person) => Facts {
  const offsets = new Map<string, number>()
  const offsetOf = (timeZone: string): number => {
    const known = offsets.get(timeZone)
    if (known !== undefined) return known
    const offset = offsetMinutes(timeZone, at)
    offsets.set(timeZone, offset)
    return offset
  }
  return (person) => {
    const timeZone = person.timeZone ?? timeZoneOf(person.state) ?? 'UTC'
    const offset = offsetOf(timeZone)
    return {
      id: person.id,
      address: person.email === undefined ? undefined : normalAddress(person.email),
      avoided: person.past?.length || person.blocked?.length ? avoidedBy(person) : NOBODY,
      employer: person.employer === undefined ? undefined : folded(person.employer),
      avoidsSameEmployer: person.avoidSameEmployer ?? false,
      years: Math.min(MOST_YEARS, Math.max(0, Math.floor(person.yearsOfExperience))),
      languages: languagesOf(person),
      credentials: person.credentials?.length ? [lowMask(person.credentials), highMask(person.credentials)] : NONE,
      pursuing: person.pursuing === undefined ? -1 : credentialCodes.indexOf(person.pursuing),
      meeting: meetingMask(person.meeting),
      topics: topicMask(person.topics),
      departments: departmentMask(person.departments),
      setting: person.setting,
      shift: person.shift,
      state: person.state,
      style: person.style,
      week: freeWeek(person.availability, offset),
      timeZone,
      offset,
    }
  }
}

/** " Mercy  Hospital" and "mercy hospital" are one employer. */
const folded = (employer: string): string => employer.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
