import { capital, figure, many, sum } from '../parts/counted.ts'

/** Sentences for the charts that show how a count is spread: rounds waited, mentees a mentor has, scores. */

/** `roundsWaited[n]`: mentees whom n rounds have left out; the last number is that many or more. */
export function waitedInWords(roundsWaited: readonly number[]): string {
  const all = sum(roundsWaited)
  if (all === 0) return 'No mentee waits.'
  const first = roundsWaited[0] ?? 0
  const before = all - first
  if (before === 0) return `${capital(many(all, 'mentee'))} ${waits(all)}, for a first round.`
  const longest = roundsWaited.findLastIndex((count) => count > 0)
  const reach = longest === roundsWaited.length - 1 ? `${longest} rounds or more` : many(longest, 'round')
  const newcomers = first === 0 ? 'Nobody' : capital(many(first, 'mentee'))
  const lastCount = roundsWaited[longest] ?? 0
  const most = lastCount === before ? 'all' : `${figure(lastCount)} of them`
  const left = `${figure(before)} ${before === 1 ? 'was' : 'were'} left out before`
  return `${newcomers} ${waits(first)} for a first round; ${left}, ${most} by ${reach}.`
}

const waits = (count: number): string => (count <= 1 ? 'waits' : 'wait')

/** `load[n]`: active mentors who have n mentees. */
export function loadInWords(load: readonly number[]): string {
  const all = sum(load)
  if (all === 0) return 'There is no active mentor yet.'
  const busy = all - (load[0] ?? 0)
  if (busy === 0) return `${capital(many(all, 'active mentor'))}, and none of them has a mentee yet.`
  const mentees = sum(load.map((count, each) => count * each))
  const mentors = many(all, 'active mentor')
  const some = `${figure(busy)} of ${mentors} ${busy === 1 ? 'has' : 'have'}`
  const who = all === 1 ? 'The only active mentor has' : busy === all ? `Each of ${mentors} has` : some
  return `${who} a mentee, ${figure(mentees / busy)} on average.`
}

const BUCKET = 100

/** `scores[n]`: pairs that score from n × 100 up; the last one up to 1000. */
export function scoresInWords(scores: readonly number[]): string {
  const all = sum(scores)
  if (all === 0) return 'The last round made no pair.'
  const half = scores.findLastIndex((_, from) => sum(scores.slice(from)) * 2 >= all)
  const lowest = scores.findIndex((count) => count > 0)
  return `At least half of ${many(all, 'pair')} score ${half * BUCKET} or more of 1000; the lowest one at least ${lowest * BUCKET}.`
}

/** `0–99` … `900–1000`. */
export const bucketName = (index: number, { length }: readonly number[]): string =>
  `${index * BUCKET}–${index === length - 1 ? length * BUCKET : index * BUCKET + BUCKET - 1}`
