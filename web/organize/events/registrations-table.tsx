import { ordinal } from '../../event/words.ts'
import { Chip } from '../parts/chip.tsx'
import { Table } from '../parts/table.tsx'
import { momentAt, momentHere } from '../parts/times.ts'
import type { OrganizerEvent, OrganizerRegistration } from './answers.ts'
import { ATTENDANCE_WORDS, nameOf, STATUS_WORDS } from './words.ts'

type Props = {
  event: OrganizerEvent
  label: string
  registrations: readonly OrganizerRegistration[]
  onOpen: (registrationId: string) => void
}

/** People at an event; a press on a name opens all that is known of their registration. */
export const RegistrationsTable = ({ event, label, registrations, onOpen }: Props) => (
  <Table
    label={label}
    rows={registrations}
    keyOf={({ registrationId }) => registrationId}
    columns={[
      {
        head: 'Name',
        kind: 'main',
        cell: (registration) => (
          <>
            <button type="button" class="link name" onClick={() => onOpen(registration.registrationId)}>
              {nameOf(registration)}
            </button>
            <small>{registration.person?.email}</small>
          </>
        ),
      },
      { head: 'State', cell: (registration) => <Standing event={event} registration={registration} /> },
      { head: 'Registered', cell: ({ registeredAt }) => momentHere(registeredAt) },
      ...(event.startsAt <= new Date().toISOString() ? [{ head: 'Came', cell: cameInWords }] : []),
      { head: 'Note', cell: ({ organizerNote }) => organizerNote },
    ]}
  />
)

const cameInWords = ({ attendance, minutesAttended }: OrganizerRegistration): string =>
  [ATTENDANCE_WORDS[attendance], minutesAttended === undefined ? '' : `${minutesAttended} minutes`]
    .filter(Boolean)
    .join(', ')

function Standing({ event, registration }: { event: OrganizerEvent; registration: OrganizerRegistration }) {
  const { status, position, offerExpiresAt, cancelledBy } = registration
  return (
    <>
      <Chip kind={status === 'confirmed' ? 'good' : 'plain'}>{STATUS_WORDS[status]}</Chip>
      {position ? <small>{ordinal(position)} in line</small> : null}
      {status === 'offered' && offerExpiresAt ? (
        <small>held until {momentAt(offerExpiresAt, event.timeZone)}</small>
      ) : null}
      {status === 'cancelled' && cancelledBy ? <small>by {BY_WORDS[cancelledBy]}</small> : null}
    </>
  )
}

const BY_WORDS = { attendee: 'themselves', organizer: 'an organizer', system: 'the rules' }
