import { bucketQueue } from './bucket-queue.ts'
import { reversed } from './graph.ts'
import { isOverpriced, type Market, nextPenalty, sit, stand } from './market.ts'

/**
 * The other half of `placeAll`: free seats that cost more than their penalty, because prices came from elsewhere, look
 * for mentees, or become cheaper until they may stay free. Chains are grown from all such seats at once, towards whoever
 * is without a seat, or towards a seat that may as well be given back. Afterwards the market is at its optimum.
 *
 * Source: the reverse auction of Bertsekas & Castañon 1992, "A forward/reverse auction algorithm for asymmetric
 * assignment problems", done exactly.
 */
export function fillSeats(market: Market): void {
  const { graph, priorities, prices, surplus, places } = market
  const mentors = prices.length
  const { rows: count, scores } = graph
  const { start, rows, edges } = reversed(graph, mentors)
  const queue = bucketQueue()
  const losses = new Float64Array(count + mentors).fill(Number.POSITIVE_INFINITY)
  const reached = new Int32Array(count + mentors)
  const visited = new Int32Array(mentors)
  const nextEdge = new Int32Array(mentors)
  const pathColumns: number[] = []
  const pathRows: number[] = []
  let phase = 0

  /** What a mentor's last seat costs: at that price it may as well be given back. */
  const lastPenalty = (column: number): number => nextPenalty(market, column) - market.loadPenalty

  function grow(empty: readonly number[]): void {
    let size = 0
    let end = Number.POSITIVE_INFINITY
    const reach = (node: number, loss: number) => {
      if (loss >= (losses[node] ?? 0)) return
      if (losses[node] === Number.POSITIVE_INFINITY) reached[size++] = node
      losses[node] = loss
      queue.push(node, loss)
    }
    queue.clear()
    for (const column of empty) reach(count + column, 0)
    for (let loss = queue.smallest(); loss !== undefined && loss < end; loss = queue.smallest()) {
      const node = queue.take()
      if ((losses[node] ?? 0) < loss) continue
      if (node < count) {
        const column = places[node] ?? -1
        if (column < 0) end = loss
        else reach(count + column, loss)
        continue
      }
      const column = node - count
      const price = prices[column] ?? 0
      const floor = isOverpriced(market, column) ? nextPenalty(market, column) : lastPenalty(column)
      end = Math.min(end, loss + price - floor)
      for (let n = start[column] ?? 0; n < (start[column + 1] ?? 0); n++) {
        const row = rows[n] ?? 0
        const worth = (priorities[row] ?? 0) + (scores[edges[n] ?? 0] ?? 0)
        const far = loss + (surplus[row] ?? 0) + price - worth
        if (far < end) reach(row, far)
      }
    }
    for (let n = 0; n < size; n++) {
      const node = reached[n] ?? 0
      const fall = end - (losses[node] ?? 0)
      losses[node] = Number.POSITIVE_INFINITY
      if (fall <= 0) continue
      if (node < count) surplus[node] = (surplus[node] ?? 0) + fall
      else prices[node - count] = (prices[node - count] ?? 0) - fall
    }
  }

  /** The next mentee who may come at no loss: somebody without a seat, or whose mentor was not yet visited. */
  function nextMentee(column: number): number {
    const price = prices[column] ?? 0
    const last = start[column + 1] ?? 0
    let n = nextEdge[column] ?? 0
    let found = -1
    for (; n < last && found < 0; n++) {
      const row = rows[n] ?? 0
      const from = places[row] ?? -1
      if (from === column || (from >= 0 && visited[from] === phase)) continue
      const worth = (priorities[row] ?? 0) + (scores[edges[n] ?? 0] ?? 0)
      if (worth === (surplus[row] ?? 0) + price) found = row
    }
    nextEdge[column] = n
    return found
  }

  function exchange(depth: number): void {
    for (let n = 0; n <= depth; n++) stand(market, pathRows[n] ?? 0)
    for (let n = 0; n <= depth; n++) sit(market, pathRows[n] ?? 0, pathColumns[n] ?? 0)
  }

  /** Looks for a chain at no loss that fills one seat. */
  function fill(empty: number): boolean {
    let depth = 0
    const enter = (column: number) => {
      pathColumns[depth] = column
      visited[column] = phase
      nextEdge[column] = start[column] ?? 0
    }
    enter(empty)
    while (depth >= 0) {
      const row = nextMentee(pathColumns[depth] ?? 0)
      if (row < 0) {
        depth--
        continue
      }
      pathRows[depth] = row
      const from = places[row] ?? -1
      if (from < 0 || prices[from] === lastPenalty(from)) {
        exchange(depth)
        return true
      }
      depth++
      enter(from)
    }
    return false
  }

  for (;;) {
    const empty: number[] = []
    for (let column = 0; column < mentors; column++) if (isOverpriced(market, column)) empty.push(column)
    if (empty.length === 0) return
    grow(empty)
    phase++
    for (const column of empty) while (isOverpriced(market, column) && fill(column));
  }
}
