import { bucketQueue } from './bucket-queue.ts'
import { hasFreeSeat, isOverpriced, type Market, nextPenalty, sit, stand } from './market.ts'

/**
 * Gives each mentee who has something to gain a seat, by exchanges that lose nothing: a forest of cheapest chains is
 * grown from all of them at once up to the nearest end (a free seat, or somebody who can be left out at no loss), prices
 * and surpluses move by what was lost on the way, and along the pairs that are now worth exactly their prices as many
 * disjoint chains as a search finds are exchanged. Then the next forest.
 *
 * Sources: Kuhn 1955, "The Hungarian method for the assignment problem"; Jonker & Volgenant 1987, "A shortest
 * augmenting path algorithm for dense and sparse linear assignment problems"; the disjoint chains of one phase are
 * Hopcroft & Karp 1973; seats with growing penalties are the convex costs of Edmonds & Karp 1972.
 */
export function placeAll(market: Market): void {
  const { graph, priorities, prices, surplus, places, first, next } = market
  const { rows, start, columns, scores } = graph
  const mentors = prices.length
  const queue = bucketQueue()
  const losses = new Float64Array(rows + mentors).fill(Number.POSITIVE_INFINITY)
  const reached = new Int32Array(rows + mentors)
  const visited = new Int32Array(mentors)
  const nextEdge = new Int32Array(rows)
  const pathRows: number[] = []
  const pathColumns: number[] = []
  const pathNext: number[] = []
  let phase = 0

  /** Nodes below `rows` are mentees, from `rows` on mentors. */
  function grow(free: readonly number[]): void {
    let count = 0
    let end = Number.POSITIVE_INFINITY
    const reach = (node: number, loss: number) => {
      if (loss >= (losses[node] ?? 0)) return
      if (losses[node] === Number.POSITIVE_INFINITY) reached[count++] = node
      losses[node] = loss
      queue.push(node, loss)
    }
    queue.clear()
    for (const row of free) reach(row, 0)
    for (let loss = queue.smallest(); loss !== undefined && loss < end; loss = queue.smallest()) {
      const node = queue.take()
      if ((losses[node] ?? 0) < loss) continue
      if (node >= rows) {
        const column = node - rows
        if (isOverpriced(market, column)) end = loss
        else if (hasFreeSeat(market, column))
          end = Math.min(end, loss + nextPenalty(market, column) - (prices[column] ?? 0))
        for (let row = first[column] ?? -1; row >= 0; row = next[row] ?? -1) reach(row, loss)
        continue
      }
      const above = loss + (surplus[node] ?? 0)
      end = Math.min(end, above)
      const before = above - (priorities[node] ?? 0)
      const last = start[node + 1] ?? 0
      for (let edge = start[node] ?? 0; edge < last; edge++) {
        const column = columns[edge] ?? 0
        const far = before + (prices[column] ?? 0) - (scores[edge] ?? 0)
        if (far < end) reach(rows + column, far)
      }
    }
    for (let n = 0; n < count; n++) {
      const node = reached[n] ?? 0
      const rise = end - (losses[node] ?? 0)
      losses[node] = Number.POSITIVE_INFINITY
      if (rise <= 0) continue
      if (node < rows) surplus[node] = (surplus[node] ?? 0) - rise
      else prices[node - rows] = (prices[node - rows] ?? 0) + rise
    }
  }

  const canTake = (column: number): boolean =>
    hasFreeSeat(market, column) && (prices[column] ?? 0) >= nextPenalty(market, column)

  /** The next mentor, not yet visited, with whom the mentee is worth exactly the prices; -1 when there is none. */
  function nextMentor(row: number): number {
    const worth = (priorities[row] ?? 0) - (surplus[row] ?? 0)
    const last = start[row + 1] ?? 0
    let edge = nextEdge[row] ?? 0
    while (edge < last) {
      const column = columns[edge] ?? 0
      if (visited[column] !== phase && worth + (scores[edge] ?? 0) === prices[column]) break
      edge++
    }
    nextEdge[row] = edge + 1
    return edge < last ? (columns[edge] ?? 0) : -1
  }

  /** Moves everybody on the path one step on; the last one to `end`, or out when that is -1. */
  function exchange(depth: number, end: number): void {
    for (let n = 0; n <= depth; n++) stand(market, pathRows[n] ?? 0)
    for (let n = 0; n < depth; n++) sit(market, pathRows[n] ?? 0, pathColumns[n] ?? 0)
    if (end >= 0) sit(market, pathRows[depth] ?? 0, end)
  }

  /** Looks for a chain of exchanges at no loss that gives the mentee a seat, or leaves out somebody who loses nothing. */
  function settle(newcomer: number): void {
    let depth = 0
    const enter = (row: number, sibling: number) => {
      pathRows[depth] = row
      pathNext[depth] = sibling
      nextEdge[row] = start[row] ?? 0
    }
    enter(newcomer, -1)
    while (depth >= 0) {
      const row = pathRows[depth] ?? 0
      if (surplus[row] === 0) {
        exchange(depth, -1)
        return
      }
      const column = nextMentor(row)
      if (column >= 0) {
        visited[column] = phase
        if (canTake(column)) {
          exchange(depth, column)
          return
        }
        const other = first[column] ?? -1
        if (other < 0) continue
        pathColumns[depth] = column
        depth++
        enter(other, next[other] ?? -1)
        continue
      }
      const sibling = pathNext[depth] ?? -1
      if (sibling >= 0) enter(sibling, next[sibling] ?? -1)
      else depth--
    }
  }

  for (;;) {
    const free: number[] = []
    for (let row = 0; row < rows; row++) if (places[row] === -1 && (surplus[row] ?? 0) > 0) free.push(row)
    if (free.length === 0) return
    grow(free)
    phase++
    for (const row of free) settle(row)
  }
}
