import { createHash } from 'node:crypto'
import type { Mail } from '../domain/mail.ts'
import type { MailFacts } from '../domain/mail-facts.ts'
import type { Programme } from '../domain/programme.ts'
import type { EditedPhrases } from '../domain/words.ts'
import { alex } from './examples.ts'

/** Mails that organizers send to look at them. */

/** In an hour of the clock, for each organizer: anybody's address can be typed. */
export const MOST_TESTS = 10

/** All that an organizer can send in this hour: the ids are the count. */
export function testMailIds(who: string, now: Date): string[] {
  const sender = createHash('sha256').update(who).digest('hex').slice(0, 16)
  const hour = now.toISOString().slice(0, 13)
  return Array.from({ length: MOST_TESTS }, (_, n) => `test#${sender}#${hour}#${n + 1}`)
}

/** An example on its way to somebody, in these words. */
export const testMail = (
  id: string,
  email: string,
  facts: MailFacts,
  words: EditedPhrases,
  { timeZone }: Programme,
  now: Date,
): Mail => ({
  id,
  kind: facts.kind,
  profileId: 'organizers',
  linkVersion: 0,
  status: 'due',
  to: { email, firstName: alex.firstName, timeZone },
  facts,
  test: { words },
  createdAt: now.toISOString(),
  dueAt: now.toISOString(),
  attempts: 0,
  version: 1,
})
