import { readOverviewRoute } from '../shared/api/overview.ts'
import { NEXT_EVENTS, overviewView, soonFrom } from '../shared/domain/overview-view.ts'
import { Problem } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { nextRun } from '../shared/schedule.ts'
import { deployedProgramme } from '../shared/settings.ts'
import { deployedTable } from '../shared/store/client.ts'
import { eventStore } from '../shared/store/events.ts'
import { overviewStore } from '../shared/store/overview.ts'
import { roundStore } from '../shared/store/rounds.ts'

const { timeZone, roundSchedule } = deployedProgramme()
const table = deployedTable()
const [overview, rounds, events] = [overviewStore(table), roundStore(table), eventStore(table)]

/** The first page of the organizers: people and matches as they were counted last, rounds and events as they are. */
export const handler = http(readOverviewRoute().takes, async (_, now) => {
  const from = now.toISOString()
  const [counts, newest, soon, next] = await Promise.all([
    overview.current(now),
    rounds.page(),
    events.startingBetween(from, soonFrom(now).toISOString()),
    events.from(from, ({ status }) => status === 'published'),
  ])
  if (!counts) throw notCounted()
  const published = soon.filter(({ status }) => status === 'published')
  const known = new Set(published.map(({ id }) => id))
  const upcoming = [...published, ...next.items.slice(0, NEXT_EVENTS).filter(({ id }) => !known.has(id))]
  const seats = await events.seatsOf(upcoming.map(({ id }) => id))
  const body = overviewView(
    {
      counts,
      rounds: newest.items,
      events: upcoming,
      seats: new Map(seats.map((each) => [each.eventId, each])),
      nextRoundAt: nextRun(roundSchedule, timeZone, now),
    },
    now,
  )
  return { body }
})

const RETRY_SECONDS = 600
const notCounted = () =>
  new Problem(503, 'Not counted yet', 'So many people are counted once an hour. Please come back later.', undefined, {
    retryAfter: RETRY_SECONDS,
  })
