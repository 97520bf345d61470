import { useEffect, useState } from 'preact/hooks'
import { Alert, Loading } from '../../parts/feedback.tsx'
import { useList } from '../use-list.ts'
import { type OrganizerEvent, OrganizerRegistration } from './answers.ts'
import { eventPath } from './paths.ts'
import { PersonDialog } from './person-dialog.tsx'
import { RegistrationsTable } from './registrations-table.tsx'
import { LINE_WORDS } from './words.ts'

type Props = { event: OrganizerEvent; onChanged: () => void }

const OFFERED = { status: 'offered' }
const WAITING = { status: 'waitlisted' }

/** Who is asked about a seat, and who waits, in the order in which they will be asked. */
export function Line({ event, onChanged }: Props) {
  const path = eventPath(event.eventId, 'registrations')
  const offered = useWhole(path, OFFERED)
  const waiting = useWhole(path, WAITING)
  const [open, setOpen] = useState<string>()
  const problem = offered.problem ?? waiting.problem
  if (!offered.items || !waiting.items) return problem ? <Alert problem={problem} /> : <Loading />
  const line = waiting.items.toSorted((one, other) => (one.position ?? Infinity) - (other.position ?? Infinity))
  const person = [...offered.items, ...line].find(({ registrationId }) => registrationId === open)
  const again = () => {
    offered.reload()
    waiting.reload()
    onChanged()
  }
  return (
    <>
      <p>{LINE_WORDS[event.waitlist.policy]}</p>
      <Alert problem={problem} />
      {offered.items.length > 0 ? (
        <>
          <h2>Asked about a seat</h2>
          <RegistrationsTable event={event} label="Asked about a seat" registrations={offered.items} onOpen={setOpen} />
        </>
      ) : null}
      <h2>In line</h2>
      {line.length > 0 ? (
        <RegistrationsTable event={event} label="In line" registrations={line} onOpen={setOpen} />
      ) : (
        <p class="card">Nobody waits.</p>
      )}
      <p role="status">{waiting.busy || offered.busy ? 'There are more, one moment…' : ''}</p>
      <PersonDialog
        event={event}
        registration={person}
        onClose={() => setOpen(undefined)}
        onChange={(changed) => {
          const put = (all: OrganizerRegistration[]) =>
            all.map((each) => (each.registrationId === changed.registrationId ? changed : each))
          offered.change(put)
          waiting.change(put)
        }}
        onSeats={again}
      />
    </>
  )
}

/** All pages of a list: an order that the API does not give needs all of them. */
function useWhole(path: string, query: Readonly<Record<string, string>>) {
  const list = useList(OrganizerRegistration, path, query)
  const { more, problem, busy } = list
  useEffect(() => {
    if (more && !busy && !problem) more()
  }, [more, busy, problem])
  return list
}
