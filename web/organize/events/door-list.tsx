import { momentIn, whenOf } from '../../event/times.ts'
import { people } from '../../event/words.ts'
import { Alert, Button } from '../../parts/feedback.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Crumbs } from '../parts/crumbs.tsx'
import { to } from '../place.ts'
import type { OnDoorList, OrganizerEvent } from './answers.ts'
import { doorNames } from './door-names.ts'
import { useDoorList } from './use-door-list.ts'

/** Empty lines for those who come without a registration, as many as there are seats. */
const MOST_EMPTY_LINES = 12

/** Names with boxes to tick, to be printed: no address, and nothing that anybody told. */
export function DoorList({ event }: { event: OrganizerEvent }) {
  const { list, read, problem } = useDoorList(event.eventId)
  const { title, seats, timeZone, eventId } = event
  const walkIns = Math.max(0, Math.min(MOST_EMPTY_LINES, seats.seatsLeft ?? MOST_EMPTY_LINES))
  return (
    <>
      <Crumbs way={[{ href: to('events', eventId, 'lists'), name: title }]} />
      <Screen title={title} lead={whenOf(event)}>
        {event.status === 'draft' ? (
          <p class="card">This event is a draft: nobody can have registered. Publish it first.</p>
        ) : problem ? (
          <Alert problem={problem} />
        ) : list ? (
          <>
            <div class="to-print">
              <Button onClick={() => print()}>Print</Button>
              <p class="hint">Only the names below are printed.</p>
            </div>
            <Names list={list.items} walkIns={walkIns} />
            <p class="hint">As of {momentIn(list.asOf, timeZone)}. Please destroy it after the event.</p>
          </>
        ) : (
          <p role="status">{read > 0 ? `${read} names so far, one moment…` : 'One moment, we are looking it up…'}</p>
        )}
      </Screen>
    </>
  )
}

function Names({ list, walkIns }: { list: readonly OnDoorList[]; walkIns: number }) {
  const { inSeats, waiting } = doorNames(list)
  return (
    <>
      <h2>{people(inSeats.length)} with a seat</h2>
      {inSeats.length > 0 ? <Boxes people={inSeats} /> : <p class="card">Nobody has a seat yet.</p>}
      {waiting.length > 0 ? (
        <>
          <h2>{people(waiting.length)} in line, without a seat</h2>
          <Boxes people={waiting} />
        </>
      ) : null}
      {walkIns > 0 ? (
        <>
          <h2>Came without a registration</h2>
          <ul class="door-list">
            {Array.from({ length: walkIns }, (_, line) => (
              <li key={line} class="empty">
                <span class="hidden">An empty line</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

const Boxes = ({ people }: { people: readonly OnDoorList[] }) => (
  <ul class="door-list">
    {people.map(({ registrationId, firstName, lastName, checkedInAt }) => (
      <li key={registrationId}>
        <span class={checkedInAt ? 'tick-box in' : 'tick-box'} />
        <span>
          <strong>{lastName}</strong>, {firstName}
          {checkedInAt ? <span class="hidden">, is in</span> : null}
        </span>
      </li>
    ))}
  </ul>
)
