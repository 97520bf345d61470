import { PAGES, type Page, type Recipient } from '../domain/mail.ts'
import type { MailFacts, MailKind } from '../domain/mail-facts.ts'
import type { Programme } from '../domain/programme.ts'
import type { Edited } from './words/define.ts'

/** Finished URLs, e.g. `{ match: 'https://mentors.example.org/match#…' }`; only those that the mail needs. */
export type Links = Partial<Record<Page, string>>

/** The facts of one kind of mail. */
export type FactsOf<Kind extends MailKind> = Extract<MailFacts, { kind: Kind }>

/**
 * What a mail is written with, beside its facts. `words`: what organizers say in words of their own in this kind of mail.
 * `isTest`: its facts are made up, and it says so.
 */
export type Context = {
  to: Recipient
  programme: Programme
  links: Links
  words?: Edited | undefined
  isTest?: boolean
}

/** The site's pages without a token: what examples link to opens nothing of anybody's. */
export const emptyLinks = (siteUrl: string): Links =>
  Object.fromEntries(PAGES.map((page) => [page, `${siteUrl}/${page}`]))

/** The link that a mail is for. Throws when it is missing: such a mail must not go out. */
export function linkTo(page: Page, links: Links): string {
  const url = links[page]
  if (!url) throw new Error(`This mail needs a link to the page ${page}.`)
  return url
}
