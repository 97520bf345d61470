import type { RoomProps } from '../console.tsx'
import { EventList } from './event-list.tsx'
import { EventRoom } from './event-room.tsx'
import './events.css'
import { NewEvent } from './new-event.tsx'
import { SeriesList } from './series-list.tsx'
import { VIEW_NAMES } from './views.ts'

/** Events: the lists, a new one, one of them, the dates of a series. */
export function Events({ rest }: RoomProps) {
  const [what = 'upcoming', ...more] = rest
  const view = VIEW_NAMES.find((name) => name === what)
  if (view) return <EventList view={view} />
  if (what === 'new') return <NewEvent />
  if (what === 'series') return <SeriesList key={more[0]} seriesId={more[0] ?? ''} />
  return <EventRoom key={what} eventId={what} rest={more} />
}
