import { FIELDS, type Field } from '../../../shared/imports/reading/headings.ts'
import { type Column, Table } from '../parts/table.tsx'
import { FIELD_WORDS } from './field-words.ts'
import { readAgain } from './importing.ts'
import { type Mapping, withColumn } from './mapping.ts'
import type { Reading } from './reading.ts'

type Props = { columns: Reading['columns']; mapping: Mapping }
type ReadColumn = Reading['columns'][number]

/** In the order in which the words stand in `FIELD_WORDS`. */
const CHOICES = Object.entries(FIELD_WORDS)
const fieldOf = (code: string): Field | undefined => FIELDS.find((field) => field === code)

/** What each column was taken for, with some of what stands in it, and a way to say what it is. */
export function ColumnsTable({ columns, mapping }: Props) {
  const shown: Column<ReadColumn>[] = [
    {
      head: 'Column',
      kind: 'main',
      cell: ({ letter, title }) => (
        <>
          {letter} {title ? <span class="column-title">“{title}”</span> : <small>no heading</small>}
        </>
      ),
    },
    {
      head: 'What stands in it',
      cell: ({ samples }) =>
        samples.length ? <span class="samples">{samples.join(' · ')}</span> : <small>nothing</small>,
    },
    {
      head: 'What it is',
      cell: ({ letter, title }) => {
        const field = mapping.columns.find((column) => column.letter === letter)?.field
        return (
          <select
            aria-label={`What column ${letter} is${title ? `, “${title}”` : ''}`}
            value={field ?? ''}
            onChange={({ currentTarget }) => {
              void readAgain({ mapping: withColumn(mapping, letter, fieldOf(currentTarget.value)) })
            }}
          >
            <option value="">Leave it out</option>
            {CHOICES.map(([code, words]) => (
              <option key={code} value={code}>
                {words}
              </option>
            ))}
          </select>
        )
      },
    },
  ]
  const used = columns.filter(({ title, samples }) => title || samples.length)
  return <Table label="Columns of the file" columns={shown} rows={used} keyOf={({ letter }) => letter} />
}
