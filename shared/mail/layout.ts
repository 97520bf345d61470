import type { Programme } from '../domain/programme.ts'
import { type Block, type Draft, link, note } from './blocks.ts'
import { htmlOf } from './html.ts'
import { pageOf } from './page.ts'
import { subjectLine } from './plain.ts'
import { textOf } from './text.ts'

/** A finished mail: what `mime.ts` packs. The subject is one line of at most 78 characters. */
export type Message = {
  subject: string
  preheader: string
  html: string
  text: string
  invitation?: Draft['invitation']
  /** What its QR code holds. */
  code?: string | undefined
}

const CRISIS_LINE = 'In a crisis call or text 988 (US). In immediate danger call 911.'

/** Puts the same blocks, and the same foot, into HTML and plain text. `me`: link to the reader's own page, if any. */
export function layout(draft: Draft, programme: Programme, me: string | undefined): Message {
  const subject = subjectLine(draft.subject)
  const foot = footOf(draft, programme, me)
  return {
    subject,
    preheader: draft.preheader,
    html: pageOf({
      subject,
      preheader: draft.preheader,
      letterhead: programme.name,
      blocks: htmlOf(draft.blocks),
      foot: htmlOf(foot),
    }),
    // Not "-- ": that begins a signature, which some programs hide, and the crisis line must be seen.
    invitation: draft.invitation,
    code: draft.blocks.find((block) => block.kind === 'code')?.content,
    text: `${textOf(draft.blocks)}\n\n${'_'.repeat(24)}\n\n${textOf(foot)}\n`,
  }
}

const footOf = (draft: Draft, { name, organizers }: Programme, me: string | undefined): Block[] => [
  ...(organizers ? [note(`${organizers}, for ${name}`)] : []),
  ...(draft.crisisLine ? [note(CRISIS_LINE)] : []),
  note(`${draft.why} Questions? Just reply to this mail.`),
  ...(me ? [link('Change, pause or delete your profile', me)] : []),
]
