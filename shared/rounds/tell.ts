import { leftOut } from '../domain/pairing.ts'
import type { Mentee, Profile } from '../domain/profile.ts'
import type { Programme } from '../domain/programme.ts'
import type { Unplaced } from '../domain/round.ts'
import { wantsMail } from '../domain/standing.ts'
import { leftOutMail } from '../mail/outbox.ts'
import type { Table } from '../store/client.ts'
import type { MailStore } from '../store/mails.ts'
import type { MatchStore } from '../store/matches.ts'
import type { ProfileStore } from '../store/profiles.ts'
import { untilFresh } from '../store/write.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  profiles: ProfileStore
  matches: MatchStore
  mails: MailStore
  programme: Programme
}

/**
 * Tells a mentee that a round left them out: one more round waited, and, if they want it, a mail that says why. Once a round; not those
 * who are no longer waiting. Somebody who was deleted since the pool was read is forgotten here too.
 */
export const telling =
  ({ table, profiles, matches, mails, programme }: Deps, clock: () => Date) =>
  (unplaced: Unplaced): Promise<void> =>
    untilFresh(async () => {
      const mentee = await profiles.get(unplaced.menteeId)
      if (!mentee) return matches.removeUnplaced([unplaced])
      if (!isWaiting(mentee) || mentee.leftOutOf === unplaced.roundId) return
      await table.transact([
        profiles.changing(leftOut(mentee, unplaced.roundId)),
        ...(wantsMail(mentee, 'left-out') ? [mails.adding(leftOutMail(mentee, unplaced, programme, clock()))] : []),
      ])
    })

const isWaiting = (profile: Profile): profile is Mentee =>
  profile.role === 'mentee' && profile.status === 'active' && !profile.matchId
