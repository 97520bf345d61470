import { isHalfEmpty } from '../../../shared/domain/overview-view.ts'
import { KINDS } from '../../event/words.ts'
import { Chip } from '../parts/chip.tsx'
import { Table } from '../parts/table.tsx'
import { momentAt } from '../parts/times.ts'
import { to } from '../place.ts'
import type { OrganizerEvent } from './answers.ts'
import { besidesInWords, takenInWords } from './words.ts'

type Props = { label: string; events: readonly OrganizerEvent[]; now: Date }

/** Events with how full they are; those that few have come to yet are marked. */
export const EventsTable = ({ label, events, now }: Props) => (
  <Table
    label={label}
    rows={events}
    keyOf={({ eventId }) => eventId}
    columns={[
      {
        head: 'Event',
        kind: 'main',
        cell: ({ eventId, title, kind }) => (
          <>
            <a href={to('events', eventId)}>{title}</a>
            <small>{KINDS[kind].one}</small>
          </>
        ),
      },
      {
        head: 'Starts',
        cell: ({ startsAt, timeZone }) => <time dateTime={startsAt}>{momentAt(startsAt, timeZone)}</time>,
      },
      {
        head: 'Seats taken',
        cell: (event) => (
          <>
            {takenInWords(event)}
            {besidesInWords(event) ? <small>{besidesInWords(event)}</small> : null}
          </>
        ),
      },
      { head: 'State', cell: (event) => <StateOf event={event} now={now} /> },
    ]}
  />
)

export function StateOf({ event, now }: { event: OrganizerEvent; now: Date }) {
  if (event.status === 'draft') return <Chip>Draft</Chip>
  if (event.status === 'cancelled') return <Chip kind="bad">Cancelled</Chip>
  if (event.endsAt <= now.toISOString()) return <Chip>Over</Chip>
  const isEmpty = isHalfEmpty({ event, seats: { ...event.seats, capacity: event.capacity } }, now)
  return isEmpty ? <Chip kind="bad">Short of people</Chip> : <Chip kind="good">Published</Chip>
}
