import { DEPARTMENTS, TOPICS } from '../../domain/taxonomy.ts'
import { MOST_YEARS } from '../criteria/facts.ts'
import { listed, shortName } from '../criteria/phrases.ts'
import { pack } from '../engine/pack.ts'
import { scorerOf } from '../engine/scorer.ts'
import type { Person } from '../person.ts'
import { leftOutRows, type Seating } from './seating.ts'

/** Seats to recruit for somebody: so many mentors like this one, with one seat each, place her for certain. */
export type WantedSeat = Readonly<{ kind: 'seat'; seats: number; mentor: Person; words: string }>

/** Far enough ahead to help most; see the experience gap of `parts/background.ts`. */
const YEARS_AHEAD = 8

/**
 * For some rows, each the mentor to look for when only a new one helps: one who answers as she does. Others may get to
 * such seats first, because they waited longer or fit better; while they do, each further seat
 *
 * - goes to one more mentee whose pair with this mentor is, at the prices of the proof, worth at least as much above what
 *   the mentee has as hers is: what mentees have only grows with more seats (Shapley 1962, "Complements and substitutes in
 *   the optimal assignment problem"); and
 * - places one more of those left out, who waited as long as she or longer: else placing her would be worth more.
 *
 * So she has one after at most as many seats as there are of either, and one more. That one seat is enough is exact; a
 * larger number may be more than enough. Undefined when no mentor can have enough more experience.
 *
 * Reads and scores all mentees once for all rows: 400 rows of 1,600 mentees take some 50 ms.
 */
export function seatsFor(asked: readonly number[], seating: Seating) {
  const { rules, result, pool, packed, priorities } = seating
  const { surpluses } = result.certificate
  const twins = asked.flatMap((row) => {
    const person = pool.mentees[row]?.person
    return person ? [{ row, mentor: twinOf(person, rules.minimumExperienceGap), own: -1, seats: 1 }] : []
  })
  const mentors = twins.map(({ mentor }) => ({ person: mentor, taken: 0 }))
  const scoresOf = scorerOf(pack({ ...pool, mentors }, rules), rules)
  twins.forEach((twin, n) => {
    const score = scoresOf(twin.row)[n] ?? -1
    if (score >= 0) twin.own = (priorities[twin.row] ?? 0) + score
  })
  for (let row = 0; row < pool.mentees.length; row++) {
    const scores = scoresOf(row)
    const before = (priorities[row] ?? 0) - (surpluses[row] ?? 0)
    twins.forEach((twin, n) => {
      const score = scores[n] ?? -1
      if (score >= 0 && row !== twin.row && before + score >= twin.own) twin.seats++
    })
  }
  const waited = leftOutRows(seating).map((row) => packed.waits[row] ?? 0)
  const asLong = (row: number) => waited.filter((wait) => wait >= (packed.waits[row] ?? 0)).length
  return new Map(
    twins.map(({ row, mentor, own, seats }): [number, WantedSeat | undefined] => [
      row,
      own < 0 ? undefined : wantedSeat(mentor, Math.min(seats, asLong(row))),
    ]),
  )
}

const wantedSeat = (mentor: Person, seats: number): WantedSeat => ({
  kind: 'seat',
  seats,
  mentor,
  words: wordsFor(mentor, seats),
})

/** A mentor who answers as the mentee does, holds what she prepares for, and is some years ahead. */
const twinOf = (person: Person, gap: number): Person => ({
  id: `like ${person.id}`,
  role: 'mentor',
  state: person.state,
  timeZone: person.timeZone,
  setting: person.setting,
  departments: person.departments,
  topics: person.topics,
  credentials: person.pursuing ? [person.pursuing] : [],
  yearsOfExperience: Math.min(MOST_YEARS, person.yearsOfExperience + Math.max(gap, YEARS_AHEAD)),
  shift: person.shift,
  availability: person.availability,
  meeting: person.meeting,
  languages: person.languages,
  style: person.style,
  capacity: 1,
})

/** More seats than this are nobody's next step; where to recruit is then told for the whole round. */
const A_HANDFUL = 5

/** "One more seat with a mentor who offers leadership, works in hematology and is free when you are would place you." */
function wordsFor({ topics, departments }: Person, seats: number): string {
  const offered = listed(TOPICS.filter(({ code }) => topics.includes(code)).map(shortName))
  const work = listed(DEPARTMENTS.filter(({ code }) => departments.includes(code)).map(shortName))
  if (seats > A_HANDFUL)
    return 'No single answer of yours would help: seats are short everywhere, and more mentors would.'
  return seats === 1
    ? `One more seat with a mentor who offers ${offered}, works in ${work} and is free when you are would place you.`
    : `${seats} more seats with mentors who offer ${offered}, work in ${work} and are free when you are would place you.`
}
