import { many } from '../parts/counted.ts'
import { type Column, Table } from '../parts/table.tsx'
import { FIELD_WORDS } from './field-words.ts'
import type { Sums } from './pieces.ts'

type Change = Sums['changes'][number]
const MOST_SHOWN = 20
const WORDS: Record<string, string> = { ...FIELD_WORDS, style: 'Working style' }

/** Whose fields an old list would change, so that nobody's own word is overwritten unseen. */
export function Changes({ changes, title }: { changes: readonly Change[]; title: string }) {
  if (changes.length === 0) return null
  const hidden = changes.length - MOST_SHOWN
  return (
    <section aria-label={title}>
      <h3 class="gap">{title}</h3>
      <Table label={title} columns={COLUMNS} rows={changes.slice(0, MOST_SHOWN)} keyOf={({ row }) => String(row)} />
      {hidden > 0 ? <p>And {many(hidden, 'more row')}.</p> : null}
      <p class="hint">
        What they changed on their own page since, an old list changes back. Take such rows out of your list if you are
        not sure.
      </p>
    </section>
  )
}

const COLUMNS: Column<Change>[] = [
  { head: 'Row', kind: 'main', cell: ({ row }) => `Row ${row}` },
  { head: 'What', cell: ({ fields }) => fields.map((field) => WORDS[field] ?? field).join(', ') },
]
