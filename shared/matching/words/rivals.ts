import { counted } from '../criteria/phrases.ts'
import { leftOutRows, type Seating } from './seating.ts'

/** A group of mentees who can sit nowhere else than on fewer seats: ids in their order, and the seats. */
export type Rivals = Readonly<{ mentees: readonly string[]; mentors: readonly string[]; seats: number }>

/** So many knots of mentors are remembered; a pool rarely has more than one large one. */
const MOST_KNOTS = 8

/** Mentors from whom exchanges lead to one of them, all that this one leads to, and the group of each wait there. */
type Knot = { inside: Uint8Array; leadsTo: readonly number[]; groups: Map<number, Rivals> }

/**
 * Why a mentee whom mentors would suit got none of them: the group that competes with her, a proof after Hall 1935, "On
 * representatives of subsets". From all mentors who may be paired with her go to those who sit there, from them to all
 * mentors who may be paired with them, and so on (an alternating forest, as in Kuhn 1955). In a best assignment every
 * seat on the way is taken, and by somebody who waited as many rounds or more: else an exchange would have placed her.
 * So the mentors that are reached have fewer seats than there are mentees who depend on them alone: those who sit there,
 * she herself, and others left out who waited at least as long and may be paired with no other mentor.
 *
 * Nobody when no mentor may be paired with her: then a hard rule is the reason, not the seats.
 *
 * A look at every pair at the very most, usually few: of each mentee met, only mentors not yet reached are tried. And
 * mentors who lead to each other are found once for all who ask (the idea of Tarjan's components, 1972): after the first
 * few, an answer tries hardly more than each mentor once. All 400 left out of 2,000 people: some 30 ms; all
 * 4,000 of 20,000: some 2 s.
 */
export function rivalsIn(seating: Seating): (mentee: string) => Rivals | undefined {
  const { packed, pool, rows, places, sitting, mayPair } = seating
  const { seats, waits } = packed
  const columns = seats.length
  const knots: Knot[] = []
  const leftOut = leftOutRows(seating)

  /** All columns that lead to one: who sits there may be paired with it, or with one that does. */
  function leadingTo(column: number): Uint8Array {
    const inside = new Uint8Array(columns)
    inside[column] = 1
    let others = [...inside.keys()].filter((other) => other !== column)
    for (const queue = [column]; queue.length > 0; ) {
      const to = queue.pop() ?? 0
      others = others.filter((other) => {
        if (!(sitting[other] ?? []).some((row) => mayPair(row, to))) return true
        inside[other] = 1
        queue.push(other)
        return false
      })
    }
    return inside
  }

  function knotOf(direct: readonly number[]): Knot | undefined {
    const known = knots.find(({ inside }) => direct.some((column) => inside[column] === 1))
    const [first] = direct
    if (known || first === undefined || knots.length >= MOST_KNOTS) return known
    const knot = { inside: leadingTo(first), leadsTo: reachedFrom([first], seating), groups: new Map() }
    knots.push(knot)
    return knot
  }

  /** The group of those who waited so long: who sits at these mentors, and who was left out and depends on them. */
  function groupAt(reached: readonly number[], wait: number): Rivals {
    const within = new Set(reached)
    const outside = [...seats.keys()].filter((column) => !within.has(column))
    const alsoOut = leftOut.filter(
      (row) =>
        (waits[row] ?? 0) >= wait &&
        !outside.some((column) => mayPair(row, column)) &&
        reached.some((column) => mayPair(row, column)),
    )
    const group = [...alsoOut, ...reached.flatMap((column) => sitting[column] ?? [])].sort((one, other) => one - other)
    return {
      mentees: group.map((row) => pool.mentees[row]?.person.id ?? ''),
      mentors: reached.map((column) => pool.mentors[column]?.person.id ?? ''),
      seats: reached.reduce((sum, column) => sum + (seats[column] ?? 0), 0),
    }
  }

  return (mentee) => {
    const row = rows.get(mentee) ?? -1
    if (places[row] !== -1) return undefined
    const direct = [...seats.keys()].filter((column) => mayPair(row, column))
    if (direct.length === 0) return undefined
    const wait = waits[row] ?? 0
    const knot = knotOf(direct)
    const reached = reachedFrom(direct, seating, knot?.leadsTo)
    if (!knot || reached.length > knot.leadsTo.length) return groupAt(reached, wait)
    const group = knot.groups.get(wait) ?? groupAt(reached, wait)
    knot.groups.set(wait, group)
    return group
  }
}

/**
 * The columns that exchanges lead to from some columns, those included, in their order. `known` are columns that are
 * reached for sure, with all that they lead to.
 */
export function reachedFrom(
  from: readonly number[],
  { sitting, mayPair }: Pick<Seating, 'sitting' | 'mayPair'>,
  known: readonly number[] = [],
): number[] {
  const reached = new Uint8Array(sitting.length)
  for (const column of known) reached[column] = 1
  const queue = from.filter((column) => reached[column] === 0)
  for (const column of queue) reached[column] = 1
  let others = [...reached.keys()].filter((column) => reached[column] === 0)
  for (let column = queue.pop(); column !== undefined; column = queue.pop()) {
    for (const row of sitting[column] ?? []) {
      others = others.filter((other) => {
        if (!mayPair(row, other)) return true
        reached[other] = 1
        queue.push(other)
        return false
      })
    }
  }
  return [...reached.keys()].filter((column) => reached[column] === 1)
}

/** "7 mentees, you and others who waited as long or longer, share 4 seats with 2 mentors." */
export const rivalsInWords = ({ mentees, mentors, seats }: Rivals): string =>
  `${counted(mentees.length, 'mentee')}, you and others who waited as long or longer, ` +
  `share ${counted(seats, 'seat')} with ${counted(mentors.length, 'mentor')}.`
