import { useEffect, useState } from 'preact/hooks'
import { CrisisLine } from '../event/crisis-line.tsx'
import { EventList } from '../event/event-list.tsx'
import { Feed } from '../event/feed.tsx'
import { chosenKind, KindFilter } from '../event/kind-filter.tsx'
import { loadEvents } from '../event/load-events.ts'
import type { EventView } from '../event/views.ts'
import { KINDS } from '../event/words.ts'
import { Alert, Button, Loading } from '../parts/feedback.tsx'
import { Screen } from '../parts/screen.tsx'
import { showPage } from '../parts/show-page.tsx'
import { useRequest } from '../parts/use-request.ts'

/** Everything that is on, by month. */
function EventsPage() {
  const kind = chosenKind()
  const [events, setEvents] = useState<EventView[]>()
  const [cursor, setCursor] = useState<string>()
  const { busy, problem, send } = useRequest()
  const load = async (known: readonly EventView[]) => {
    const answer = await send(() => loadEvents({ kind, cursor }))
    if (!answer?.ok) return
    setEvents([...known, ...answer.value.items])
    setCursor(answer.value.nextCursor)
  }
  useEffect(() => {
    load([])
  }, [])

  return (
    <Screen title="Events" lead="Coffee after the night shift, courses, support circles: come along.">
      <KindFilter chosen={kind} />
      {kind === 'circle' ? <CrisisLine /> : null}
      {events ? <Events events={events} kind={kind} /> : problem ? null : <Loading />}
      <p role="status" class="hidden">
        {events?.length ? `${events.length} events are shown.` : ''}
      </p>
      <Alert problem={problem} />
      {cursor ? (
        <p>
          <Button kind="quiet" busy={busy} onClick={() => load(events ?? [])}>
            Show later events
          </Button>
        </p>
      ) : null}
      <div class="gap">
        <Feed />
      </div>
    </Screen>
  )
}

const Events = ({ events, kind }: { events: readonly EventView[]; kind: EventView['kind'] | undefined }) =>
  events.length > 0 ? (
    <EventList events={events} />
  ) : (
    <p class="card">
      {kind ? `No ${KINDS[kind].many.toLowerCase()} are planned right now.` : 'Nothing is planned right now.'} Subscribe
      below, and the next date comes to your calendar by itself.
    </p>
  )

showPage(<EventsPage />)
