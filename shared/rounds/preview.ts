import type { Match } from '../domain/match.ts'
import type { Mentee, Mentor } from '../domain/profile.ts'
import type { Programme } from '../domain/programme.ts'
import type { EditedPhrases } from '../domain/words.ts'
import { linksIn, message } from '../mail/message.ts'
import { introductions } from '../mail/outbox.ts'

type Pair = { match: Match; mentee: Mentee; mentor: Mentor }

/** Both introductions of a pair as they would go out now, in the organizers' words; the links in them lead nowhere. */
export const previewsOf = ({ match, mentee, mentor }: Pair, programme: Programme, words: EditedPhrases, now: Date) =>
  [mentee, mentor].map((reader, nth) => {
    const { facts, to } = introductions(match, mentee, mentor, now)[nth] ?? {}
    if (!facts || !to) throw new Error('An introduction has facts, and somebody to read it.')
    const links = Object.fromEntries(linksIn(facts.kind).map((page) => [page, `${programme.siteUrl}/${page}#example`]))
    const { subject, preheader, html, text } = message(facts, { to, programme, links, words })
    return { to: reader.role, subject, preheader, html, text }
  })
