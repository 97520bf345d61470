import { type Match, matchId } from '../domain/match.ts'
import type { Programme } from '../domain/programme.ts'
import type { RoundSummary } from '../domain/round.ts'
import type { Assignment } from '../matching/assign.ts'
import { reasonsFor, suggestedHour } from '../matching/explain.ts'
import { assign, rulesFor } from '../matching/index.ts'
import type { Person } from '../matching/person.ts'
import type { MatchingRules } from '../matching/rules.ts'
import { chunks } from '../parallel.ts'
import type { Table } from '../store/client.ts'
import type { MatchStore } from '../store/matches.ts'
import type { ProfileStore } from '../store/profiles.ts'
import type { RoundStore } from '../store/rounds.ts'
import { heldRound } from './held.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  rounds: RoundStore
  profiles: ProfileStore
  matches: MatchStore
  programme: Programme
}

/** Lines of the draft between two signs of progress. */
const STEP = 500

/**
 * Pairs the pool and writes the draft. Begun again after a crash it does all of it again: nothing counts before the
 * last write, which makes the draft official.
 */
export const runRound =
  (deps: Deps) =>
  async (roundId: string, clock: () => Date): Promise<void> => {
    const { rounds, profiles, matches, programme } = deps
    const found = await rounds.get(roundId)
    if (found?.status !== 'running') return
    const round = heldRound(deps, found, clock)

    await round.reach('reading')
    const people = await profiles.pool()

    await round.reach('matching', 0, people.length)
    const { weights, rules: limits } = programme
    const rules = rulesFor(people, { weights, rules: limits, at: clock().toISOString() })
    const assignment = assign(people, rules)

    const { pairs, unplaced } = assignment
    const total = pairs.length + unplaced.length
    await round.reach('drafting', 0, total)
    await matches.clearDraft(roundId)
    const drafted = drafting(roundId, people, rules)
    let done = 0
    for (const step of chunks(pairs, STEP)) {
      await matches.putDraft(step.flatMap(drafted), [])
      done += step.length
      await round.reach('drafting', done, total)
    }
    for (const step of chunks(unplaced, STEP)) {
      const leftOut = step.map(({ mentee, ...why }) => ({ roundId, menteeId: mentee, ...why }))
      await matches.putDraft([], leftOut)
      done += step.length
      await round.reach('drafting', done, total)
    }

    const summary = summaryOf(people, assignment)
    const progress = (phase: 'publish-requested' | 'done') => ({ phase, done: total, total })
    if (found.publish) await round.keep({ status: 'drafted', summary, progress: progress('publish-requested') })
    else await round.release({ status: 'drafted', summary, progress: progress('done') })
  }

function drafting(roundId: string, people: readonly Person[], rules: MatchingRules) {
  const byId = new Map(people.map((person) => [person.id, person]))
  return ({ mentee, mentor, score, parts }: Assignment['pairs'][number]): Match[] => {
    const [one, other] = [byId.get(mentee), byId.get(mentor)]
    if (!one || !other) return []
    return [
      {
        id: matchId(roundId, mentee),
        roundId,
        menteeId: mentee,
        mentorId: mentor,
        score,
        parts,
        reasons: reasonsFor(one, other, rules),
        suggestedHour: suggestedHour(one, other, rules),
        status: 'drafted',
        version: 1,
      },
    ]
  }
}

function summaryOf(people: readonly Person[], { pairs, unplaced, totalScore }: Assignment): RoundSummary {
  const scores = pairs.map(({ score }) => score).toSorted((a, b) => a - b)
  const middle = scores.slice(Math.ceil(scores.length / 2) - 1, Math.floor(scores.length / 2) + 1)
  return {
    mentees: people.filter(({ role }) => role === 'mentee').length,
    mentors: people.filter(({ role }) => role === 'mentor').length,
    placed: pairs.length,
    unplaced: unplaced.length,
    totalScore,
    worstScore: scores[0],
    medianScore: middle.length ? middle.reduce((sum, score) => sum + score, 0) / middle.length : undefined,
  }
}
