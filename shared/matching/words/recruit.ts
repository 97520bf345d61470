import { counted } from '../criteria/phrases.ts'
import { pack } from '../engine/pack.ts'
import { stopsOf } from '../engine/stops.ts'
import type { Person } from '../person.ts'
import { kindsFor } from './mentor-kinds.ts'
import { leftOutRows, type Seating, sittingAt } from './seating.ts'

/** What one more mentor would do. */
export type Recruit = Readonly<{
  /** Somebody of this kind; see `kindsFor`. */
  mentor: Person
  /** How many more mentees would have a mentor: exactly. */
  places: number
  /** How many of those who were left out may be paired with this mentor. */
  suits: number
  words: string
}>

const SEATS = 3
/** So many kinds are tried: those that most of the people left out ask for. */
const KINDS = 60

/**
 * Where to recruit: "one more mentor like this places N more", best first; equally good ones by how many of those left
 * out they suit. A kind that places nobody is not in it. There may be better kinds than those that are tried.
 *
 * N is exact: as many mentees as can be placed are placed, so one more mentor places as many more as there are chains of
 * exchanges, one after the other, from somebody left out to one of the new seats (Berge 1957, "Two theorems in graph
 * theory"; Ford & Fulkerson 1956).
 *
 * Reads all mentees once and looks at each of them for each kind; chains are only looked for where the kind suits fewer
 * people left out than there are seats: 2,000 people 0.1 s, 20,000 some 0.5 s, 280,000 some 10 s.
 */
export function recruits(seating: Seating, seats = SEATS, kinds = KINDS): Recruit[] {
  const { pool, rules } = seating
  const out = leftOutRows(seating)
  const people = out.flatMap((row) => pool.mentees[row]?.person ?? [])
  const tried = kindsFor(people, seats, rules.minimumExperienceGap, kinds)
  const stops = stopsOf(
    pack({ ...pool, mentors: tried.map(({ mentor }) => ({ person: mentor, taken: 0 })) }, rules),
    rules,
  )
  return tried
    .map(({ mentor, words }, kind) => {
      const suits = out.filter((row) => stops(row, kind) < 0)
      const direct = suits.slice(0, seats)
      const more = seats - direct.length
      const rest = out.filter((row) => !direct.includes(row))
      const places = direct.length + chainsTo((row) => stops(row, kind) < 0, rest, more, seating)
      return {
        mentor,
        places,
        suits: suits.length,
        words: `Recruiting ${words} places ${counted(places, 'more mentee')}.`,
      }
    })
    .filter(({ places }) => places > 0)
    .sort((one, other) => other.places - one.places || other.suits - one.suits)
}

/** Somebody, and the mentor to whom they go. */
type Move = { row: number; to: number }

const NEW = -1

/**
 * How many more of those left out get a seat by chains of exchanges that end at new seats, at most so many. Each chain is
 * searched from its end: who may move to the new mentor, who may follow them, and so on up to somebody left out.
 */
function chainsTo(mayMoveIn: (row: number) => boolean, leftOut: number[], most: number, seating: Seating): number {
  const { places, mayPair } = seating
  if (most === 0 || leftOut.length === 0) return 0
  const sitting = sittingAt(places, seating.sitting.length)
  const waiting = new Set(leftOut)
  for (let found = 0; found < most; found++) {
    /** For each mentor reached: who leaves it, and to whom. */
    const leaves = new Map<number, Move>()
    let others = [...sitting.keys()]
    let end: Move | undefined
    const queue = [NEW]
    for (let to = queue.shift(); to !== undefined && !end; to = queue.shift()) {
      const column = to
      const follows = (row: number) => (column === NEW ? mayMoveIn(row) : mayPair(row, column))
      const newcomer = column === NEW ? undefined : [...waiting].find(follows)
      if (newcomer !== undefined) end = { row: newcomer, to: column }
      others = others.filter((other) => {
        const row = (sitting[other] ?? []).find(follows)
        if (row === undefined) return true
        leaves.set(other, { row, to: column })
        queue.push(other)
        return false
      })
    }
    if (!end) return found
    waiting.delete(end.row)
    let from = NEW
    for (let step: Move | undefined = end; step; step = leaves.get(from)) {
      const { row, to }: Move = step
      if (from !== NEW) sitting[from] = (sitting[from] ?? []).filter((other) => other !== row)
      sitting[to]?.push(row)
      from = to
    }
  }
  return most
}
