import { answerMatchRoute } from '../shared/api/matches.ts'
import { answered, canAnswer, isAnswered } from '../shared/domain/answer.ts'
import { isOpen, type MatchAnswer } from '../shared/domain/match.ts'
import type { Programme } from '../shared/domain/programme.ts'
import { conflict, notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { deployedLinks, type Links } from '../shared/links.ts'
import { introductionIds, matchOver, problemReported } from '../shared/mail/outbox.ts'
import { memberOf } from '../shared/member.ts'
import { deployedProgramme } from '../shared/settings.ts'
import { givingBreak } from '../shared/silence.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type MailStore, mailStore } from '../shared/store/mails.ts'
import { type MatchStore, matchStore } from '../shared/store/matches.ts'
import { type ProfileStore, profileStore } from '../shared/store/profiles.ts'
import { untilFresh } from '../shared/store/write.ts'

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
 * A member says what became of an introduction; the partner hears of an end, the organizers of a problem. The same
 * answer twice is the same answer; another one after the end is refused. A mentor who let two mentees wait gets a break.
 */
export const answerMatch =
  ({ table, links, profiles, matches, mails, programme }: Deps) =>
  async ({ bearer, path, body }: Answer, now: Date) =>
    untilFresh(async () => {
      const { profile: member, link } = await memberOf({ links, profiles })(bearer, ['match', 'me'], now)
      const match = await matches.get(path.matchId)
      const theirs = match && (match.menteeId === member.id || match.mentorId === member.id) && match.introducedAt
      if (!theirs || (link.matchId && link.matchId !== match.id)) throw notFound('match')
      if (isAnswered(match, body, member, now)) return { body: { matchId: match.id, status: match.status } }
      if (!canAnswer(match, body)) throw conflict('This match is over already.')

      const people = await profiles.getMany([match.menteeId, match.mentorId])
      const mentee = people.find((each) => each.role === 'mentee')
      const mentor = people.find((each) => each.role === 'mentor')
      const said = answered(body, member, { match, mentee, mentor }, now)
      const { trio: after, writes } = await givingBreak({ profiles, matches, mails, programme })(said, now)
      const partner = member.role === 'mentor' ? said.mentee : said.mentor
      const ends = isOpen(match) && !isOpen(said.match)
      const because = body.answer === 'not-a-fit' ? 'ended' : 'declined'
      await table.transact([
        matches.changing(after.match),
        ...(after.mentee && after.mentee !== mentee ? [profiles.changing(after.mentee)] : []),
        ...(after.mentor && after.mentor !== mentor ? [profiles.changing(after.mentor)] : []),
        ...(ends ? await mails.takingBack(introductionIds(match)) : []),
        ...(ends && partner ? [mails.adding(matchOver(match, partner, member, because, programme, now))] : []),
        ...(body.answer === 'problem'
          ? [mails.adding(problemReported(said.match, member, body.note, programme, now))]
          : []),
        ...writes,
      ])
      return { body: { matchId: match.id, status: after.match.status } }
    })

const table = deployedTable()
export const handler = http(
  answerMatchRoute().takes,
  answerMatch({
    table,
    links: await deployedLinks(),
    profiles: profileStore(table),
    matches: matchStore(table),
    mails: mailStore(table),
    programme: deployedProgramme(),
  }),
)
