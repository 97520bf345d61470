import { criteriaFor } from '../criteria/criteria.ts'
import { type Facts, languagesOf } from '../criteria/facts.ts'
import { type Member, type Pool, seatsOf, waitOf } from '../pool.ts'
import type { MatchingRules } from '../rules.ts'

/** Whole numbers that threads can share. */
const ints = (count: number) => new Int32Array(new SharedArrayBuffer(4 * count))
const bytes = (count: number) => new Uint8Array(new SharedArrayBuffer(count))

/** Keys of pairs have so much room for the mentor. */
const MOST_MENTORS = 2 ** 21
/** A week of 168 hours. */
export const HOURS_A_WORD = 28
export const WEEK_WORDS = 6
/** Languages beyond the first 31 of a pool share the last bit of a mask. */
const OTHER_LANGUAGE = 31

/** One side of a pool, an array for each thing that is compared: row n is the n-th mentee or mentor by id. */
export type Side = Readonly<{
  count: number
  /** For each criterion of kind `choice`, in their order. */
  choices: readonly Uint8Array[]
  /** For each criterion of kind `chosen`, in their order. */
  chosen: readonly Int32Array[]
  /** Bit masks of what is held, and the number of what is sought; 255 for nothing. */
  heldLow: Int32Array
  heldHigh: Int32Array
  sought: Uint8Array
  /** Six words a person. */
  week: Int32Array
  years: Uint8Array
  meeting: Int32Array
  topics: Int32Array
  departments: Int32Array
  languages: Int32Array
  languageSet: Int32Array
  /** Addresses and employers by number; 0 when not told. */
  address: Int32Array
  employer: Int32Array
  avoidsSameEmployer: Uint8Array
}>

/** A pool as numbers: all that scanning pairs needs, ready to be shared with other threads. */
export type Packed = Readonly<{
  mentees: Side
  mentors: Side
  /** Rounds waited, a mentee each. */
  waits: Uint8Array
  /** Free seats, a mentor each; never more than there are mentees. */
  seats: Int32Array
  /** Seats of each mentor that pins took before: penalties start after them. */
  pinned: Int32Array
  /** The mentors that each mentee avoids or is avoided by: `avoided[start[row]…start[row + 1]]`, ascending. */
  avoidedStart: Int32Array
  avoided: Int32Array
  /** Of each set of languages (from 1), those that the masks cannot tell apart. */
  rareLanguages: readonly (readonly number[])[]
}>

/** Reads everybody once. */
export function pack(pool: Pool, rules: MatchingRules): Packed {
  if (pool.mentors.length > MOST_MENTORS) throw new RangeError(`No more than ${MOST_MENTORS} mentors can be compared.`)
  const intern = { addresses: numbering(), employers: numbering(), languages: numbering(), sets: numbering() }
  for (const language of byFrequency([...pool.mentees, ...pool.mentors])) intern.languages(language)
  const sets: number[][] = []
  const avoiding: [mentee: string | number, mentor: string | number][] = []
  const side = (members: readonly Member[], note: (facts: Facts, n: number) => void): Side => {
    const criteria = criteriaFor(rules.weights).map(({ criterion }) => criterion)
    const choices = criteria.filter((criterion) => criterion.kind === 'choice')
    const chosen = criteria.filter((criterion) => criterion.kind === 'chosen')
    const holding = criteria.find((criterion) => criterion.kind === 'holding')
    const count = members.length
    const packed = {
      count,
      choices: choices.map(() => bytes(count)),
      chosen: chosen.map(() => ints(count)),
      heldLow: ints(count),
      heldHigh: ints(count),
      sought: bytes(count),
      week: ints(count * WEEK_WORDS),
      years: bytes(count),
      meeting: ints(count),
      topics: ints(count),
      departments: ints(count),
      languages: ints(count),
      languageSet: ints(count),
      address: ints(count),
      employer: ints(count),
      avoidsSameEmployer: bytes(count),
    }
    members.forEach(({ person }, n) => {
      const facts = rules.read(person)
      for (const [c, { answer }] of choices.entries()) set(packed.choices[c], n, answer(facts))
      for (const [c, { mask }] of chosen.entries()) set(packed.chosen[c], n, mask(facts))
      const [low, high] = holding?.held(facts) ?? [0, 0]
      packed.heldLow[n] = low
      packed.heldHigh[n] = high
      packed.sought[n] = (holding?.sought(facts) ?? -1) & 255
      packWeek(facts, packed.week, n)
      packed.years[n] = facts.years
      packed.meeting[n] = facts.meeting
      packed.topics[n] = facts.topics
      packed.departments[n] = facts.departments
      const spoken = [...new Set(facts.languages)].map(intern.languages).sort((a, b) => a - b)
      packed.languages[n] = spoken.reduce((mask, one) => mask | (1 << Math.min(one - 1, OTHER_LANGUAGE)), 0)
      const language = intern.sets(spoken.join())
      packed.languageSet[n] = language
      sets[language] ??= spoken.filter((one) => one > OTHER_LANGUAGE)
      packed.address[n] = facts.address === undefined ? 0 : intern.addresses(facts.address)
      packed.employer[n] = facts.employer === undefined ? 0 : intern.employers(facts.employer)
      packed.avoidsSameEmployer[n] = facts.avoidsSameEmployer ? 1 : 0
      note(facts, n)
    })
    return packed
  }
  const mentees = side(pool.mentees, ({ avoided }, n) => {
    for (const id of avoided) avoiding.push([n, id])
  })
  const mentors = side(pool.mentors, ({ avoided }, n) => {
    for (const id of avoided) avoiding.push([id, n])
  })
  const waits = bytes(mentees.count)
  pool.mentees.forEach(({ person }, n) => {
    waits[n] = waitOf(person)
  })
  const seats = ints(mentors.count)
  const pinned = ints(mentors.count)
  pool.mentors.forEach(({ person, taken }, n) => {
    seats[n] = Math.min(mentees.count, seatsOf(person) - taken)
    pinned[n] = taken
  })
  return {
    mentees,
    mentors,
    waits,
    seats,
    pinned,
    ...avoidedBy(avoiding, pool),
    rareLanguages: sets,
  }
}

