import { endedByOrganizer } from './domain/answer.ts'
import { isOpen } from './domain/match.ts'
import type { Profile } from './domain/profile.ts'
import type { Programme } from './domain/programme.ts'
import { conflict, notFound } from './errors.ts'
import { introductionIds, matchOver } from './mail/outbox.ts'
import type { AuditStore } from './store/audit.ts'
import type { Table } from './store/client.ts'
import type { MailStore } from './store/mails.ts'
import type { MatchStore } from './store/matches.ts'
import type { ProfileStore } from './store/profiles.ts'
import { untilFresh, type Write } from './store/write.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  profiles: Pick<ProfileStore, 'getMany' | 'changing'>
  matches: Pick<MatchStore, 'get' | 'changing'>
  mails: Pick<MailStore, 'adding' | 'takingBack'>
  audit: Pick<AuditStore, 'adding'>
  programme: Programme
}
type Request = { path: { matchId: string }; body: { tell: boolean }; who: string }

/**
 * An organizer ends an open match: both are free again, never paired with each other again, and told if wished. Ending
 * one that has ended is the same wish.
 */
export const endMatch =
  ({ table, profiles, matches, mails, audit, programme }: Deps) =>
  ({ path: { matchId }, body: { tell }, who }: Request, now: Date) =>
    untilFresh(async () => {
      const match = await matches.get(matchId)
      if (!match) throw notFound('match')
      const answer = { matchId, status: 'ended' as const }
      if (match.status === 'ended' && match.introducedAt) return answer
      if (!isOpen(match)) throw conflict('Only a match that is open can be ended.')
      const people = await profiles.getMany([match.menteeId, match.mentorId])
      const mentee = people.find((each) => each.role === 'mentee')
      const mentor = people.find((each) => each.role === 'mentor')
      const after = endedByOrganizer({ match, mentee, mentor })
      // Who is just being deleted is told of nothing, but their partner is.
      const told = (reader?: Profile, partner?: Profile): Write[] =>
        tell && reader && partner ? [mails.adding(matchOver(match, reader, partner, 'ended', programme, now))] : []
      await table.transact([
        matches.changing(after.match),
        ...[after.mentee, after.mentor].flatMap((person) => (person ? [profiles.changing(person)] : [])),
        ...(await mails.takingBack(introductionIds(match))),
        ...told(mentee, mentor),
        ...told(mentor, mentee),
        audit.adding({ at: now.toISOString(), who, what: 'match-ended', subject: matchId, details: { told: tell } }),
      ])
      return answer
    })
