import type { Person } from '../../shared/matching/person.ts'
import type { MatchingRules } from '../../shared/matching/rules.ts'
import { scorePair } from '../../shared/matching/score.ts'

/** What one round of waiting and being placed are worth in points: far enough apart for a few hundred people. */
const WAIT = 10 ** 6
const PLACE = 10 ** 10

/**
 * The three levels of the best assignment, found in another way than the product's: the widest flow of greatest gain,
 * one path at a time by Bellman–Ford with a queue, one arc for each seat.
 */
export function bestFlow(people: readonly Person[], rules: MatchingRules) {
  const mentees = people.filter(({ role }) => role === 'mentee')
  const mentors = people.filter(({ role }) => role === 'mentor')
  const [source, sink] = [mentees.length + mentors.length, mentees.length + mentors.length + 1]
  const { connect, longestPath, send } = network(sink + 1)
  mentees.forEach((mentee, n) => {
    connect(source, n, PLACE + WAIT * (mentee.roundsWaited ?? 0))
    mentors.forEach((mentor, m) => {
      const pair = scorePair(mentee, mentor, rules)
      if ('score' in pair) connect(n, mentees.length + m, pair.score)
    })
  })
  mentors.forEach((mentor, m) => {
    for (let seat = 0; seat < Math.min(mentees.length, mentor.capacity ?? 1); seat++) {
      connect(mentees.length + m, sink, -rules.loadPenalty * seat)
    }
  })

  let gain = 0
  for (let more = longestPath(source, sink); more > 0; more = longestPath(source, sink)) {
    gain += more
    send(source, sink)
  }
  const placed = Math.round(gain / PLACE)
  const waits = Math.round((gain - placed * PLACE) / WAIT)
  return { placed, waits, totalScore: gain - placed * PLACE - waits * WAIT }
}

/** Arcs for one unit each; arc n and arc n ^ 1 are each other's way back. */
function network(nodes: number) {
  const leaving: number[][] = Array.from({ length: nodes }, () => [])
  const ends: number[] = []
  const room: number[] = []
  const gains: number[] = []
  const reached = new Float64Array(nodes)
  const by = new Int32Array(nodes)

  function connect(from: number, to: number, gain: number): void {
    leaving[from]?.push(ends.length)
    leaving[to]?.push(ends.length + 1)
    ends.push(to, from)
    room.push(1, 0)
    gains.push(gain, -gain)
  }

  /** What the path that gains most gains; -Infinity when there is none. */
  function longestPath(from: number, to: number): number {
    reached.fill(Number.NEGATIVE_INFINITY)
    reached[from] = 0
    const queue = [from]
    const queued = new Uint8Array(nodes)
    for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
      queued[node] = 0
      for (const arc of leaving[node] ?? []) {
        const end = ends[arc] ?? 0
        const gain = (reached[node] ?? 0) + (gains[arc] ?? 0)
        if (room[arc] === 0 || gain <= (reached[end] ?? 0)) continue
        reached[end] = gain
        by[end] = arc
        if (queued[end] === 0) queue.push(end)
        queued[end] = 1
      }
    }
    return reached[to] ?? 0
  }

  /** Sends one unit along the path found last. */
  function send(from: number, to: number): void {
    for (let node = to; node !== from; ) {
      const arc = by[node] ?? 0
      room[arc] = 0
      room[arc ^ 1] = 1
      node = ends[arc ^ 1] ?? from
    }
  }
  return { connect, longestPath, send }
}
