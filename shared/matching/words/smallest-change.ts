import { SLOTS } from '../../domain/week.ts'
import type { Person } from '../person.ts'
import { type Appraisal, appraise } from './appraise.ts'
import { seatCosts } from './seat-costs.ts'
import { leftOutRows, type Seating } from './seating.ts'
import { seatsFor, type WantedSeat } from './wanted-seat.ts'
import { WIDENED, type Widening, wideningsOf } from './widenings.ts'

/**
 * One answer widened by one choice that would have placed somebody: with this mentor at least, at the cost of nobody, or
 * of somebody who did not wait longer and fits less well. `person` is who she would be.
 */
type WiderAnswer = Readonly<{
  kind: 'answer'
  field: Widening['field']
  words: string
  mentor: string
  costs: 'nobody' | 'somebody'
  person: Person
}>

/** What would have placed somebody who was left out: a wider answer, or else seats to recruit. */
export type SmallestChange = WiderAnswer | WantedSeat

const MOST_POINTS = 1000

type Best = Appraisal & { widening: Widening }

/**
 * The smallest change for each mentee who was left out, or for some of them, in the order of their ids. Every choice that
 * she could add to one of her answers is tried (some 80). A changed answer changes her row alone, and without her row the
 * assignment stays best; so she is placed, in every best assignment, exactly when one of her pairs is then worth more
 * than the least that the others lose by it (see `seatCosts`). Of the changes that place her, those that cost nobody a
 * seat come first, then the easiest answer to change, then the largest gain, then the order of the form.
 *
 * When no single answer helps: the seats to recruit, see `seatsFor`; and nothing when no mentor could have enough more
 * experience than she has.
 *
 * Costs `seatCosts` once, and up to 80 people to read and score a mentee, fewer once an easy answer helps: 400 left out
 * of 2,000 people take about 1 s together, one alone 0.1 s.
 */
export function smallestChanges(seating: Seating, of?: readonly string[]): Map<string, SmallestChange> {
  const { pool, rows, priorities } = seating
  const costs = seatCosts(seating)
  const asked = of && new Set(of.map((id) => rows.get(id)))
  const speak = languagesOf(pool.mentors.map(({ person }) => person))
  // Who could not pay for the cheapest seat with a perfect score need not try any answer.
  const cheapest = costs.reduce((least, cost) => Math.min(least, cost), Number.POSITIVE_INFINITY)
  const canPay = (row: number) => (priorities[row] ?? 0) + MOST_POINTS > cheapest
  const tried = leftOutRows(seating).flatMap((row) => {
    const person = pool.mentees[row]?.person
    return person && (!asked || asked.has(row))
      ? [{ row, person, widenings: canPay(row) ? wideningsOf(person, speak) : [] }]
      : []
  })
  const best = new Map<number, Best>()
  // With no seat left that costs nobody, nothing better than the easiest answer can follow.
  const noneFree = seating.sitting.every((sitting, column) => sitting.length >= (seating.packed.seats[column] ?? 0))

  for (const field of WIDENED) {
    let open = tried.filter(
      ({ row }) => canPay(row) && !(noneFree && best.has(row)) && best.get(row)?.takesNone !== true,
    )
    if (field === 'availability') {
      // Whom being free at all hours would not place, no single slot does: more hours never make a pair worse.
      const always = open.map(({ row, person }) => ({ row, person: { ...person, availability: [...SLOTS] } }))
      const most = appraise(always, costs, seating)
      open = open.filter((_, n) => (most[n]?.gain ?? 0) > 0)
    }
    const clones = open.flatMap(({ row, widenings }) =>
      widenings.flatMap((widening) => (widening.field === field ? [{ row, person: widening.person, widening }] : [])),
    )
    appraise(clones, costs, seating).forEach((appraisal, n) => {
      const { row = -1, widening } = clones[n] ?? {}
      const before = best.get(row)
      if (widening && appraisal.gain > 0 && (!before || isSmaller({ ...appraisal, widening }, before))) {
        best.set(row, { ...appraisal, widening })
      }
    })
  }

  const without = tried.map(({ row }) => row).filter((row) => !best.has(row))
  const wanted = seatsFor(without, seating)
  return new Map(
    tried.flatMap(({ row, person }): [string, SmallestChange][] => {
      const wider = best.get(row)
      const change = wider ? answerOf(wider, seating) : wanted.get(row)
      return change ? [[person.id, change]] : []
    }),
  )
}

/** Fields come in their order, so a later one is only better when it costs nobody a seat. */
function isSmaller(one: Best, other: Best): boolean {
  if (one.takesNone !== other.takesNone) return one.takesNone
  return one.widening.field === other.widening.field && one.gain > other.gain
}

function answerOf({ widening, column, takesNone }: Best, { pool }: Seating): WiderAnswer {
  const { field, words, person } = widening
  return {
    kind: 'answer',
    field,
    words: `You would have a mentor${takesNone ? '' : ', and somebody else would not,'} if ${words}.`,
    mentor: pool.mentors[column]?.person.id ?? '',
    costs: takesNone ? 'nobody' : 'somebody',
    person,
  }
}

/** The languages that mentors speak, commonest first. */
function languagesOf(mentors: readonly Person[]): string[] {
  const counts = new Map<string, number>()
  for (const { languages = ['en'] } of mentors) {
    for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([language]) => language)
}
