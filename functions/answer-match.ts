import * as z from 'zod'
import { isOpen, MatchAnswer } from '../shared/domain/match.ts'
import { blocking, letDown, unseated } from '../shared/domain/pairing.ts'
import { type Mentee, type Mentor, paused } from '../shared/domain/profile.ts'
import type { Programme } from '../shared/domain/programme.ts'
import { conflict, notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { deployedLinks, type Links } from '../shared/links.ts'
import { matchOver } from '../shared/mail/outbox.ts'
import { memberOf } from '../shared/member.ts'
import { deployedProgramme } from '../shared/settings.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type MailStore, mailStore } from '../shared/store/mails.ts'
import { type MatchStore, matchStore } from '../shared/store/matches.ts'
import { type ProfileStore, profileStore } from '../shared/store/profiles.ts'
import { untilFresh, type Write } from '../shared/store/write.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  links: Links
  profiles: ProfileStore
  matches: MatchStore
  mails: MailStore
  programme: Programme
}
type Answer = { bearer: string | undefined; path: { matchId: string }; body: MatchAnswer }

/**
 * A member says what became of an introduction. Declining frees both, and these two are never paired again. The same
 * answer twice is the same answer; another one after the end is refused.
 */
export const answerMatch =
  ({ table, links, profiles, matches, mails, programme }: Deps) =>
  async ({ bearer, path, body }: Answer, now: Date) =>
    untilFresh(async () => {
      const { profile: member, link } = await memberOf({ links, profiles })(bearer, ['match', 'me'], now)
      const match = await matches.get(path.matchId)
      const theirs = match && (match.menteeId === member.id || match.mentorId === member.id) && match.introducedAt
      if (!theirs || (link.matchId && link.matchId !== match.id)) throw notFound('match')
      const { mentee, mentor } = bothOf(await profiles.getMany([match.menteeId, match.mentorId]))

      const answers: Record<MatchAnswer['answer'], () => { status: string; writes: Write[] }> = {
        met: () => ({
          status: 'met',
          writes: [
            matches.changing({ ...match, status: 'met' }),
            ...(mentee ? [profiles.changing({ ...mentee, roundsWaited: 0 })] : []),
          ],
        }),
        problem: () => ({
          status: match.status,
          writes: [
            matches.changing({
              ...match,
              problem: { by: member.role, note: body.note || undefined, at: now.toISOString() },
            }),
          ],
        }),
        decline: () => decline(false),
        'decline-and-pause': () => decline(true),
      }

      function decline(pausing: boolean) {
        if (!match || !mentee || !mentor) throw conflict('This match is over already.')
        const after = [blocking(letDown(mentee, match), mentor.id), unseated(mentor, match)].map((each) =>
          pausing && each.id === member.id ? paused(each) : each,
        )
        const partner = member.role === 'mentor' ? mentee : mentor
        return {
          status: 'declined',
          writes: [
            matches.changing({ ...match, status: 'declined' }),
            ...after.map(profiles.changing),
            mails.adding(matchOver(match, partner, member, 'declined', programme, now)),
          ],
        }
      }

      const repeated = { met: 'met', decline: 'declined', 'decline-and-pause': 'declined', problem: '' }[body.answer]
      if (match.status === repeated) return { body: { matchId: match.id, status: match.status } }
      if (!isOpen(match) && body.answer !== 'problem') throw conflict('This match is over already.')
      const { status, writes } = answers[body.answer]()
      await table.transact(writes)
      return { body: { matchId: match.id, status } }
    })

function bothOf(people: readonly (Mentee | Mentor)[]) {
  return {
    mentee: people.find((each) => each.role === 'mentee'),
    mentor: people.find((each) => each.role === 'mentor'),
  }
}

const table = deployedTable()
export const handler = http(
  { path: z.object({ matchId: z.string() }), body: MatchAnswer },
  answerMatch({
    table,
    links: await deployedLinks(),
    profiles: profileStore(table),
    matches: matchStore(table),
    mails: mailStore(table),
    programme: deployedProgramme(),
  }),
)
