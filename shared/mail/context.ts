import type { Page, Recipient } from '../domain/mail.ts'
import type { MailFacts, MailKind } from '../domain/mail-facts.ts'
import type { Programme } from '../domain/programme.ts'

/** Finished URLs, e.g. `{ match: 'https://mentors.example.org/match#…' }`; only those that the mail needs. */
export type Links = Partial<Record<Page, string>>

/** The facts of one kind of mail. */
export type FactsOf<Kind extends MailKind> = Extract<MailFacts, { kind: Kind }>

/** What a mail is written with, beside its facts. */
export type Context = { to: Recipient; programme: Programme; links: Links }

/** The link that a mail is for. Throws when it is missing: such a mail must not go out. */
export function linkTo(page: Page, links: Links): string {
  const url = links[page]
  if (!url) throw new Error(`This mail needs a link to the page ${page}.`)
  return url
}
