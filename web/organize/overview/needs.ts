import { capital, figure, many } from '../parts/counted.ts'
import { momentAt } from '../parts/times.ts'
import { to } from '../place.ts'
import type { NeedsAHand, NextEvent } from './answers.ts'

/** What needs a hand today, each with where in the console it is done. */

export type Need = {
  id: string
  words: string
  /** Profiles of those whom it is about; `of`: how many there are in all, of whom some may not be listed. */
  people?: { ids: readonly string[]; of: number }
  links?: readonly { href: string; name: string }[]
}

/** In the order in which they hurt. */
export function needsIn({ problems, suppressed, silent, drafts, halfEmptyEvents }: NeedsAHand): Need[] {
  return [
    {
      count: problems.count,
      id: 'problems',
      words: `${capital(many(problems.count, 'pair'))} ${problems.count === 1 ? 'reports' : 'report'} a problem.`,
      people: { ids: problems.ids.map(menteeOf), of: problems.count },
    },
    {
      count: suppressed.count,
      id: 'suppressed',
      words: `${capital(many(suppressed.count, 'person', 'people'))} ${suppressed.count === 1 ? 'gets' : 'get'} no e-mail: it came back, or was marked as spam.`,
      people: { ids: suppressed.ids, of: suppressed.count },
    },
    {
      count: drafts.length,
      id: 'drafts',
      words: `${capital(many(drafts.length, 'draft round'))} ${drafts.length === 1 ? 'waits' : 'wait'} to be looked at and published.`,
      links: drafts.map((roundId, index) => ({
        href: to('rounds', roundId),
        name: drafts.length === 1 ? 'Look at the draft' : `Look at draft ${index + 1}`,
      })),
    },
    {
      count: silent.count,
      id: 'silent',
      words: `Nobody was heard of in ${many(silent.count, 'pair')}, which ${silent.count === 1 ? 'closes by itself' : 'close by themselves'} within a week.`,
      people: { ids: silent.ids.map(menteeOf), of: silent.count },
    },
    {
      count: halfEmptyEvents.length,
      id: 'events',
      words: `${capital(many(halfEmptyEvents.length, 'event'))} soon with less than half of the seats taken.`,
      links: halfEmptyEvents.map((event) => ({ href: to('events', event.eventId), name: eventInWords(event) })),
    },
  ].flatMap(({ count, ...need }) => (count > 0 ? [need] : []))
}

/** A match is `<roundId>.<menteeId>`; the mentee's page has the match, and the mentor. */
const menteeOf = (matchId: string): string => matchId.slice(matchId.indexOf('.') + 1)

const eventInWords = ({ title, startsAt, timeZone, capacity, seatsLeft }: NextEvent): string => {
  const when = momentAt(startsAt, timeZone)
  if (capacity === undefined || seatsLeft === undefined) return `${title}, ${when}`
  return `${title}, ${when}: ${figure(capacity - seatsLeft)} of ${figure(capacity)} seats taken`
}
