import type { Found } from './scan.ts'

/** Some of the pairs that may be made: those of a row are `columns[start[row]…start[row + 1]]`. */
export type Graph = Readonly<{ rows: number; start: Int32Array; columns: Int32Array; scores: Int16Array }>

export const emptyGraph = (rows: number): Graph => ({
  rows,
  start: new Int32Array(rows + 1),
  columns: new Int32Array(),
  scores: new Int16Array(),
})

/** What was found for some rows, each named once. */
export type Look = Readonly<{ rows: Int32Array; found: Found }>

/** What several scans of different rows found, as one look. */
export function together(scans: readonly { rows: Int32Array }[], all: readonly Found[]): Look {
  const rows = new Int32Array(scans.reduce((sum, scan) => sum + scan.rows.length, 0))
  const pairs = all.reduce((sum, { columns }) => sum + columns.length, 0)
  const found = {
    start: new Int32Array(rows.length + 1),
    columns: new Int32Array(pairs),
    scores: new Int16Array(pairs),
  }
  let [row, pair] = [0, 0]
  scans.forEach((scan, n) => {
    rows.set(scan.rows, row)
    const { start = [], columns = [], scores = [] } = all[n] ?? {}
    found.columns.set(columns, pair)
    found.scores.set(scores, pair)
    for (let each = 1; each < start.length; each++) found.start[++row] = pair + (start[each] ?? 0)
    pair += columns.length
  })
  return { rows, found }
}

/** The graph with what was found, each pair once. */
export function extended(graph: Graph, { rows, found }: Look, mentors: number): Graph {
  const at = new Int32Array(graph.rows).fill(-1)
  rows.forEach((row, n) => {
    at[row] = n
  })
  const most = graph.columns.length + found.columns.length
  const start = new Int32Array(graph.rows + 1)
  const columns = new Int32Array(most)
  const scores = new Int16Array(most)
  const seen = new Int32Array(mentors).fill(-1)
  let end = 0
  const take = (row: number, from: Pick<Graph, 'columns' | 'scores'>, first: number, last: number) => {
    for (let edge = first; edge < last; edge++) {
      const column = from.columns[edge] ?? 0
      if (seen[column] === row) continue
      seen[column] = row
      columns[end] = column
      scores[end] = from.scores[edge] ?? 0
      end++
    }
  }
  for (let row = 0; row < graph.rows; row++) {
    take(row, graph, graph.start[row] ?? 0, graph.start[row + 1] ?? 0)
    const n = at[row] ?? -1
    if (n >= 0) take(row, found, found.start[n] ?? 0, found.start[n + 1] ?? 0)
    start[row + 1] = end
  }
  return { rows: graph.rows, start, columns: columns.slice(0, end), scores: scores.slice(0, end) }
}

/** The same pairs by mentor: `edges` are places in `columns`, `rows` whose they are. */
export type Reversed = Readonly<{ start: Int32Array; rows: Int32Array; edges: Int32Array }>

export function reversed({ rows: count, start, columns }: Graph, mentors: number): Reversed {
  const first = new Int32Array(mentors + 1)
  for (const column of columns) first[column + 1] = (first[column + 1] ?? 0) + 1
  for (let column = 0; column < mentors; column++) first[column + 1] = (first[column + 1] ?? 0) + (first[column] ?? 0)
  const next = first.slice()
  const rows = new Int32Array(columns.length)
  const edges = new Int32Array(columns.length)
  for (let row = 0; row < count; row++) {
    for (let edge = start[row] ?? 0; edge < (start[row + 1] ?? 0); edge++) {
      const column = columns[edge] ?? 0
      const place = next[column] ?? 0
      rows[place] = row
      edges[place] = edge
      next[column] = place + 1
    }
  }
  return { start: first, rows, edges }
}
