import { useMemo, useState } from 'preact/hooks'
import { Loading } from '../../parts/feedback.tsx'
import { Screen } from '../../parts/screen.tsx'
import { NotHere } from '../not-here.tsx'
import { Crumbs } from '../parts/crumbs.tsx'
import { More } from '../parts/more.tsx'
import { to } from '../place.ts'
import { useList } from '../use-list.ts'
import { OrganizerEvent } from './answers.ts'
import { EventsTable } from './events-table.tsx'
import { PublishAll } from './publish-all.tsx'
import { ruleInWords } from './rule.ts'

/** All dates of a series, each an event of its own. */
export function SeriesList({ seriesId }: { seriesId: string }) {
  const [now] = useState(() => new Date())
  const query = useMemo(() => ({ seriesId, sort: 'startsAt' }), [seriesId])
  const { items, fresh, busy, problem, more, change } = useList(OrganizerEvent, '/organizer/events', query)
  if (!items || !fresh) {
    return problem ? <More more={more} busy={busy} problem={problem} shown={0} what="dates" /> : <Loading />
  }
  const [first] = items
  if (!first && !busy) return <NotHere what="series" />
  const replace = (changed: OrganizerEvent) =>
    change((events) => events.map((each) => (each.eventId === changed.eventId ? changed : each)))
  return (
    <>
      <Crumbs way={[{ href: to('events'), name: 'Events' }]} />
      <Screen title={`Series: ${first?.title ?? ''}`} lead={first?.series && `${ruleInWords(first.series.rule)}.`}>
        <p>Each date is an event of its own: what you change in one, the others do not hear of.</p>
        <PublishAll drafts={items.filter(({ status }) => status === 'draft')} onPublished={replace} />
        <EventsTable label="Dates of the series" events={items} now={now} />
        <More more={more} busy={busy} problem={problem} shown={items.length} what="dates" />
      </Screen>
    </>
  )
}
