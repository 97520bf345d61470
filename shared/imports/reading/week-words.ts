import { BLOCKS, DAYS, SLOTS, type Slot } from '../../domain/week.ts'
import { wordsOf } from './words.ts'

/** Free time as people write it: `Mon evening; weekends`, `Mon-Fri evenings`, `mornings on Tuesday`, `mon-evening`. */

type Day = (typeof DAYS)[number]
type Block = (typeof BLOCKS)[number]
type Token = { days: readonly Day[] } | { blocks: readonly Block[] } | 'to' | 'and' | 'skip' | 'end'

/** What a column's heading says already, as in “Availability [Monday]”. */
export type Times = { days: readonly Day[]; blocks: readonly Block[] }

const WORKDAYS: readonly Day[] = ['mon', 'tue', 'wed', 'thu', 'fri']
const BY_DAY: readonly Block[] = ['morning', 'afternoon', 'evening']

const MEANS = new Map<string, Token>([
  ...alike(['mon', 'monday', 'mondays'], { days: ['mon'] }),
  ...alike(['tue', 'tues', 'tuesday', 'tuesdays'], { days: ['tue'] }),
  ...alike(['wed', 'weds', 'wednesday', 'wednesdays'], { days: ['wed'] }),
  ...alike(['thu', 'thur', 'thurs', 'thursday', 'thursdays'], { days: ['thu'] }),
  ...alike(['fri', 'friday', 'fridays'], { days: ['fri'] }),
  ...alike(['sat', 'saturday', 'saturdays'], { days: ['sat'] }),
  ...alike(['sun', 'sunday', 'sundays'], { days: ['sun'] }),
  ...alike(['weekday', 'weekdays', 'workdays'], { days: WORKDAYS }),
  ...alike(['weekend', 'weekends'], { days: ['sat', 'sun'] }),
  ...alike(['daily', 'everyday', 'anytime', 'flexible', 'always', 'any', 'every', 'all'], { days: DAYS }),
  ...alike(['night', 'nights', 'overnight', 'overnights'], { blocks: ['night'] }),
  ...alike(['morning', 'mornings', 'am'], { blocks: ['morning'] }),
  ...alike(['afternoon', 'afternoons', 'pm', 'lunch', 'lunchtime'], { blocks: ['afternoon'] }),
  ...alike(['evening', 'evenings', 'eve'], { blocks: ['evening'] }),
  ...alike(['to', 'through', 'thru', 'until', '-', '–', '—'], 'to'),
  ...alike(['and', 'or', ',', '/', '&'], 'and'),
  ...alike([';', '|', '+', '•', '\n'], 'end'),
  ...alike(['on', 'in', 'the', 'at', 'of', 'day', 'days', 'time', 'times', 'week', 'only', ':'], 'skip'),
  ...alike(['usually', 'mostly', 'most', 'free', 'available', 'early', 'late'], 'skip'),
])

function alike(words: readonly string[], token: Token): [string, Token][] {
  return words.map((word) => [word, token])
}

const TICKED = new Set(['x', 'yes', 'y', 'true', '1', 'ok', 'free', 'available', '✓', '✔', '☑'])
const NOT_TICKED = new Set(['no', 'n', 'false', '0', '-', 'none', 'not available', 'unavailable', 'n/a', '✗', '☐'])

/** Whether a heading speaks of days and times of the day alone. */
export const isOfTheWeek = (words: string): boolean => {
  const all = words.split(' ')
  return all.every((word) => MEANS.has(word)) && all.some((word) => typeof MEANS.get(word) === 'object')
}

/** The days and times that a heading names. */
export function timesIn(heading: string): Times {
  const known = wordsOf(heading)
    .split(' ')
    .map((word) => MEANS.get(word))
  return {
    days: DAYS.filter((day) => known.some((token) => isDays(token) && token.days.includes(day))),
    blocks: BLOCKS.filter((block) => known.some((token) => isBlocks(token) && token.blocks.includes(block))),
  }
}

