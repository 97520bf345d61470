import { browserZone } from '../words.ts'
import { onYourClock, whenOf } from './times.ts'
import type { EventView } from './views.ts'

/** In the event's own zone, and on the reader's clock where that says something else. */
export function When({ event }: { event: Pick<EventView, 'startsAt' | 'endsAt' | 'timeZone'> }) {
  const yours = onYourClock(event, browserZone())
  return (
    <>
      <time dateTime={event.startsAt}>{whenOf(event)}</time>
      {yours ? <small class="below">On your clock: {yours}</small> : null}
    </>
  )
}
