import { useMemo } from 'preact/hooks'
import { type Column, Row } from './table.tsx'

type Props<T> = {
  /** What it is a table of, for screen readers. */
  label: string
  /** The same array each time. */
  columns: readonly Column<T>[]
  /** A row that is another object is drawn again. */
  rows: readonly T[]
  keyOf: (row: T) => string
}

/** So many rows are drawn, and left out by the browser, together. */
const BLOCK = 50

/**
 * A table of thousands of rows. All of them are in the page, where the browser finds them and screen readers read them;
 * but it neither lays out nor paints blocks that are far from the window (see `.long` in the styles), and a block is
 * drawn again only when one of its rows changes.
 */
export function LongTable<T>({ label, columns, rows, keyOf }: Props<T>) {
  const blocks = Array.from({ length: Math.ceil(rows.length / BLOCK) }, (_, n) =>
    rows.slice(n * BLOCK, (n + 1) * BLOCK),
  )
  return (
    <table class="table long" aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ head, kind }) => (
            <th key={head} scope="col" class={kind}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {blocks.map((block, n) => (
        <Block key={n} columns={columns} rows={block} keyOf={keyOf} />
      ))}
    </table>
  )
}

type BlockProps<T> = Omit<Props<T>, 'label'>

/** The same element is not looked through again; of plain HTML it would be. */
function Block<T>({ columns, rows, keyOf }: BlockProps<T>) {
  return useMemo(() => <Rows columns={columns} rows={rows} keyOf={keyOf} />, [columns, ...rows])
}

const Rows = <T,>({ columns, rows, keyOf }: BlockProps<T>) => (
  <tbody>
    {rows.map((row) => (
      <Row key={keyOf(row)} columns={columns} row={row} />
    ))}
  </tbody>
)
