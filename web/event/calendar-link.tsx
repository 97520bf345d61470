/** The event as a file that calendars open. */
export const CalendarLink = ({ eventId }: { eventId: string }) => (
  <p class="gap">
    <a class="button quiet" href={`/api/events/${encodeURIComponent(eventId)}/calendar.ics`} download="event.ics">
      Add to calendar
    </a>
  </p>
)
