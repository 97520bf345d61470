import type { Match } from '../domain/match.ts'
import type { RoundSettings } from '../domain/round.ts'
import { assignKeeping } from '../matching/change/assign-keeping.ts'
import { rulesFor, verify } from '../matching/index.ts'
import type { Person } from '../matching/person.ts'
import { figuresOf } from './figures.ts'

/** A draft as it stands, what organizers took out of it included. */
type Draft = {
  matches: readonly Pick<Match, 'menteeId' | 'mentorId' | 'score'>[]
  unplaced: number
  settings: RoundSettings
}

type Side = { mentorId: string; score: number }
/** A mentee whose mentor is another one than in the draft; each score is by the settings of its time. */
type Move = { menteeId: string; from?: Side | undefined; to?: Side | undefined }

/**
 * A draft against the best pairing of these people with these settings. Of equally good pairings it is one that keeps the
 * most pairs of the draft, so that nobody moves without need. Throws when the best does not stand up to its check.
 */
export function compared(draft: Draft, people: readonly Person[], settings: RoundSettings, now: Date) {
  const rules = rulesFor(people, { ...settings, at: now.toISOString() })
  const drafted = new Map(draft.matches.map((match) => [match.menteeId, match]))
  const wished = new Map(draft.matches.map(({ menteeId, mentorId }) => [menteeId, mentorId]))
  const { result } = assignKeeping(people, rules, wished)
  const verdict = verify(people, rules, result)
  if (!verdict.optimal) throw new Error(`The comparison is not the best one: ${verdict.violation.message}`)

  const pairs = result.pairs.map(({ mentee, mentor, score }) => ({ menteeId: mentee, mentorId: mentor, score }))
  const paired = new Map(pairs.map((pair) => [pair.menteeId, pair]))
  const moves = [...new Set([...drafted.keys(), ...paired.keys()])].flatMap((menteeId): Move[] => {
    const [from, to] = [drafted.get(menteeId), paired.get(menteeId)]
    return from?.mentorId === to?.mentorId ? [] : [{ menteeId, from: sideOf(from), to: sideOf(to) }]
  })
  const { scores: _before, ...before } = figuresOf(draft.matches, draft.settings.rules)
  const { scores: _after, ...after } = figuresOf(pairs, rules)
  return {
    before: { ...before, unplaced: draft.unplaced },
    after: { ...after, unplaced: result.unplaced.length },
    unchanged: draft.matches.filter(({ menteeId, mentorId }) => paired.get(menteeId)?.mentorId === mentorId).length,
    moves: moves.toSorted(byWeight),
    optimal: true as const,
  }
}

const sideOf = (pair: Side | undefined): Side | undefined => pair && { mentorId: pair.mentorId, score: pair.score }

/** Who would lose a mentor, who would get one, then by points; last by id, so that the order is always the same. */
const byWeight = (a: Move, b: Move): number =>
  kindOf(a) - kindOf(b) || pointsOf(b) - pointsOf(a) || (a.menteeId < b.menteeId ? -1 : 1)
const kindOf = ({ from, to }: Move): number => (to ? (from ? 2 : 1) : 0)
const pointsOf = ({ from, to }: Move): number => Math.abs((to?.score ?? 0) - (from?.score ?? 0))
