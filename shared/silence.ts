import type { Trio } from './domain/answer.ts'
import type { Match } from './domain/match.ts'
import type { Pair } from './domain/pairing.ts'
import type { Programme } from './domain/programme.ts'
import { needsBreak, onBreak } from './domain/silence.ts'
import { introductionIds, matchOver, onBreak as onBreakMail } from './mail/outbox.ts'
import type { MailStore } from './store/mails.ts'
import type { MatchStore } from './store/matches.ts'
import type { ProfileStore } from './store/profiles.ts'
import type { Write } from './store/write.ts'

type Deps = { profiles: ProfileStore; matches: MatchStore; mails: MailStore; programme: Programme }

/**
 * Pauses a mentor who lets two mentees wait, and frees these. Gives the match at hand and its people as they are then,
 * for the caller to write, and what else belongs into that transaction.
 */
export const givingBreak =
  ({ profiles, matches, mails, programme }: Deps) =>
  async (trio: Trio, now: Date): Promise<{ trio: Trio; writes: Write[] }> => {
    const { match, mentee, mentor } = trio
    if (!mentor || !needsBreak(mentor)) return { trio, writes: [] }
    const others = await matches.getMany((mentor.ignored ?? []).filter((id) => id !== match.id))
    const mentees = await profiles.getMany(others.map(({ menteeId }) => menteeId))
    const pairWith = (match: Match): Pair[] => {
      const mentee = mentees.find(({ id }) => id === match.menteeId)
      return mentee?.role === 'mentee' ? [{ match, mentee }] : []
    }
    const after = onBreak(mentor, [...(mentee ? [{ match, mentee }] : []), ...others.flatMap(pairWith)])
    const atHand = after.freed.find((pair) => pair.match.id === match.id)
    const elsewhere = after.freed.filter((pair) => pair !== atHand)
    const writes = [
      mails.adding(onBreakMail(mentor, now)),
      ...elsewhere.flatMap((pair) => [matches.changing(pair.match), profiles.changing(pair.mentee)]),
      ...after.freed.map((pair) => mails.adding(matchOver(pair.match, pair.mentee, mentor, 'silent', programme, now))),
      ...(await mails.takingBack(after.freed.flatMap((pair) => introductionIds(pair.match)))),
    ]
    return { trio: { match, mentee, ...atHand, mentor: after.mentor }, writes }
  }
