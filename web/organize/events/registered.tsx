import { useMemo, useState } from 'preact/hooks'
import { Loading } from '../../parts/feedback.tsx'
import { Choose } from '../parts/choose.tsx'
import { More } from '../parts/more.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { to } from '../place.ts'
import { useList } from '../use-list.ts'
import { type OrganizerEvent, OrganizerRegistration } from './answers.ts'
import { eventPath } from './paths.ts'
import { PersonDialog } from './person-dialog.tsx'
import { RegistrationsTable } from './registrations-table.tsx'
import { STATUS_TERMS } from './words.ts'

type Props = { event: OrganizerEvent; onChanged: () => void }

/** Who has registered, in that order: looked for by name, address or employer, or by what became of them. */
export function Registered({ event, onChanged }: Props) {
  const [q, setQ] = useState('')
  const [status, setStatus] = useState('')
  const [open, setOpen] = useState<string>()
  const query = useMemo(() => ({ q, status }), [q, status])
  const list = useList(OrganizerRegistration, eventPath(event.eventId, 'registrations'), query)
  const { items, fresh, busy, problem, more, change, reload } = list
  const person = items?.find(({ registrationId }) => registrationId === open)
  const isFiltered = q !== '' || status !== ''
  return (
    <>
      <div class="tools">
        <SearchBox label="Name, address or employer" value={q} onSearch={setQ} />
        <Choose label="State" terms={STATUS_TERMS} value={status} all="All of them" onChoose={setStatus} />
      </div>
      {items && fresh ? (
        <>
          {items.length > 0 ? (
            <RegistrationsTable event={event} label="People" registrations={items} onOpen={setOpen} />
          ) : busy || problem ? null : (
            <p class="card">
              {isFiltered
                ? 'Nobody fits.'
                : event.status === 'draft'
                  ? 'Nobody can register yet: this event is a draft.'
                  : 'Nobody has registered yet. Pass on the page to register on: it is on the first page of this event.'}
            </p>
          )}
          <More more={more} busy={busy} problem={problem} shown={items.length} what="people" />
        </>
      ) : problem ? (
        <More more={more} busy={busy} problem={problem} shown={0} what="people" />
      ) : (
        <Loading />
      )}
      {event.status === 'published' ? (
        <p>
          Somebody came without a registration?{' '}
          <a href={`/door#${encodeURIComponent(event.eventId)}`}>Add them at the door</a>, or{' '}
          <a href={to('events', event.eventId, 'door')}>print the door list</a>.
        </p>
      ) : null}
      <PersonDialog
        event={event}
        registration={person}
        onClose={() => setOpen(undefined)}
        onChange={(changed) =>
          change((all) => all.map((each) => (each.registrationId === changed.registrationId ? changed : each)))
        }
        onSeats={() => {
          reload()
          onChanged()
        }}
      />
    </>
  )
}
