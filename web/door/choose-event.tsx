import { useEffect, useState } from 'preact/hooks'
import { ask } from '../api.ts'
import { Alert, Loading } from '../parts/feedback.tsx'
import { Screen } from '../parts/screen.tsx'
import { useRequest } from '../parts/use-request.ts'
import type { Session } from '../sign-in/session.ts'
import { type DoorEvent, DoorEvents } from './answers.ts'
import { dayAndClock } from './words.ts'

type Props = { session: Session; onChoose: (eventId: string) => void; onSignOut: () => void }

/** The events of today, and those that were just over. */
export function ChooseEvent({ session, onChoose, onSignOut }: Props) {
  const [events, setEvents] = useState<DoorEvent[]>()
  const { problem, send } = useRequest()
  useEffect(() => {
    const load = async () => {
      const token = (await session.token()) ?? ''
      const answer = await send(() => ask(DoorEvents, { method: 'GET', path: '/organizer/door/events', token }))
      if (answer?.ok) setEvents(answer.value.items)
    }
    void load()
  }, [session])

  return (
    <Screen title="Which door?" lead={<>You are signed in as {session.who}.</>}>
      {problem?.status === 403 ? (
        <p class="notice bad">
          This account may not look after a door. Please ask an organizer to put it into the group “door”.
        </p>
      ) : (
        <Alert problem={problem} />
      )}
      {events ? <Events events={events} onChoose={onChoose} /> : problem ? null : <Loading />}
      <div class="actions">
        <button type="button" class="button quiet" onClick={onSignOut}>
          Sign out
        </button>
      </div>
    </Screen>
  )
}

const Events = ({ events, onChoose }: { events: readonly DoorEvent[]; onChoose: Props['onChoose'] }) =>
  events.length === 0 ? (
    <p class="card">There is no event today. An event is here from a day before it begins to a day after it ends.</p>
  ) : (
    <ul class="cards">
      {events.map(({ eventId, title, startsAt, timeZone, confirmed }) => (
        <li key={eventId} class="card">
          <h2>{title}</h2>
          <p>
            {dayAndClock(startsAt, timeZone)}
            <br />
            {confirmed === 1 ? '1 person is expected' : `${confirmed} people are expected`}
          </p>
          <button
            type="button"
            class="button"
            aria-label={`Open the door of ${title}`}
            onClick={() => onChoose(eventId)}
          >
            Open the door
          </button>
        </li>
      ))}
    </ul>
  )
