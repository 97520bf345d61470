import { Chip } from '../parts/chip.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { momentAt } from '../parts/times.ts'
import { to } from '../place.ts'
import type { Registration } from './answers.ts'

const STATES: Readonly<Record<string, string>> = {
  confirmed: 'Has a seat',
  waitlisted: 'In the waiting line',
  offered: 'Was offered a seat',
  cancelled: 'Gave it up',
  expired: 'Let an offer pass',
}

/** The events they registered for. */
export const EventsOf = ({ registrations }: { registrations: readonly Registration[] }) => (
  <Table
    label="Events"
    columns={COLUMNS}
    rows={registrations}
    keyOf={({ registrationId }) => registrationId}
    empty="They have not registered for an event."
  />
)

const COLUMNS: Column<Registration>[] = [
  { head: 'Event', kind: 'main', cell: ({ eventId, title }) => <a href={to('events', eventId)}>{title}</a> },
  { head: 'When', cell: ({ startsAt, timeZone }) => momentAt(startsAt, timeZone) },
  {
    head: 'Seat',
    cell: ({ status, checkedInAt }) =>
      checkedInAt ? <Chip kind="good">Was there</Chip> : <Chip>{STATES[status] ?? status}</Chip>,
  },
]
