import type { Side } from './pack.ts'
import { type RowTables, STEP } from './row-tables.ts'

const NINE = STEP - 1

/** Mentors by rising price, an array for each thing that is looked up. */
export type Lane = Readonly<{
  price: Int32Array
  topics: Int32Array
  departments: Int32Array
  heldLow: Int32Array
  heldHigh: Int32Array
  /** In the order of the criteria: setting, style, ways to meet, state, shift, years. */
  choices: readonly Uint8Array[]
  /** Where a sieve lists whom it lets pass: places in the lane, and their scores without the hours. */
  near: Int32Array
  scores: Int16Array
}>

export function laneOf(mentors: Side, order: Int32Array, prices: Int32Array): Lane {
  const ints = (from: Int32Array | undefined) => order.map((column) => from?.[column] ?? 0)
  return {
    price: ints(prices),
    topics: ints(mentors.chosen[0]),
    departments: ints(mentors.chosen[1]),
    heldLow: ints(mentors.heldLow),
    heldHigh: ints(mentors.heldHigh),
    choices: mentors.choices.map((from) => Uint8Array.from(order, (column) => from[column] ?? 0)),
    near: new Int32Array(order.length),
    scores: new Int16Array(order.length),
  }
}

/**
 * The inner loop of all: for the mentee whose tables are open, lists those mentors between two places of the lane who
 * could reach the floor if their hours were the best; answers how many. Looks up the topics and the style first, and
 * goes on only where the best of everything else would be enough. Everything is a local variable here because that
 * halves the time.
 */
export function sieve(lane: Lane, tables: RowTables, from: number, to: number, floor: number): number {
  const { price, topics, departments, near, scores } = lane
  const [settings, styles, meetings, states, shifts, years] = lane.choices
  const [topicTable, departmentTable] = tables.chosen
  const [ofSetting, ofStyle, ofMeeting, ofState, ofShift, ofYears] = tables.choices
  if (!settings || !styles || !meetings || !states || !shifts || !years || !topicTable || !departmentTable) return 0
  if (!ofSetting || !ofStyle || !ofMeeting || !ofState || !ofShift || !ofYears) return 0
  const { points: t } = topicTable
  const { points: d } = departmentTable
  const { points: setting, start: atSetting } = ofSetting
  const { points: style, start: atStyle } = ofStyle
  const { points: meeting, start: atMeeting } = ofMeeting
  const { points: state, start: atState } = ofState
  const { points: shift, start: atShift } = ofShift
  const { points: year, start: atYear } = ofYears
  const { sought, held, lacking } = tables.holding
  const holds = sought < 32 ? lane.heldLow : lane.heldHigh
  const heldBit = 1 << (sought & 31)
  const afterThird = tables.hours.most
  const afterSecond = afterThird + held + ofYears.most + ofMeeting.most
  const afterFirst = afterSecond + departmentTable.most + ofState.most + ofShift.most + ofSetting.most
  let size = 0
  for (let x = from; x < to; x++) {
    const need = floor + (price[x] ?? 0)
    const m = topics[x] ?? 0
    let score =
      (t[m & NINE] ?? 0) +
      (t[STEP + ((m >>> 9) & NINE)] ?? 0) +
      (t[2 * STEP + ((m >>> 18) & NINE)] ?? 0) +
      (style[atStyle + (styles[x] ?? 0)] ?? 0)
    if (score + afterFirst < need) continue
    const w = departments[x] ?? 0
    score +=
      (d[w & NINE] ?? 0) +
      (d[STEP + ((w >>> 9) & NINE)] ?? 0) +
      (d[2 * STEP + ((w >>> 18) & NINE)] ?? 0) +
      (state[atState + (states[x] ?? 0)] ?? 0) +
      (shift[atShift + (shifts[x] ?? 0)] ?? 0) +
      (setting[atSetting + (settings[x] ?? 0)] ?? 0)
    if (score + afterSecond < need) continue
    score +=
      (year[atYear + (years[x] ?? 0)] ?? 0) +
      (meeting[atMeeting + (meetings[x] ?? 0)] ?? 0) +
      ((holds[x] ?? 0) & heldBit ? held : lacking)
    if (score + afterThird < need) continue
    near[size] = x
    scores[size] = score
    size++
  }
  return size
}

/** What a mentor could give who says the best in everything. */
export const perfectScore = ({ chosen, choices, holding, hours }: RowTables): number =>
  [...chosen, ...choices].reduce((sum, { most }) => sum + most, holding.held + hours.most)
