import type { RoundSummary } from '../domain/round.ts'

/** The figures of some pairs, all of them of one round. */
type Figures = Pick<RoundSummary, 'placed' | 'totalScore' | 'worstScore' | 'medianScore'> & { scores: number[] }

/** A mentor's k-th mentee costs `loadPenalty`·(k−1) points of the total, whichever of them is counted as the k-th. */
export function figuresOf(
  pairs: readonly { mentorId: string; score: number }[],
  { loadPenalty }: { loadPenalty: number },
): Figures {
  const scores = pairs.map(({ score }) => score).toSorted((a, b) => a - b)
  const middle = scores.slice(Math.ceil(scores.length / 2) - 1, Math.floor(scores.length / 2) + 1)
  const loads = Map.groupBy(pairs, ({ mentorId }) => mentorId)
  const penalties = [...loads.values()].reduce((sum, { length: k }) => sum + (loadPenalty * k * (k - 1)) / 2, 0)
  return {
    placed: pairs.length,
    totalScore: sumOf(scores) - penalties,
    worstScore: scores[0],
    medianScore: middle.length ? sumOf(middle) / middle.length : undefined,
    scores: histogramOf(pairs),
  }
}

/** How many score 0 to 99, 100 to 199, … 900 to 1000. */
function histogramOf(pairs: readonly { score: number }[]): number[] {
  const counts = Array.from({ length: BINS }, () => 0)
  for (const { score } of pairs) counts[binOf(score)] = (counts[binOf(score)] ?? 0) + 1
  return counts
}

const BINS = 10
export const binOf = (score: number): number => Math.min(BINS - 1, Math.floor(score / 100))

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)
