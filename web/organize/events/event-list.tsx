import { useMemo, useState } from 'preact/hooks'
import { Loading } from '../../parts/feedback.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Choose } from '../parts/choose.tsx'
import { More } from '../parts/more.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { to } from '../place.ts'
import { useList } from '../use-list.ts'
import { OrganizerEvent } from './answers.ts'
import { EventsTable } from './events-table.tsx'
import { VIEW_NAMES, VIEWS, type ViewName } from './views.ts'
import { KIND_TERMS } from './words.ts'

const placeOf = (view: ViewName): string => (view === 'upcoming' ? to('events') : to('events', view))

/** What is on, what is being prepared, what was. */
export function EventList({ view }: { view: ViewName }) {
  const [kind, setKind] = useState('')
  const [now] = useState(() => new Date())
  const { name, empty, query } = VIEWS[view]
  const asked = useMemo(() => ({ ...query(now.toISOString()), kind }), [view, kind])
  const { items, fresh, busy, problem, more } = useList(OrganizerEvent, '/organizer/events', asked)
  return (
    <Screen title="Events" lead="Make the next one, see who comes, print the list for the door.">
      <p>
        <a class="button" href={to('events', 'new')}>
          Make an event
        </a>
      </p>
      <Tabs
        label="Which events"
        current={placeOf(view)}
        tabs={VIEW_NAMES.map((each) => ({ href: placeOf(each), name: VIEWS[each].name }))}
      />
      <div class="tools">
        <Choose label="Kind" terms={KIND_TERMS} value={kind} all="All kinds" onChoose={setKind} />
      </div>
      {items && fresh ? (
        <>
          {items.length > 0 ? (
            <EventsTable label={`${name} events`} events={items} now={now} />
          ) : busy || problem ? null : (
            <p class="card">{kind ? 'There is none of this kind here.' : empty}</p>
          )}
          <More more={more} busy={busy} problem={problem} shown={items.length} what="events" />
        </>
      ) : problem ? (
        <More more={more} busy={busy} problem={problem} shown={0} what="events" />
      ) : (
        <Loading />
      )}
    </Screen>
  )
}