function set(column: Int32Array | Uint8Array | undefined, n: number, value: number): void {
  if (column) column[n] = value
}

/** Numbers for names, from 1 in the order in which they come. */
function numbering(): (name: string) => number {
  const numbers = new Map<string, number>()
  return (name) => {
    const number = numbers.get(name) ?? numbers.size + 1
    numbers.set(name, number)
    return number
  }
}

/** From 24 hours a word to `HOURS_A_WORD`. */
function packWeek({ week }: Facts, into: Int32Array, n: number): void {
  for (let hour = 0; hour < 168; hour++) {
    if (((week[Math.floor(hour / 24)] ?? 0) & (1 << (hour % 24))) === 0) continue
    const word = n * WEEK_WORDS + Math.floor(hour / HOURS_A_WORD)
    into[word] = (into[word] ?? 0) | (1 << (hour % HOURS_A_WORD))
  }
}

function avoidedBy(avoiding: readonly [string | number, string | number][], { mentees, mentors }: Pool) {
  const numbers = (members: readonly Member[]) => new Map(members.map(({ person }, n) => [person.id, n]))
  const [rows, columns] = avoiding.length > 0 ? [numbers(mentees), numbers(mentors)] : [new Map(), new Map()]
  const pairs = new Set<number>()
  for (const [mentee, mentor] of avoiding) {
    const row: number | undefined = typeof mentee === 'number' ? mentee : rows.get(mentee)
    const column: number | undefined = typeof mentor === 'number' ? mentor : columns.get(mentor)
    if (row !== undefined && column !== undefined) pairs.add(row * mentors.length + column)
  }
  const sorted = Float64Array.from(pairs).sort()
  const avoidedStart = ints(mentees.length + 1)
  const avoided = ints(sorted.length)
  sorted.forEach((pair, n) => {
    const row = Math.floor(pair / mentors.length)
    avoided[n] = pair - row * mentors.length
    avoidedStart[row + 1] = n + 1
  })
  for (let row = 0; row < mentees.length; row++) {
    avoidedStart[row + 1] = Math.max(avoidedStart[row + 1] ?? 0, avoidedStart[row] ?? 0)
  }
  return { avoidedStart, avoided }
}

/** All languages, those of most people first: the masks tell these apart. */
function byFrequency(members: readonly Member[]): string[] {
  const counts = new Map<string, number>()
  for (const { person } of members) {
    for (const language of languagesOf(person)) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  return [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)).map(([language]) => language)
}
