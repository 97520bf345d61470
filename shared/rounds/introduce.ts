import { type Match, withoutPerson } from '../domain/match.ts'
import { introduced, type Pair, placed, seated, stillPossible } from '../domain/pairing.ts'
import type { Mentor, Profile } from '../domain/profile.ts'
import type { RoundSettings, Unplaced } from '../domain/round.ts'
import { introductions } from '../mail/outbox.ts'
import { rulesFor, scorePair } from '../matching/index.ts'
import { personOf } from '../matching/person.ts'
import type { Table } from '../store/client.ts'
import type { MailStore } from '../store/mails.ts'
import type { MatchStore } from '../store/matches.ts'
import type { ProfileStore } from '../store/profiles.ts'
import { untilFresh, type Write } from '../store/write.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  profiles: ProfileStore
  matches: MatchStore
  mails: MailStore
}

/**
 * Introduces a mentor to the mentees drafted for them, as one transaction: seats taken, mentees matched, both
 * introductions in the outbox. What is no longer possible, by the settings of its round, ends, and its mentee counts as
 * left out.
 */
export const introducing = ({ table, profiles, matches, mails }: Deps, settings: RoundSettings, clock: () => Date) => {
  const fits = fittingNow(settings, clock())

  const introduce = (mentor: Mentor, pairs: readonly Pair[]): Write[] => {
    const [now, matchIds] = [clock(), pairs.map(({ match }) => match.id)]
    return [
      profiles.changing(seated(mentor, matchIds)),
      ...pairs.flatMap(({ match, mentee }) => [
        profiles.changing(placed(mentee, match.id)),
        matches.changing(introduced(match, now)),
        ...introductions(match, mentee, mentor, now).map(mails.adding),
      ]),
    ]
  }

  const giveUp = (match: Match, people: readonly Profile[]): Write[] => {
    const gone = [match.menteeId, match.mentorId].filter((id) => !people.some((person) => person.id === id))
    const over: Match = { ...match, status: 'ended', endedBecause: 'unavailable' }
    return [
      matches.changing(gone.reduce((trace, id) => withoutPerson(trace, id), over)),
      ...(gone.includes(match.menteeId) ? [] : [matches.addingUnplaced(fellThrough(match))]),
    ]
  }

  return (mentorId: string, drafted: readonly Match[]): Promise<void> =>
    untilFresh(async () => {
      const found = await matches.getMany(drafted.map(({ id }) => id))
      const open = found.filter(({ status }) => status === 'drafted')
      if (!open.length) return
      const people = await profiles.getMany([mentorId, ...open.map(({ menteeId }) => menteeId)])
      const mentor = people.find((person) => person.role === 'mentor')
      const pairs = open.flatMap((match): Pair[] => {
        const mentee = people.find(({ id }) => id === match.menteeId)
        return mentor && mentee?.role === 'mentee' && fits(mentee, mentor) ? [{ match, mentee }] : []
      })
      const possible = stillPossible(mentor, pairs)
      const rest = open.filter((match) => !possible.some((pair) => pair.match === match))
      await table.transact([
        ...(mentor && possible.length ? introduce(mentor, possible) : []),
        ...rest.flatMap((match) => giveUp(match, people)),
      ])
    })
}

/** Whether the hard rules still allow a pair: the draft may be days old, and people change their profiles. */
function fittingNow({ weights, rules: limits }: RoundSettings, now: Date) {
  const rules = rulesFor([], { weights, rules: limits, at: now.toISOString() })
  return (mentee: Profile, mentor: Profile) => !('barrier' in scorePair(personOf(mentee), personOf(mentor), rules))
}

const fellThrough = ({ roundId, menteeId }: Match): Unplaced => ({
  roundId,
  menteeId,
  reason: 'unavailable',
  detail: 'The drafted pair fell through: when the round was published, one of the two was no longer free or suitable.',
})
