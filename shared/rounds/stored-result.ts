import type { Match } from '../domain/match.ts'
import type { RoundSummary, Unplaced } from '../domain/round.ts'
import type { Proof } from '../store/proofs.ts'

/**
 * A stored round as `npm run match -- FILE --out` writes a pairing. Seats are counted again, in the order of the
 * mentees' ids: nobody looks at them but `verify`.
 */
export function storedResult(
  { totalScore, optimal, bound }: RoundSummary,
  { people, waits, certificate, ...more }: Proof,
  matches: readonly Match[],
  unplaced: readonly Unplaced[],
) {
  const seats = new Map<string, number>()
  const pairs = matches.toSorted(byMentee).map(({ menteeId, mentorId, score, parts }) => {
    const seat = (seats.get(mentorId) ?? 0) + 1
    seats.set(mentorId, seat)
    return { mentee: menteeId, mentor: mentorId, score, parts, seat }
  })
  return {
    placed: pairs.length,
    totalScore,
    waits,
    optimal,
    bound,
    pairs,
    unplaced: unplaced.toSorted(byMentee).map(({ menteeId, reason, detail }) => ({ mentee: menteeId, reason, detail })),
    input: { hash: certificate.inputHash, people },
    certificate,
    ...more,
  }
}

/** As matching sorts ids: by UTF-16 code unit. */
const byMentee = (a: { menteeId: string }, b: { menteeId: string }): number =>
  a.menteeId < b.menteeId ? -1 : a.menteeId > b.menteeId ? 1 : 0
