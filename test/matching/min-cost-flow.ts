import type { Person } from '../../shared/matching/person.ts'
import type { MatchingRules } from '../../shared/matching/rules.ts'
import { scorePair } from '../../shared/matching/score.ts'

type Arc = { from: number; to: number; room: number; gain: bigint; back: number }

/** What being placed, one round of waiting, and one point are worth: far enough apart for pools of this size. */
const PLACE = 10n ** 16n
const WAIT = 10n ** 8n

/**
 * The three levels of the best assignment, found in another way than the product's: the widest flow of greatest gain,
 * one path at a time by Bellman–Ford, one arc for each seat, in big integers.
 */
export function bestFlow(people: readonly Person[], rules: MatchingRules) {
  const mentees = people.filter(({ role }) => role === 'mentee')
  const mentors = people.filter(({ role }) => role === 'mentor')
  const [source, sink] = [mentees.length + mentors.length, mentees.length + mentors.length + 1]
  const arcs: Arc[] = []
  const connect = (from: number, to: number, gain: bigint) => {
    arcs.push({ from, to, room: 1, gain, back: arcs.length + 1 })
    arcs.push({ from: to, to: from, room: 0, gain: -gain, back: arcs.length - 1 })
  }
  mentees.forEach((mentee, n) => {
    connect(source, n, PLACE + WAIT * BigInt(mentee.roundsWaited ?? 0))
    mentors.forEach((mentor, m) => {
      const pair = scorePair(mentee, mentor, rules)
      if ('score' in pair) connect(n, mentees.length + m, BigInt(pair.score))
    })
  })
  mentors.forEach((mentor, m) => {
    for (let seat = 0; seat < (mentor.capacity ?? 1); seat++) {
      connect(mentees.length + m, sink, -BigInt(rules.loadPenalty * seat))
    }
  })

  let gain = 0n
  for (;;) {
    const { reached, by } = longestPaths(arcs, source)
    const more = reached.get(sink)
    if (more === undefined || more <= 0n) break
    gain += more
    for (let arc = by.get(sink); arc; arc = arc.from === source ? undefined : by.get(arc.from)) {
      arc.room -= 1
      const back = arcs[arc.back]
      if (back) back.room += 1
    }
  }
  const placed = gain / PLACE
  const waits = (gain % PLACE) / WAIT
  return { placed: Number(placed), waits: Number(waits), totalScore: Number(gain % WAIT) }
}

function longestPaths(arcs: readonly Arc[], source: number) {
  const reached = new Map([[source, 0n]])
  const by = new Map<number, Arc>()
  for (let changed = true; changed; ) {
    changed = false
    for (const arc of arcs) {
      const before = arc.room > 0 ? reached.get(arc.from) : undefined
      if (before === undefined) continue
      const known = reached.get(arc.to)
      if (known !== undefined && known >= before + arc.gain) continue
      reached.set(arc.to, before + arc.gain)
      by.set(arc.to, arc)
      changed = true
    }
  }
  return { reached, by }
}
