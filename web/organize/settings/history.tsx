import { Loading } from '../../parts/feedback.tsx'
import { More } from '../parts/more.tsx'
import { Table } from '../parts/table.tsx'
import { momentHere } from '../parts/times.ts'
import { useList } from '../use-list.ts'
import { Change } from './answers.ts'
import { inWords, LABELS } from './fields.ts'

/** Who changed which setting, from what to what. `version`: it is read again when that changes. */
export const History = ({ version }: { version: number }) => (
  <section aria-labelledby="history">
    <h2 id="history">History</h2>
    <Changes key={version} />
  </section>
)

function Changes() {
  const { items, busy, problem, more } = useList(Change, '/organizer/settings/history')
  if (!items) {
    return problem ? <More more={more} busy={busy} problem={problem} shown={0} what="changes" /> : <Loading />
  }
  return (
    <>
      <Table
        label="Changes of the settings"
        rows={items}
        keyOf={({ at }) => at}
        empty="Nobody has changed anything: all is as it was deployed."
        columns={[
          { head: 'When', kind: 'main', cell: ({ at }) => momentHere(at) },
          { head: 'Who', cell: ({ who }) => who },
          {
            head: 'What',
            cell: ({ changes }) => (
              <ul class="plain">
                {changes.map(({ field, from, to }) => (
                  <li key={field}>
                    {LABELS.get(field) ?? field}: {inWords(to)} <small>(before: {inWords(from)})</small>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      {items.length > 0 ? <More more={more} busy={busy} problem={problem} shown={items.length} what="changes" /> : null}
    </>
  )
}