const isDays = (token: Token | undefined) => typeof token === 'object' && 'days' in token
const isBlocks = (token: Token | undefined) => typeof token === 'object' && 'blocks' in token

/**
 * The slots of a cell, or the word that is none of the week's. A day without a time of day is all of it but the night; a
 * time of day without a day is that of all days.
 */
export function slotsOf(cell: string, { days, blocks }: Times): { slots: Slot[] } | { unknown: string } {
  const bare = cell.toLowerCase()
  const slots = new Set<Slot>()
  const add = (someDays: readonly Day[], someBlocks: readonly Block[]) => {
    for (const day of someDays) for (const block of someBlocks) slots.add(`${day}-${block}`)
  }
  const addRun = (run: Times) =>
    add(
      run.days.length ? run.days : days.length ? days : DAYS,
      run.blocks.length ? run.blocks : blocks.length ? blocks : BY_DAY,
    )
  if (NOT_TICKED.has(bare)) return { slots: [] }
  if (days.length + blocks.length && TICKED.has(bare)) {
    addRun({ days: [], blocks: [] })
    return { slots: [...slots] }
  }

  const read = tokensOf(bare)
  if ('unknown' in read) return read
  for (const run of runsOf(read.tokens)) addRun(run)
  return { slots: SLOTS.filter((slot) => slots.has(slot)) }
}

function tokensOf(text: string): { tokens: Token[] } | { unknown: string } {
  const tokens: Token[] = []
  // What stands in brackets may explain only: “Evening (6 pm to midnight)”.
  const said = text.replace(/\(([^()]*)\)/g, (_, inside: string) =>
    isOfTheWeek(wordsOf(inside)) ? ` ${inside} ` : ' ',
  )
  for (const word of said.match(/[\p{L}\p{N}]+|\n|[^\s\p{L}\p{N}.]/gu) ?? []) {
    const token = MEANS.get(word)
    if (!token) return { unknown: word }
    if (token !== 'skip') tokens.push(token)
  }
  return { tokens: tokens.flatMap((token, n) => rangeOf(token, tokens[n - 1], tokens[n + 1])) }
}

/** `mon-fri` is five days; the line of `mon-evening` only joins. */
function rangeOf(token: Token, before: Token | undefined, after: Token | undefined): Token[] {
  if (token !== 'to') return [token]
  if (typeof before !== 'object' || typeof after !== 'object') return []
  if ('days' in before && 'days' in after) {
    const [from, to] = [before.days.at(-1), after.days[0]]
    return from && to ? [{ days: between(DAYS, from, to) }] : []
  }
  if ('blocks' in before && 'blocks' in after) {
    const [from, to] = [before.blocks.at(-1), after.blocks[0]]
    return from && to ? [{ blocks: between(BLOCKS, from, to) }] : []
  }
  return []
}

/** From one to the other, around the end of the week if need be: `sat` to `mon` are three. */
function between<Entry>(all: readonly Entry[], from: Entry, to: Entry): Entry[] {
  const [first, last] = [all.indexOf(from), all.indexOf(to)]
  return first <= last ? all.slice(first, last + 1) : [...all.slice(first), ...all.slice(0, last + 1)]
}

/**
 * Days and the times that go with them: those behind them, or before them where a list begins with a time. But “evenings
 * and weekends” are two things.
 */
function runsOf(tokens: readonly Token[]): Times[] {
  const runs: { days: Day[]; blocks: Block[] }[] = []
  let [leads, kind]: ('days' | 'blocks' | undefined)[] = []
  let joined = false
  for (const token of tokens) {
    if (typeof token !== 'object') {
      if (token === 'end') leads = undefined
      joined = token === 'and'
      continue
    }
    const now = 'days' in token ? 'days' : 'blocks'
    const turns = kind !== now && (now === leads || (joined && now === 'days'))
    if (!leads || turns) {
      runs.push({ days: [], blocks: [] })
      leads = now
    }
    const run = runs.at(-1)
    if ('days' in token) run?.days.push(...token.days)
    else run?.blocks.push(...token.blocks)
    kind = now
    joined = false
  }
  return runs
}
