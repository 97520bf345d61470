import { type Event, registrationWindow } from './event.ts'
import type { Counts } from './overview.ts'
import type { Round } from './round.ts'
import type { Seats } from './seats.ts'

export const NEXT_EVENTS = 3
/** Time enough to tell people of an event that is still rather empty. */
const SOON_DAYS = 14

export const soonFrom = (now: Date): Date => new Date(now.getTime() + SOON_DAYS * 86_400_000)

type Known = {
  counts: Counts
  /** Newest first. */
  rounds: readonly Round[]
  /** Published ones to come, earliest first: all that are soon, and at least the next ones. */
  events: readonly Event[]
  /** Of these, by the event's id. */
  seats: ReadonlyMap<string, Seats>
  nextRoundAt: Date | undefined
}

/** A programme on one page: how it is, what is next, and what needs a hand. */
export function overviewView({ counts, rounds, events, seats, nextRoundAt }: Known, now: Date) {
  const { problems, silent, suppressed, ...figures } = counts
  const drafts = rounds.filter(({ status }) => status === 'drafted').map(({ id }) => id)
  const shown = events.flatMap((event) => {
    const counts = seats.get(event.id)
    return counts ? [{ event, seats: counts }] : []
  })
  const [last] = rounds
  return {
    ...figures,
    nextRoundAt: nextRoundAt?.toISOString(),
    lastRound: last && lastRound(last),
    nextEvents: shown.slice(0, NEXT_EVENTS).map(nextEvent),
    needsAHand: {
      problems,
      silent,
      suppressed,
      drafts,
      halfEmptyEvents: shown.filter((each) => isHalfEmpty(each, now)).map(nextEvent),
    },
  }
}

function lastRound({ id, status, startedAt, publishedAt, summary }: Round) {
  const { placed, unplaced, worstScore, medianScore, scores } = summary ?? {}
  return { roundId: id, status, startedAt, publishedAt, placed, unplaced, worstScore, medianScore, scores }
}

type Shown = { event: Event; seats: Seats }

function nextEvent({ event: { id, title, timeZone, startsAt, capacity }, seats }: Shown) {
  return { eventId: id, title, timeZone, startsAt, capacity, seatsLeft: seats.seatsLeft, waiting: seats.waiting }
}

type Emptiness = {
  event: Pick<Event, 'startsAt' | 'endsAt' | 'registration'>
  seats: Pick<Seats, 'capacity' | 'confirmed' | 'held'>
}

/** Soon, and not half of its seats are taken or offered, though people can register. */
export const isHalfEmpty = ({ event, seats }: Emptiness, now: Date): boolean =>
  event.startsAt <= soonFrom(now).toISOString() &&
  registrationWindow(event, now) !== 'not-yet' &&
  seats.capacity !== undefined &&
  (seats.confirmed + seats.held) * 2 < seats.capacity
