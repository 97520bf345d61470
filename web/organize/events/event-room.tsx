import { useEffect, useRef } from 'preact/hooks'
import { Alert, Loading } from '../../parts/feedback.tsx'
import { Screen } from '../../parts/screen.tsx'
import { NotHere } from '../not-here.tsx'
import { useLoaded } from '../use-loaded.ts'
import { OrganizerEvent } from './answers.ts'
import { CopyEvent } from './copy-event.tsx'
import { DoorList } from './door-list.tsx'
import { EditEvent } from './edit-event.tsx'
import { EventTabs } from './event-tabs.tsx'
import { EventToday } from './event-today.tsx'
import { Line } from './line.tsx'
import { Lists } from './lists.tsx'
import { eventPath } from './paths.ts'
import { Registered } from './registered.tsx'

/** One event: how it is, who comes, its lists; changing and copying it. */
export function EventRoom({ eventId, rest: [page = ''] }: { eventId: string; rest: readonly string[] }) {
  const { value: event, problem, reload, show } = useLoaded(OrganizerEvent, eventPath(eventId))
  // People register meanwhile: each page begins with how it is now.
  const opened = useRef(page)
  useEffect(() => {
    if (opened.current !== page) void reload()
    opened.current = page
  }, [page])
  if (problem?.status === 404) return <NotHere what="event" />
  if (!event) return <Screen title="One event">{problem ? <Alert problem={problem} /> : <Loading />}</Screen>
  switch (page) {
    case '':
      return (
        <EventTabs event={event} page={page}>
          <EventToday event={event} onChanged={show} />
        </EventTabs>
      )
    case 'people':
      return (
        <EventTabs event={event} page={page}>
          <Registered event={event} onChanged={reload} />
        </EventTabs>
      )
    case 'line':
      return (
        <EventTabs event={event} page={page}>
          <Line event={event} onChanged={reload} />
        </EventTabs>
      )
    case 'lists':
      return (
        <EventTabs event={event} page={page}>
          <Lists event={event} onChanged={reload} />
        </EventTabs>
      )
    case 'door':
      return <DoorList event={event} />
    case 'edit':
      return event.status === 'cancelled' ? (
        <NotHere />
      ) : (
        <EditEvent event={event} onChanged={show} onRefused={reload} />
      )
    case 'copy':
      return <CopyEvent event={event} />
    default:
      return <NotHere />
  }
}
