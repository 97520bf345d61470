import type { ComponentChildren } from 'preact'

export type Column<T> = {
  head: string
  cell: (row: T) => ComponentChildren
  /** Numbers stand right. `main` is the cell that names the row. */
  kind?: 'number' | 'main'
  /** Sorted by this column now, and what a press on its head does. */
  sort?: { now: 'ascending' | 'descending' | undefined; onSort: () => void }
}

type Props<T> = {
  /** What it is a table of, for screen readers. */
  label: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  keyOf: (row: T) => string
  /** What stands there when there is no row. */
  empty?: ComponentChildren
}

/** A table on a desktop; on a phone each row is a card with the heads beside its cells. */
export function Table<T>({ label, columns, rows, keyOf, empty = 'There is nothing here yet.' }: Props<T>) {
  if (rows.length === 0) return <p class="card">{empty}</p>
  return (
    <table class="table" aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ head, kind, sort }) => (
            <th key={head} scope="col" class={kind} aria-sort={sort ? (sort.now ?? 'none') : undefined}>
              {sort ? (
                <button type="button" class="sort" onClick={sort.onSort}>
                  {head}
                  <span aria-hidden="true">{arrow(sort.now)}</span>
                </button>
              ) : (
                head
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={keyOf(row)} columns={columns} row={row} />
        ))}
      </tbody>
    </table>
  )
}

/** One line of a table. */
export const Row = <T,>({ columns, row }: { columns: readonly Column<T>[]; row: T }) => (
  <tr>
    {columns.map(({ head, kind, cell }) =>
      kind === 'main' ? (
        <th key={head} scope="row" class="main" data-head={head}>
          {cell(row)}
        </th>
      ) : (
        <td key={head} class={kind} data-head={head}>
          {cell(row)}
        </td>
      ),
    )}
  </tr>
)

const arrow = (now: 'ascending' | 'descending' | undefined): string =>
  now === 'ascending' ? ' ▲' : now === 'descending' ? ' ▼' : ' ↕'
