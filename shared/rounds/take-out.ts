import type { Match } from '../domain/match.ts'
import type { RoundSettings, RoundSummary } from '../domain/round.ts'
import type { MatchStore } from '../store/matches.ts'
import { binOf, figuresOf } from './figures.ts'

/** Of a draft of so many pairs, all are read again to know the worst and the median of the rest. */
const READ_AGAIN_UP_TO = 5000

/** The figures of a draft without one of its pairs. Of a large one, its worst and median score are not known any more. */
export async function oneLess(
  summary: RoundSummary,
  out: Match,
  { rules }: RoundSettings,
  matches: Pick<MatchStore, 'ofRound' | 'countOf'>,
): Promise<RoundSummary> {
  const unplaced = summary.unplaced + 1
  if (summary.placed <= READ_AGAIN_UP_TO) {
    const rest = (await matches.ofRound(out.roundId)).filter(({ id }) => id !== out.id)
    return { ...summary, ...figuresOf(rest, rules), unplaced }
  }
  const { worstScore: _worst, medianScore: _median, scores, ...kept } = summary
  const penalty = rules.loadPenalty * ((await matches.countOf(out.roundId, out.mentorId)) - 1)
  return {
    ...kept,
    placed: summary.placed - 1,
    unplaced,
    totalScore: summary.totalScore - (out.score - Math.max(0, penalty)),
    ...(scores && { scores: scores.map((count, bin) => (bin === binOf(out.score) ? count - 1 : count)) }),
  }
}
