import { useState } from 'preact/hooks'
import { Description } from '../../event/description.tsx'
import { Figures } from '../parts/figures.tsx'
import type { OrganizerEvent } from './answers.ts'
import { EventActions } from './event-actions.tsx'
import { EventAddresses } from './event-addresses.tsx'
import { EventFacts } from './event-facts.tsx'
import { StateOf } from './events-table.tsx'

type Props = { event: OrganizerEvent; onChanged: (event: OrganizerEvent) => void }

/** How an event is: its seats, what can be done with it, all that is known of it. */
export function EventToday({ event, onChanged }: Props) {
  const [now] = useState(() => new Date())
  const { seats, capacity, status } = event
  const left = seats.seatsLeft ?? 0
  return (
    <>
      <p>
        <StateOf event={event} now={now} />
      </p>
      {status === 'draft' ? (
        <p>Only organizers see this event. Publish it, and people can register.</p>
      ) : (
        <Figures
          figures={[
            {
              name: 'Have a seat',
              value: seats.confirmed,
              hint: capacity === undefined ? 'no limit' : `of ${capacity}`,
            },
            { name: 'Asked about a seat', value: seats.held, hint: 'held for them meanwhile' },
            { name: 'In line', value: seats.waiting },
            ...(capacity === undefined
              ? []
              : [
                  {
                    name: 'Seats left',
                    value: Math.max(0, left),
                    ...(left < 0 && { hint: `${-left} too many taken` }),
                  },
                ]),
          ]}
        />
      )}
      <EventActions event={event} now={now} onChanged={onChanged} />
      <EventFacts event={event} />
      {event.description ? <Description text={event.description} /> : null}
      {status === 'draft' ? null : <EventAddresses event={event} />}
    </>
  )
}
