import type { MailKind } from '../domain/mail-facts.ts'
import type { Programme } from '../domain/programme.ts'
import type { EditedPhrases } from '../domain/words.ts'
import { emptyLinks } from './context.ts'
import { alex, examplesOf } from './examples.ts'
import { CODE_ID } from './html.ts'
import { message } from './message.ts'
import { pictureOf } from './qr-code.ts'

/** The examples of a kind of mail as they would go out in these words. Their links are nobody's. */
export const previewOf = (kind: MailKind, programme: Programme, words: EditedPhrases) =>
  examplesOf(kind).map(({ name, facts }) => {
    const links = emptyLinks(programme.siteUrl)
    const { subject, preheader, html, text, code } = message(facts, { to: alex, programme, links, words })
    return { name, subject, preheader, html: code ? html.replaceAll(`cid:${CODE_ID}`, pictureIn(code)) : html, text }
  })

/** A page has no parts of a mail to show: the picture stands in it. */
const pictureIn = (code: string): string => `data:image/png;base64,${pictureOf(code).toString('base64')}`
