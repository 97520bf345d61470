import type { Traits } from '../../../domain/profile.ts'
import { STATES, type State } from '../../../domain/states.ts'
import { codesOf, SHIFTS } from '../../../domain/taxonomy.ts'
import { type Facts, MOST_YEARS } from '../facts.ts'
import { FULL, type Part } from '../part.ts'

type Shift = Traits['shift']

const SHIFT_WORDS: Readonly<Record<Shift, string>> = {
  day: 'You both work days.',
  evening: 'You both work evenings.',
  night: 'You both work nights.',
  weekend: 'You both work weekends or holidays.',
  rotating: 'You both work rotating shifts.',
  per_diem: 'You both work per diem.',
  variable: 'You both work variable hours.',
}

/** People on these shifts know every part of the day a little. */
const CHANGING: ReadonlySet<Shift> = new Set<Shift>(['rotating', 'per_diem', 'variable'])
const SHIFT_CODES = codesOf(SHIFTS)
/** Far enough ahead to help, near enough to remember. */
const HELPFUL_GAP = { least: 5, most: 15 }
const NUMBER_OF: ReadonlyMap<string, number> = new Map(STATES.map(({ code }, n) => [code, n]))
const STATE_OF: ReadonlyMap<string, State> = new Map(STATES.map((state) => [state.code, state]))

/** Where and how they work: state or region, shift, and how far ahead the mentor is. */
export const background: Part = {
  name: 'background',
  criteria: [
    {
      kind: 'choice',
      share: 40,
      size: STATES.length + 1,
      answer: ({ state }) => NUMBER_OF.get(state) ?? STATES.length,
      suits: (one, other) => PLACE_FIT[one === other ? 'state' : nearness(STATES[one]?.code, STATES[other]?.code)],
    },
    {
      kind: 'choice',
      share: 30,
      size: SHIFTS.length,
      answer: ({ shift }) => SHIFT_CODES.indexOf(shift),
      suits: (one, other) => shiftFit(SHIFT_CODES[one], SHIFT_CODES[other]),
    },
    {
      kind: 'choice',
      share: 30,
      size: MOST_YEARS + 1,
      answer: ({ years }) => years,
      suits: (mentees, mentors) => gapFit(mentors - mentees),
    },
  ],
  words: (mentee, mentor) => [
    ...placeWords(mentee, mentor),
    ...(mentee.shift === mentor.shift ? [SHIFT_WORDS[mentee.shift]] : []),
    ...gapWords(mentor.years - mentee.years),
  ],
}

const PLACE_FIT = { state: FULL, neighbors: 700, region: 400, far: 0 }

function nearness(one?: string, other?: string): keyof typeof PLACE_FIT {
  if (one === other) return 'state'
  const state = STATE_OF.get(one ?? '')
  if (state?.neighbors.includes(other ?? '')) return 'neighbors'
  // Puerto Rico belongs to no region.
  return state?.region && state.region === STATE_OF.get(other ?? '')?.region ? 'region' : 'far'
}

function shiftFit(one?: Shift, other?: Shift): number {
  if (one === other) return FULL
  return (one && CHANGING.has(one)) || (other && CHANGING.has(other)) ? FULL / 2 : 0
}

function gapFit(years: number): number {
  if (years < HELPFUL_GAP.least) return Math.max(0, Math.floor((FULL * years) / HELPFUL_GAP.least))
  return Math.max(0, FULL - 40 * Math.max(0, years - HELPFUL_GAP.most))
}

function placeWords(mentee: Facts, mentor: Facts): string[] {
  const state = STATE_OF.get(mentee.state)
  switch (nearness(mentee.state, mentor.state)) {
    case 'state':
      return [`You are both in ${mentee.state === 'DC' ? 'the ' : ''}${state?.name ?? mentee.state}.`]
    case 'neighbors':
      return ['You are in neighboring states.']
    case 'region':
      return [`You are both in ASCLS region ${state?.region}.`]
    case 'far':
      return []
  }
}

const gapWords = (years: number): string[] =>
  years > 0 ? [`The mentor has ${years} more ${years === 1 ? 'year' : 'years'} of experience.`] : []
