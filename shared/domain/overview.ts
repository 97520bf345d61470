import * as z from 'zod'
import { isOpen, lastWordOf, type Match } from './match.ts'
import { inPool, MOST_ROUNDS_WAITED, PROFILE_STATUSES, type Profile, room } from './profile.ts'
import { ROLES } from './profile-form.ts'
import { STATES } from './states.ts'
import { codesOf, DEPARTMENTS, TOPICS } from './taxonomy.ts'

/**
 * How a programme is: counts of everybody in it. They come from reading all profiles and all open matches, of which a
 * profession has half a million, and are stored until they are too old.
 */

const count = z.int().min(0)
const each = <Code extends string, Of extends z.ZodType>(codes: readonly Code[], of: Of) => z.record(z.enum(codes), of)

/** Some of what was counted, for somebody to begin with: the item in which this is stored may not grow. */
const MOST_IDS = 20
const Some = z.strictObject({ count, ids: z.array(z.string()).max(MOST_IDS) })
type Some = z.output<typeof Some>

/** Mentees in the pool who want something, and free seats of mentors in the pool who offer it. */
const Wanted = z.strictObject({ wanted: count, offered: count })

export const WEEKS = 26
const WEEK = 7 * 86_400_000
const MOST_SEATS = 5

export const Counts = z.strictObject({
  /** When counting began. */
  asOf: z.iso.datetime(),
  people: each(ROLES, each(PROFILE_STATUSES, count)),
  /** Mentees in the pool. */
  waiting: count,
  /** `free`: of mentors in the pool. `taken`: of all mentors, paused ones too. */
  seats: z.strictObject({ free: count, taken: count }),
  /** By week, oldest first: when those who are still here signed up. `week` is a Monday in UTC. */
  signUps: z.array(z.strictObject({ week: z.iso.date(), mentor: count, mentee: count })).length(WEEKS),
  topics: each(codesOf(TOPICS), Wanted),
  departments: each(codesOf(DEPARTMENTS), Wanted),
  /** `mentor` and `mentee`: the active ones. */
  states: each(codesOf(STATES), z.strictObject({ mentor: count, mentee: count, waiting: count, seats: count })),
  /** Mentees in the pool, by how many rounds have left them out; the last number is that many or more. */
  roundsWaited: z.array(count).length(MOST_ROUNDS_WAITED + 1),
  /** Active mentors, by how many mentees they have. */
  load: z.array(count).length(MOST_SEATS + 1),
  /** Open matches of which one of the two last said that there is a problem. */
  problems: Some,
  /** Open matches in which nobody was heard of, and which close by themselves within a week. */
  silent: Some,
  /** Profiles whose address gets no mail. */
  suppressed: Some,
})
export type Counts = z.output<typeof Counts>

/** The tally to begin with: nobody. */
export function noCounts(now: Date): Counts {
  const thisWeek = weekOf(now)
  const zeros = <Of>(codes: readonly string[], of: () => Of) => Object.fromEntries(codes.map((code) => [code, of()]))
  const none = (): Some => ({ count: 0, ids: [] })
  const wanted = () => ({ wanted: 0, offered: 0 })
  return Counts.parse({
    asOf: now.toISOString(),
    people: zeros(ROLES, () => zeros(PROFILE_STATUSES, () => 0)),
    waiting: 0,
    seats: { free: 0, taken: 0 },
    signUps: Array.from({ length: WEEKS }, (_, index) => ({
      week: new Date((thisWeek - (WEEKS - 1 - index)) * WEEK + FIRST_MONDAY).toISOString().slice(0, 10),
      mentor: 0,
      mentee: 0,
    })),
    topics: zeros(codesOf(TOPICS), wanted),
    departments: zeros(codesOf(DEPARTMENTS), wanted),
    states: zeros(codesOf(STATES), () => ({ mentor: 0, mentee: 0, waiting: 0, seats: 0 })),
    roundsWaited: Array.from({ length: MOST_ROUNDS_WAITED + 1 }, () => 0),
    load: Array.from({ length: MOST_SEATS + 1 }, () => 0),
    problems: none(),
    silent: none(),
    suppressed: none(),
  })
}

/** Counts one profile more, in place. */
export function countProfile(counts: Counts, profile: Profile, isSuppressed: boolean): void {
  const { role, status, traits } = profile
  counts.people[role][status]++
  if (isSuppressed) note(counts.suppressed, profile.id)
  if (status !== 'pending') {
    const ago = weekOf(new Date(counts.asOf)) - weekOf(new Date(profile.createdAt))
    const week = counts.signUps[WEEKS - 1 - ago]
    if (week) week[role]++
  }
  const load = profile.role === 'mentor' ? profile.matchIds.length : 0
  counts.seats.taken += load
  if (status !== 'active') return
  const state = counts.states[traits.state]
  state[role]++
  if (profile.role === 'mentor') addTo(counts.load, load)
  if (!inPool(profile)) return
  const open = room(profile)
  if (profile.role === 'mentor') {
    counts.seats.free += open
    state.seats += open
  } else {
    counts.waiting++
    state.waiting++
    addTo(counts.roundsWaited, profile.roundsWaited)
  }
  const side = profile.role === 'mentor' ? 'offered' : 'wanted'
  for (const topic of traits.topics) counts.topics[topic][side] += open
  for (const department of traits.departments) counts.departments[department][side] += open
}

/** Counts one match more, in place, if it is open and needs a hand. */
export function countMatch(counts: Counts, match: Match): void {
  if (!isOpen(match)) return
  if (ROLES.some((role) => lastWordOf(match, role)?.answer === 'problem')) note(counts.problems, match.id)
  if (match.nextStep === 'close') note(counts.silent, match.id)
}

export const peopleIn = ({ people }: Counts): number =>
  ROLES.flatMap((role) => Object.values(people[role])).reduce((sum, count) => sum + count, 0)

const MS_A_PERSON = 60

/**
 * A count is good for a minute for each thousand people: that of a chapter is a few seconds old at most, that of 330,000
 * people under six hours. So what counting costs does not grow with the people, nor with who looks how often.
 */
export const isGood = (counts: Counts, now: Date): boolean =>
  now.getTime() - Date.parse(counts.asOf) < peopleIn(counts) * MS_A_PERSON

function note(some: Some, id: string): void {
  some.count++
  if (some.ids.length < MOST_IDS) some.ids.push(id)
}

function addTo(counts: number[], index: number): void {
  counts[index] = (counts[index] ?? 0) + 1
}

/** 1970 began on a Thursday. */
const FIRST_MONDAY = 4 * 86_400_000
/** Weeks since then, from Monday to Sunday in UTC. */
const weekOf = (time: Date): number => Math.floor((time.getTime() - FIRST_MONDAY) / WEEK)
