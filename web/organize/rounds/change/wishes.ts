import type { Round, RoundMatch, RoundSettings } from '../answers.ts'
import { nameOf } from '../names.ts'
import { PARTS } from './weights.ts'

/** How an organizer would rather have a draft: nothing of it is done before they say so. */
export type Wishes = {
  settings: RoundSettings | undefined
  /** Pairs that must be. */
  pins: WishedPair[]
  /** Pairs of the draft that must never be. */
  never: ForbiddenPair[]
}

/** Two people; `names` once somebody has looked them up. */
export type WishedPair = { menteeId: string; mentorId: string; names?: { mentee: string; mentor: string } }
export type ForbiddenPair = WishedPair & { matchId: string }

/** What the draft was made with. */
export const asMade = ({ settings, pins }: Round): Wishes => ({ settings, pins, never: [] })

export const pairOf = ({ menteeId, mentorId, mentee, mentor }: RoundMatch): WishedPair => ({
  menteeId,
  mentorId,
  names: { mentee: nameOf(mentee), mentor: nameOf(mentor) },
})

type Ids = Pick<WishedPair, 'menteeId' | 'mentorId'>
const same = (one: Ids) => (other: Ids) => one.menteeId === other.menteeId && one.mentorId === other.mentorId
const others = (pair: Ids) => (other: Ids) => !same(pair)(other)

export const isPinned = ({ pins }: Wishes, pair: Ids): boolean => pins.some(same(pair))

/** A mentee has one mentor: another pin of theirs goes. */
export const pinning = (wishes: Wishes, pair: WishedPair): Wishes => ({
  ...wishes,
  pins: [...wishes.pins.filter(({ menteeId }) => menteeId !== pair.menteeId), pair],
  never: wishes.never.filter(others(pair)),
})

/** The same pin, with the names of the two. */
export const naming = (wishes: Wishes, pair: WishedPair): Wishes => ({
  ...wishes,
  pins: wishes.pins.map((pin) => (same(pair)(pin) ? pair : pin)),
})

export const unpinning = (wishes: Wishes, pair: Ids): Wishes => ({ ...wishes, pins: wishes.pins.filter(others(pair)) })

export const forbidding = (wishes: Wishes, pair: ForbiddenPair): Wishes => ({
  ...unpinning(wishes, pair),
  never: [...wishes.never.filter(others(pair)), pair],
})

export const allowing = (wishes: Wishes, pair: Ids): Wishes => ({ ...wishes, never: wishes.never.filter(others(pair)) })

const idsOf = ({ menteeId, mentorId }: WishedPair) => ({ menteeId, mentorId })

/** As the API takes them, all that a new draft is to be made with. */
export const bodyOf = ({ settings, pins }: Wishes) => ({ ...settings, pins: pins.map(idsOf) })

export const neverOf = ({ never }: Wishes) => never.map(idsOf)

/** Whether both come to the same draft. */
export const isSame = (one: Wishes, other: Wishes): boolean =>
  JSON.stringify([bodyOf(one), neverOf(one)]) === JSON.stringify([bodyOf(other), neverOf(other)])

/** `Ana Rivera and Tom Okafor`. */
export const namesOf = ({ names }: WishedPair): string => (names ? `${names.mentee} and ${names.mentor}` : 'Two people')

/** What is different from the draft as it was made, a line each. */
export function changesIn(wishes: Wishes, round: Round): string[] {
  const made = asMade(round)
  return [
    ...settingChanges(made.settings, wishes.settings),
    ...wishes.pins.filter((pair) => !isPinned(made, pair)).map((pair) => `${namesOf(pair)} are pinned.`),
    ...made.pins.filter((pair) => !isPinned(wishes, pair)).map((pair) => `${namesOf(pair)} are no longer pinned.`),
    ...wishes.never.map((pair) => `${namesOf(pair)} are never paired again.`),
  ]
}

function settingChanges(made: RoundSettings | undefined, wished: RoundSettings | undefined): string[] {
  if (!made || !wished) return []
  const { minimumExperienceGap: gap, loadPenalty: load } = wished.rules
  const changed = (name: string, from: number, to: number) => (from === to ? [] : [`${name}: ${to} instead of ${from}`])
  return [
    ...PARTS.flatMap(({ code, name }) => changed(name, made.weights[code], wished.weights[code])),
    ...changed('Years of experience that a mentor must have more', made.rules.minimumExperienceGap, gap),
    ...changed('Points that each further mentee of a mentor costs', made.rules.loadPenalty, load),
  ]
}
