import { capital, figure, many, sum } from '../parts/counted.ts'
import type { Week } from './answers.ts'

/** Sign-ups week by week, in words. Weeks are told by their Monday, which is a date without a clock. */

/** `Nov 23`. */
export const weekName = (week: string): string =>
  new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(new Date(week))

const inWeek = ({ mentor, mentee }: Week): number => mentor + mentee

export function signUpsInWords(weeks: readonly Week[]): string {
  const mentors = sum(weeks.map(({ mentor }) => mentor))
  const mentees = sum(weeks.map(({ mentee }) => mentee))
  if (mentors + mentees === 0) return `Nobody has signed up in the last ${weeks.length} weeks.`
  const both = `${capital(many(mentors, 'mentor'))} and ${many(mentees, 'mentee')} in the last ${weeks.length} weeks`
  const most = weeks.reduce((top, week) => (inWeek(week) > inWeek(top) ? week : top))
  const latest = weeks.at(-1)
  return `${both}, ${latest ? figure(inWeek(latest)) : 0} of them this week; most in the week of ${weekName(most.week)} (${figure(inWeek(most))}).`
}
