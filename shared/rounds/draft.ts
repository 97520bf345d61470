import { type Match, matchId } from '../domain/match.ts'
import type { RoundSummary } from '../domain/round.ts'
import type { Assignment } from '../matching/assign.ts'
import { reasonsFor, suggestedHour } from '../matching/explain.ts'
import type { Person } from '../matching/person.ts'
import type { MatchingRules } from '../matching/rules.ts'
import type { Account } from '../matching/words/account.ts'
import { chunks } from '../parallel.ts'
import type { MatchStore } from '../store/matches.ts'
import { figuresOf } from './figures.ts'
import type { HeldRound } from './held.ts'

/** What a round came to, as it is drafted. */
type Paired = {
  roundId: string
  people: readonly Person[]
  rules: MatchingRules
  assignment: Assignment
  account: Account
}

/** Lines of the draft between two signs of progress. */
const STEP = 500

/** Writes the pairs and who was left out, in place of what an earlier attempt wrote; answers how many lines. */
export async function writeDraft(matches: MatchStore, round: HeldRound, paired: Paired): Promise<number> {
  const { roundId, assignment, account } = paired
  const { pairs, unplaced } = assignment
  const total = pairs.length + unplaced.length
  await round.reach('drafting', 0, total)
  await matches.clearDraft(roundId)
  const drafted = drafting(paired)
  let done = 0
  for (const step of chunks(pairs, STEP)) {
    await matches.putDraft(step.flatMap(drafted), [])
    done += step.length
    await round.reach('drafting', done, total)
  }
  for (const step of chunks(unplaced, STEP)) {
    const leftOut = step.map(({ mentee, reason, detail }) => ({
      roundId,
      menteeId: mentee,
      reason,
      detail,
      ...account.leftOut.get(mentee),
    }))
    await matches.putDraft([], leftOut)
    done += step.length
    await round.reach('drafting', done, total)
  }
  return total
}

function drafting({ roundId, people, rules, account }: Paired) {
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
        ...(one.pin !== undefined && { pinned: true as const }),
        score,
        parts,
        reasons: reasonsFor(one, other, rules),
        ranks: account.ranks.get(mentee),
        suggestedHour: suggestedHour(one, other, rules),
        status: 'drafted',
        version: 1,
      },
    ]
  }
}

export function summaryOf(
  people: readonly Person[],
  { pairs, unplaced }: Assignment,
  rules: MatchingRules,
): RoundSummary {
  return {
    mentees: people.filter(({ role }) => role === 'mentee').length,
    mentors: people.filter(({ role }) => role === 'mentor').length,
    unplaced: unplaced.length,
    ...figuresOf(
      pairs.map(({ mentor, score }) => ({ mentorId: mentor, score })),
      rules,
    ),
  }
}
