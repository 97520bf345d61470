import { monthOf } from './times.ts'
import type { EventView } from './views.ts'
import { When } from './when.tsx'
import { KINDS, seatsInWords } from './words.ts'

/** Events in the order of their dates, under their months. */
export const EventList = ({ events }: { events: readonly EventView[] }) => (
  <>
    {monthsOf(events).map(([month, those]) => (
      <section key={month} aria-label={month}>
        <h2>{month}</h2>
        <ul class="cards">
          {those.map((event) => (
            <li class="card" key={event.eventId}>
              <EventCard event={event} />
            </li>
          ))}
        </ul>
      </section>
    ))}
  </>
)

const EventCard = ({ event }: { event: EventView }) => (
  <>
    <p class="kind">{KINDS[event.kind].one}</p>
    <h3>
      <a href={`/event?id=${encodeURIComponent(event.eventId)}`}>{event.title}</a>
    </h3>
    <p>
      <When event={event} />
    </p>
    <p class="seats">{seatsInWords(event)}</p>
  </>
)

function monthsOf(events: readonly EventView[]): [month: string, those: EventView[]][] {
  const months = new Map<string, EventView[]>()
  for (const event of events) months.set(monthOf(event), [...(months.get(monthOf(event)) ?? []), event])
  return [...months]
}
