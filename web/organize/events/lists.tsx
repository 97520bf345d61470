import { to } from '../place.ts'
import type { OrganizerEvent } from './answers.ts'
import { ExportForm } from './export-form.tsx'
import { ImportList } from './import-list.tsx'

type Props = { event: OrganizerEvent; onChanged: () => void }

/** Lists of those who registered: for the door, for spreadsheets, and back in. */
export const Lists = ({ event, onChanged }: Props) => (
  <>
    <section aria-labelledby="for-the-door">
      <h2 id="for-the-door">For the door</h2>
      {event.status === 'draft' ? (
        <p>This event is a draft: there is no door yet.</p>
      ) : (
        <>
          <p>
            Check people in with a phone, also without a network, or print their names with boxes to tick. Walk-ins are
            added at the door.
          </p>
          <div class="actions">
            <a class="button" href={to('events', event.eventId, 'door')}>
              Print the door list
            </a>
            <a class="button quiet" href={`/door#${encodeURIComponent(event.eventId)}`}>
              Check people in
            </a>
          </div>
        </>
      )}
    </section>
    <ExportForm event={event} />
    <ImportList event={event} onImported={onChanged} />
  </>
)
