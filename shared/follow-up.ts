import { followedUp, isFollowUpDue } from './domain/follow-up.ts'
import { lastWordOf, type Match } from './domain/match.ts'
import { unseated } from './domain/pairing.ts'
import type { Mentee, Mentor } from './domain/profile.ts'
import type { Programme } from './domain/programme.ts'
import { endedBySilence, ignoring, needsBreak } from './domain/silence.ts'
import { followUp, introductionIds, matchOver } from './mail/outbox.ts'
import { givingBreak } from './silence.ts'
import type { Table } from './store/client.ts'
import type { MailStore } from './store/mails.ts'
import type { MatchStore } from './store/matches.ts'
import type { ProfileStore } from './store/profiles.ts'
import { untilFresh, type Write } from './store/write.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  profiles: ProfileStore
  matches: MatchStore
  mails: MailStore
  programme: Programme
}
type Both = { mentee: Mentee; mentor: Mentor }

/**
 * Follows up one match whose step is due: asks the two how it goes, or closes it when nobody was heard of. The match
 * moves on to its next step in the same transaction, so that nothing is asked twice, whoever is killed or repeated.
 */
export const followUpMatch = (deps: Deps) => {
  const { table, profiles, matches, mails, programme } = deps
  const giveBreak = givingBreak(deps)

  async function closing(match: Match, both: Both, now: Date): Promise<Write[]> {
    const ended = endedBySilence({ match, mentee: both.mentee })
    const free = unseated(both.mentor, match)
    const counted = lastWordOf(match, 'mentor') ? free : ignoring(free, match)
    const { trio, writes } = await giveBreak({ ...ended, mentor: counted }, now)
    const mentor = trio.mentor ?? counted
    return [
      matches.changing(ended.match),
      profiles.changing(ended.mentee),
      profiles.changing(mentor),
      mails.adding(matchOver(match, ended.mentee, mentor, 'silent', programme, now)),
      // Who gets a break hears of that instead.
      ...(needsBreak(counted) ? [] : [mails.adding(matchOver(match, mentor, ended.mentee, 'silent', programme, now))]),
      ...(await mails.takingBack(introductionIds(match))),
      ...writes,
    ]
  }

  return (matchId: string, clock: () => Date): Promise<void> =>
    untilFresh(async () => {
      const [now, match] = [clock(), await matches.get(matchId)]
      if (!match || !isFollowUpDue(match, now)) return
      const people = await profiles.getMany([match.menteeId, match.mentorId])
      const mentee = people.find((each) => each.role === 'mentee')
      const mentor = people.find((each) => each.role === 'mentor')
      const { match: next, ask, silent } = followedUp(match, now)
      // Somebody is just being deleted: their match ends with them.
      if (!mentee || !mentor) return table.transact([matches.changing(next)])
      if (silent) return table.transact(await closing(match, { mentee, mentor }, now))
      const questions = ask.map(({ to, question }) =>
        to === 'mentee'
          ? followUp(question, match, mentee, mentor, now)
          : followUp(question, match, mentor, mentee, now),
      )
      await table.transact([matches.changing(next), ...questions.map(mails.adding)])
    })
}
