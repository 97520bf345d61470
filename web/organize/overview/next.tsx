import { figure, many } from '../parts/counted.ts'
import { momentAt, momentHere } from '../parts/times.ts'
import { to } from '../place.ts'
import type { LastRound, NextEvent, Programme } from './answers.ts'

export const NextRound = ({ nextRoundAt, lastRound }: Pick<Programme, 'nextRoundAt' | 'lastRound'>) => (
  <section class="card" aria-labelledby="next-round">
    <h2 id="next-round">Next round</h2>
    <p>
      {nextRoundAt ? (
        <strong>{momentHere(nextRoundAt)}</strong>
      ) : (
        <>
          No date is set. <a href={to('rounds')}>Start one by hand</a>
        </>
      )}
    </p>
    {lastRound ? <LastOne {...lastRound} /> : <p>There has not been one yet.</p>}
  </section>
)

export const NextEvents = ({ nextEvents }: Pick<Programme, 'nextEvents'>) => (
  <section class="card" aria-labelledby="next-events">
    <h2 id="next-events">Next events</h2>
    {nextEvents.length === 0 ? (
      <p>
        None is planned. <a href={to('events')}>Make one</a>
      </p>
    ) : (
      <ul class="next-events">
        {nextEvents.map((event) => (
          <li key={event.eventId}>
            <a href={to('events', event.eventId)}>{event.title}</a>
            <small>{momentAt(event.startsAt, event.timeZone)}</small>
            <small>{seatsInWords(event)}</small>
          </li>
        ))}
      </ul>
    )}
  </section>
)

const LastOne = ({ roundId, status, startedAt, publishedAt, placed, unplaced }: LastRound) => (
  <p>
    <a href={to('rounds', roundId)}>The last one</a> {lastInWords(status)} {momentHere(publishedAt ?? startedAt)}
    {placed === undefined ? '.' : `: ${many(placed, 'pair')}, ${figure(unplaced ?? 0)} left out.`}
  </p>
)

const lastInWords = (status: string): string => {
  if (status === 'published') return 'was published'
  if (status === 'drafted') return 'is a draft, begun'
  return status === 'failed' ? 'came to nothing, begun' : 'goes on, begun'
}

const seatsInWords = ({ capacity, seatsLeft, waiting }: NextEvent): string => {
  if (capacity === undefined || seatsLeft === undefined) return 'No limit of seats.'
  const taken = `${figure(capacity - seatsLeft)} of ${figure(capacity)} seats taken`
  return waiting > 0 ? `${taken}, ${figure(waiting)} in line.` : `${taken}.`
}
