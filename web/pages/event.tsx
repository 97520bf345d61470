import { useEffect, useState } from 'preact/hooks'
import { ask } from '../api.ts'
import { AboutEvent } from '../event/about-event.tsx'
import { CalendarLink } from '../event/calendar-link.tsx'
import { whyClosed } from '../event/closed.ts'
import { CrisisLine } from '../event/crisis-line.tsx'
import { Description } from '../event/description.tsx'
import { RegisterForm } from '../event/register-form.tsx'
import { RegisteredScreen } from '../event/registered.tsx'
import { EventView, type Registered } from '../event/views.ts'
import { whatItIs } from '../event/words.ts'
import { Alert, Loading } from '../parts/feedback.tsx'
import { Screen } from '../parts/screen.tsx'
import { showPage } from '../parts/show-page.tsx'
import { useRequest } from '../parts/use-request.ts'

/** One event, and the form to register for it. */
function EventPage() {
  const id = new URLSearchParams(location.search).get('id') ?? ''
  const [event, setEvent] = useState<EventView>()
  const [registered, setRegistered] = useState<{ registered: Registered; address: string }>()
  const { problem, send } = useRequest()
  useEffect(() => {
    const load = async () => {
      const answer = await send(() => ask(EventView, { method: 'GET', path: `/events/${encodeURIComponent(id)}` }))
      if (answer?.ok) setEvent(answer.value)
    }
    if (id) load()
  }, [id])

  if (!id || problem?.status === 404 || problem?.status === 400) return <NoEvent />
  if (problem)
    return (
      <Screen title="Event">
        <Alert problem={problem} />
      </Screen>
    )
  if (!event) return <Loading />
  if (registered) return <RegisteredScreen event={event} {...registered} />
  const closed = whyClosed(event, new Date())
  return (
    <Screen title={event.title} lead={whatItIs(event)}>
      {event.status === 'cancelled' ? <p class="notice bad">{closed}</p> : null}
      <AboutEvent event={event} isOpen={closed === undefined} />
      {event.kind === 'circle' ? <CrisisLine /> : null}
      {event.description ? <Description text={event.description} /> : null}
      {event.status === 'cancelled' ? null : <CalendarLink eventId={event.eventId} />}
      {closed === undefined ? (
        <RegisterForm event={event} onRegistered={(it, address) => setRegistered({ registered: it, address })} />
      ) : event.status === 'cancelled' ? null : (
        <p class="notice">{closed}</p>
      )}
      <p>
        <a href="/events">All events</a>
      </p>
    </Screen>
  )
}

const NoEvent = () => (
  <Screen title="There is no such event" lead="The address may be mistyped, or the event was taken back.">
    <p>
      <a class="button" href="/events">
        See what is on
      </a>
    </p>
  </Screen>
)

showPage(<EventPage />)
