import type { OrganizerEvent } from './answers.ts'
import { CopyAddress } from './copy-address.tsx'

/** What an organizer passes on: the page to register on, the calendar, the door. */
export const EventAddresses = ({ event: { eventId } }: { event: OrganizerEvent }) => {
  const id = encodeURIComponent(eventId)
  return (
    <section aria-labelledby="addresses">
      <h2 id="addresses">To pass on</h2>
      <CopyAddress label="Page to register on" address={`${location.origin}/event?id=${id}`} />
      <CopyAddress label="Entry for calendars" address={`${location.origin}/api/events/${id}/calendar.ics`} />
      <CopyAddress label="Door, for volunteers who sign in" address={`${location.origin}/door#${id}`} />
      <CopyAddress
        label="Calendar of all events, to subscribe to"
        address={`${location.origin}/api/events/calendar.ics`}
      />
    </section>
  )
}
