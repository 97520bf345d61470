import { Button } from '../../parts/feedback.tsx'
import { useNotices } from '../notices.tsx'
import { many } from '../parts/counted.ts'
import { saveAs } from '../parts/save-file.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { refusedRows } from './importing.ts'
import type { Reading } from './reading.ts'
import { whysOf } from './why.ts'

type Refused = Reading['refused'][number]
type Props = { refused: readonly Refused[]; title: string }

/** More are in the file. */
const MOST_SHOWN = 20

/** Rows that are not stored, each with what is wrong; all of them as a file to correct. */
export function RefusedRows({ refused, title }: Props) {
  const say = useNotices()
  const save = async () => {
    const file = await refusedRows([...refused]).catch(() => undefined)
    if (file) saveAs('refused-rows.csv', file)
    else say({ words: 'The file could not be made. Please choose your list again.', bad: true })
  }
  const hidden = refused.length - MOST_SHOWN
  return (
    <section aria-label={title}>
      <h3 class="gap">{title}</h3>
      <Table label={title} columns={COLUMNS} rows={refused.slice(0, MOST_SHOWN)} keyOf={({ row }) => String(row)} />
      {hidden > 0 ? <p>And {many(hidden, 'more row')}: the file has all of them.</p> : null}
      <p class="hint">
        Correct them in your list, or in the file with these rows alone, and bring that in. Whoever is stored already
        stays as they are.
      </p>
      <Button kind="quiet" onClick={save}>
        Download the refused rows
      </Button>
    </section>
  )
}

const COLUMNS: Column<Refused>[] = [
  { head: 'Row', kind: 'main', cell: ({ row }) => `Row ${row}` },
  {
    head: 'What is wrong',
    cell: ({ errors }) => (
      <span class="lines">
        {whysOf(errors).map((why) => (
          <span key={why}>{why}</span>
        ))}
      </span>
    ),
  },
]
