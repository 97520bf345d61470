import { capital } from '../parts/counted.ts'
import { More } from '../parts/more.tsx'
import { Table } from '../parts/table.tsx'
import { momentHere } from '../parts/times.ts'
import type { Entry } from './answers.ts'
import { dayInWords } from './days.ts'
import { deedOf } from './deeds.ts'
import { detailsInWords } from './details.ts'
import { useTrail } from './use-trail.ts'

type Props = { day: string; today: string; timeZone: string }

/** What was done on a day. */
export function Trail({ day, today, timeZone }: Props) {
  const { items, busy, problem, more } = useTrail(day, timeZone)
  return (
    <section aria-labelledby="day">
      <h2 id="day">{dayInWords(day)}</h2>
      {items && (items.length > 0 || (!more && !problem)) ? (
        <Table
          label="What was done"
          rows={items}
          keyOf={(entry) => items.indexOf(entry).toString()}
          empty={day === today ? 'Nothing was done today so far.' : 'Nothing was done on this day.'}
          columns={[
            { head: 'What', kind: 'main', cell: (entry) => <Did entry={entry} /> },
            { head: 'Who', cell: ({ who }) => who },
            { head: 'When', cell: ({ at }) => momentHere(at) },
            { head: 'Details', cell: detailsInWords },
          ]}
        />
      ) : null}
      <More more={more} busy={busy} problem={problem} shown={items?.length ?? 0} what="deeds" />
    </section>
  )
}

function Did({ entry }: { entry: Entry }) {
  const { did, what, href } = deedOf(entry)
  return (
    <>
      {capital(did)} {href ? <a href={href}>{what}</a> : what}
    </>
  )
}
