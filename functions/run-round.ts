import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import * as z from 'zod'
import { type Match, matchId } from '../shared/domain/match.ts'
import type { Programme } from '../shared/domain/programme.ts'
import { leaseUntil, type Round, type RoundSummary, type Unplaced } from '../shared/domain/round.ts'
import type { Assignment } from '../shared/matching/assign.ts'
import { reasonsFor, suggestedHour } from '../shared/matching/explain.ts'
import { assign, rulesFor } from '../shared/matching/index.ts'
import type { Person } from '../shared/matching/person.ts'
import type { MatchingRules } from '../shared/matching/rules.ts'
import { deployedProgramme } from '../shared/settings.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type MatchStore, matchStore } from '../shared/store/matches.ts'
import { type ProfileStore, profileStore } from '../shared/store/profiles.ts'
import { type RoundStore, roundStore } from '../shared/store/rounds.ts'
import { eachRecord } from '../shared/stream.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  rounds: RoundStore
  profiles: ProfileStore
  matches: MatchStore
  programme: Programme
}

/**
 * Pairs the pool and writes the draft. Begun again after a crash it does all of it again: nothing counts before the
 * last write, which makes the draft official.
 */
export const runRound =
  ({ table, rounds, profiles, matches, programme }: Deps) =>
  async (roundId: string, clock: () => Date): Promise<void> => {
    let round = await rounds.get(roundId)
    if (round?.status !== 'running') return

    const reach = async (current: Round, phase: Round['progress']['phase'], total = 0) => {
      const next: Round = { ...current, progress: { phase, done: 0, total } }
      const lease = { roundId, until: leaseUntil(clock()) }
      await table.transact([rounds.holdingLease(lease, clock()), rounds.changing(next)])
      return { ...next, version: next.version + 1 }
    }

    round = await reach(round, 'reading')
    const people = await profiles.pool()

    round = await reach(round, 'matching', people.length)
    const { weights, rules: limits } = programme
    const rules = rulesFor(people, { weights, rules: limits, at: clock().toISOString() })
    const assignment = assign(people, rules)

    round = await reach(round, 'drafting', assignment.pairs.length + assignment.unplaced.length)
    await matches.clearDraft(roundId)
    await matches.putDraft(drafted(roundId, people, assignment, rules), leftOutOf(roundId, assignment))

    const lease = { roundId, until: leaseUntil(clock()) }
    const done: Round = {
      ...round,
      status: 'drafted',
      summary: summaryOf(people, assignment),
      progress: { phase: round.publish ? 'publish-requested' : 'done', done: 0, total: 0 },
    }
    await table.transact([
      rounds.changing(done),
      round.publish ? rounds.holdingLease(lease, clock()) : rounds.releasingLease(roundId),
    ])
  }

function drafted(roundId: string, people: readonly Person[], { pairs }: Assignment, rules: MatchingRules): Match[] {
  const byId = new Map(people.map((person) => [person.id, person]))
  return pairs.flatMap(({ mentee, mentor, score, parts }) => {
    const [one, other] = [byId.get(mentee), byId.get(mentor)]
    if (!one || !other) return []
    return {
      id: matchId(roundId, mentee),
      roundId,
      menteeId: mentee,
      mentorId: mentor,
      score,
      parts,
      reasons: reasonsFor(one, other, rules),
      suggestedHour: suggestedHour(one, other, rules),
      status: 'drafted' as const,
      version: 1,
    }
  })
}

const leftOutOf = (roundId: string, { unplaced }: Assignment): Unplaced[] =>
  unplaced.map(({ mentee, reason, detail }) => ({ roundId, menteeId: mentee, reason, detail }))

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

const Started = z.object({ id: z.object({ S: z.string() }) })

const table = deployedTable()
const run = runRound({
  table,
  rounds: roundStore(table),
  profiles: profileStore(table),
  matches: matchStore(table),
  programme: deployedProgramme(),
})

export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
  eachRecord(event, ({ dynamodb }) => run(Started.parse(dynamodb?.NewImage).id.S, () => new Date()))
