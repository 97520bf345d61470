import { BARRIERS, type BarrierName } from '../criteria/barriers.ts'
import { lowestBit } from '../criteria/bits.ts'
import { MOST_YEARS } from '../criteria/facts.ts'
import type { MatchingRules } from '../rules.ts'
import type { Fallen } from '../words/unplaced.ts'
import { add, addAll, emptySet, has, keepIn, type MentorSet, remove, setsByBit, sizeOf } from './mentor-sets.ts'
import { HOURS_A_WORD, type Packed, WEEK_WORDS } from './pack.ts'
import { sharingLanguage } from './stops.ts'

const MASK_BITS = 32
/** Most people speak one of a few sets of languages; no more than so many are remembered. */
const MOST_KNOWN = 1000

/**
 * For one mentee: how many mentors each hard rule is the first to stop, and the seats of those whom none does. The same
 * as asking `stopsOf` about every mentor, but with sets: whoever could have answered something is a set of mentors, and
 * 32 of them are looked at at once. So 70,000 mentees left out by 70,000 mentors take seconds.
 */
export function fallenOf(packed: Packed, { minimumExperienceGap }: Pick<MatchingRules, 'minimumExperienceGap'>) {
  const { mentees, mentors, seats, avoidedStart, avoided } = packed
  const { count } = mentors
  const byBit = (masks: Int32Array, bits: number) => setsByBit(count, bits, (column) => masks[column] ?? 0)
  const everybody = emptySet(count)
  for (let column = 0; column < count; column++) add(everybody, column)
  const meeting = byBit(mentors.meeting, MASK_BITS)
  const topics = byBit(mentors.topics, MASK_BITS)
  const departments = byBit(mentors.departments, MASK_BITS)
  const seatBits = byBit(seats, MASK_BITS - Math.clz32(seats.reduce((most, each) => Math.max(most, each), 0)))
  const hours = Array.from({ length: WEEK_WORDS }, (_, word) =>
    setsByBit(count, HOURS_A_WORD, (column) => mentors.week[column * WEEK_WORDS + word] ?? 0),
  )
  const atLeast = Array.from({ length: MOST_YEARS + 1 }, () => emptySet(count))
  mentors.years.forEach((years, column) => {
    for (let n = 0; n <= years; n++) addTo(atLeast[n], column)
  })
  const addresses = columnsBy(mentors.address)
  const employers = columnsBy(mentors.employer)
  const shareLanguage = sharingLanguage(packed)
  const speaking = new Map<number, MentorSet>()
  /** Who speaks with everybody who chose these languages. */
  function speakingWith(row: number): MentorSet {
    const languages = mentees.languageSet[row] ?? 0
    const known = speaking.get(languages)
    if (known) return known
    const set = emptySet(count)
    for (let column = 0; column < count; column++) if (shareLanguage(row, column)) add(set, column)
    if (speaking.size === MOST_KNOWN) speaking.clear()
    speaking.set(languages, set)
    return set
  }
  const left = emptySet(count)
  const some = emptySet(count)

  return (row: number): Fallen => {
    const stopped = BARRIERS.map(() => 0)
    let size = count
    left.set(everybody)
    const note = (barrier: BarrierName, now: number) => {
      stopped[BARRIERS.findIndex(({ name }) => name === barrier)] = size - now
      size = now
    }
    const drop = (barrier: BarrierName, columns: Iterable<number>) => {
      let now = size
      for (const column of columns) {
        if (!has(left, column)) continue
        remove(left, column)
        now--
      }
      note(barrier, now)
    }
    const keep = (barrier: BarrierName, set: MentorSet | undefined) => {
      if (set) keepIn(left, set)
      else left.fill(0)
      note(barrier, sizeOf(left))
    }
    const anyOf = (...choices: (readonly [readonly MentorSet[], number | undefined])[]): MentorSet => {
      some.fill(0)
      for (const [sets, mask = 0] of choices) {
        for (let bits = mask; bits !== 0; bits &= bits - 1) {
          const set = sets[lowestBit(bits)]
          if (set) addAll(some, set)
        }
      }
      return some
    }

    drop('same-person', addresses.get(mentees.address[row] ?? 0) ?? [])
    drop('paired-before', avoided.subarray(avoidedStart[row], avoidedStart[row + 1]))
    keep('experience', atLeast[(mentees.years[row] ?? 0) + minimumExperienceGap])
    keep('language', speakingWith(row))
    keep('meeting', anyOf([meeting, mentees.meeting[row]]))
    keep('hours', anyOf(...hours.map((sets, word) => [sets, mentees.week[row * WEEK_WORDS + word]] as const)))
    keep('interests', anyOf([topics, mentees.topics[row]], [departments, mentees.departments[row]]))
    const sameEmployer = employers.get(mentees.employer[row] ?? 0) ?? []
    const minds = mentees.avoidsSameEmployer[row] === 1
    drop(
      'employer',
      sameEmployer.filter((column) => minds || mentors.avoidsSameEmployer[column] === 1),
    )
    let seatsLeft = 0
    seatBits.forEach((set, bit) => {
      some.set(set)
      keepIn(some, left)
      seatsLeft += sizeOf(some) * 2 ** bit
    })
    return { mentors: count, stopped, seats: seatsLeft }
  }
}

function addTo(set: MentorSet | undefined, mentor: number): void {
  if (set) add(set, mentor)
}

/** Which mentors have each number; 0 stands for not told. */
function columnsBy(numbers: Int32Array): ReadonlyMap<number, readonly number[]> {
  const columns = new Map<number, number[]>()
  numbers.forEach((number, column) => {
    if (number === 0) return
    const known = columns.get(number)
    if (known) known.push(column)
    else columns.set(number, [column])
  })
  return columns
}
