import type { Ties } from './ties.ts'

/**
 * Among all best assignments, one that keeps the most of what is wished for: `wished` names one mentor a mentee, or -1.
 * `places` is any best assignment; the answer has the same form.
 *
 * The best assignments are the circulations of a small network: from mentees along ties to mentors, from there to one
 * hub, and back to the mentees. One wish after the other begins to count a point. If it is not fulfilled by then, either
 * a search finds exchanges that fulfil it and, all in all, give up no other; or it finds none, and the potentials of all
 * that it reached rise by that point, which proves that there are none. So each step ends at an optimum for the wishes
 * that count, and the last one at the optimum for all of them. Points are whole, so one search does for a step.
 *
 * Source: Fulkerson 1961, "An out-of-kilter method for minimal-cost flow problems", with one arc at a time out of kilter.
 */
export function keepMost({ start, columns, spare, least, most }: Ties, places: Int32Array, wished: Int32Array) {
  const now = places.slice()
  const [rows, mentors] = [now.length, most.length]
  /** Nodes below `rows` are mentees, from `rows` on mentors; the last is the hub. */
  const hub = rows + mentors
  const used = new Int32Array(mentors)
  for (const column of now) if (column >= 0) used[column] = (used[column] ?? 0) + 1
  const counts = Uint8Array.from(now, (column, row) => (column === wished[row] ? 1 : 0))
  const gain = (row: number, column: number): number => (counts[row] === 1 && wished[row] === column ? 1 : 0)
  const potentials = new Int32Array(hub + 1)
  const cameFrom = new Int32Array(hub + 1)
  const reached = new Int32Array(hub + 1)
  let size = 0

  /** Goes on to where nobody was yet, if the step loses nothing. */
  function reach(node: number, next: number, gained: number): void {
    if ((cameFrom[next] ?? 0) >= 0 || gained + (potentials[node] ?? 0) !== (potentials[next] ?? 0)) return
    cameFrom[next] = node
    reached[size++] = next
  }

  function goOnFrom(node: number, { first, seated }: Seated): void {
    if (node === hub) {
      for (let column = 0; column < mentors; column++) {
        if ((used[column] ?? 0) > (least[column] ?? 0)) reach(hub, rows + column, 0)
      }
      for (let row = 0; row < rows; row++) if (now[row] === -1) reach(hub, row, 0)
    } else if (node >= rows) {
      const column = node - rows
      if ((used[column] ?? 0) < (most[column] ?? 0)) reach(node, hub, 0)
      for (let n = first[column] ?? 0; n < (first[column + 1] ?? 0); n++) {
        const row = seated[n] ?? 0
        reach(node, row, -gain(row, column))
      }
    } else {
      if (now[node] !== -1 && spare[node] === 1) reach(node, hub, 0)
      for (let edge = start[node] ?? 0; edge < (start[node + 1] ?? 0); edge++) {
        const column = columns[edge] ?? 0
        if (column !== now[node]) reach(node, rows + column, gain(node, column))
      }
    }
  }

  /** Looks for exchanges that lose nothing, free a seat of the mentor, and leave the mentee without hers. */
  function search(mentor: number, mentee: number): boolean {
    const seated = seatedAt(now, mentors)
    cameFrom.fill(-1)
    cameFrom[mentor] = mentor
    reached[0] = mentor
    size = 1
    for (let n = 0; n < size && (cameFrom[mentee] ?? 0) < 0; n++) goOnFrom(reached[n] ?? 0, seated)
    return (cameFrom[mentee] ?? 0) >= 0
  }

  /** Everybody on the way goes one step on, and the mentee to the mentor. */
  function exchange(mentor: number, mentee: number): void {
    let next = mentor
    for (let node = mentee; node !== mentor; node = cameFrom[node] ?? mentor) {
      if (node < rows) settle(node, next === hub ? -1 : next - rows)
      next = node
    }
  }

  function settle(row: number, column: number): void {
    const before = now[row] ?? -1
    if (before >= 0) used[before] = (used[before] ?? 0) - 1
    if (column >= 0) used[column] = (used[column] ?? 0) + 1
    now[row] = column
  }

  for (let row = 0; row < rows; row++) {
    const wish = wished[row] ?? -1
    if (wish < 0 || counts[row] === 1 || !columns.subarray(start[row], start[row + 1]).includes(wish)) continue
    const mentor = rows + wish
    const wanting = now[row] !== wish && (potentials[row] ?? 0) + 1 > (potentials[mentor] ?? 0)
    if (wanting && search(mentor, row)) exchange(mentor, row)
    else if (wanting) for (const node of reached.subarray(0, size)) potentials[node] = (potentials[node] ?? 0) + 1
    counts[row] = 1
  }
  return now
}

type Seated = Readonly<{ first: Int32Array; seated: Int32Array }>

/** Those of a column are `seated[first[column]…first[column + 1]]`. */
function seatedAt(places: Int32Array, mentors: number): Seated {
  const first = new Int32Array(mentors + 1)
  for (const column of places) if (column >= 0) first[column + 1] = (first[column + 1] ?? 0) + 1
  for (let column = 0; column < mentors; column++) first[column + 1] = (first[column + 1] ?? 0) + (first[column] ?? 0)
  const next = first.slice()
  const seated = new Int32Array(first[mentors] ?? 0)
  places.forEach((column, row) => {
    if (column < 0) return
    const n = next[column] ?? 0
    seated[n] = row
    next[column] = n + 1
  })
  return { first, seated }
}
