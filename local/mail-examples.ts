import { MAIL_KINDS, type MailFacts } from '../shared/domain/mail-facts.ts'
import { Programme } from '../shared/domain/programme.ts'
import type { Context, FactsOf, Links } from '../shared/mail/context.ts'
import { alex, examplesOf } from '../shared/mail/examples.ts'
import { linksIn, message } from '../shared/mail/message.ts'
import { mime } from '../shared/mail/mime.ts'

/** The examples of `shared/mail/examples.ts`, written out: to look at in a browser, to check, and to start a test from. */

export { alex }

export const programme = Programme.parse({
  name: 'Great Lakes Lab Mentors',
  sender: 'hello@mentors.example.org',
  replyTo: 'organizers@example.org',
  siteUrl: 'https://mentors.example.org',
  timeZone: 'America/Chicago',
})

const token = 'eyJwIjoibWF0Y2giLCJzIjoiMDE5YTRmIn0.J1p2x3y4z5'.repeat(3)

export const links: Required<Links> = {
  confirm: `https://mentors.example.org/confirm#${token}`,
  me: `https://mentors.example.org/me#${token}`,
  match: `https://mentors.example.org/match#${token}`,
  registration: `https://mentors.example.org/registration#${token}`,
  unsubscribe: `https://mentors.example.org/api/unsubscribe/${token}`,
}

const facts = MAIL_KINDS.map((kind) => examplesOf(kind).map((example) => example.facts))

/** One of each kind. */
export const everyKind: readonly MailFacts[] = facts.flatMap(([first]) => first ?? [])

export function anIntroduction(changes: Partial<FactsOf<'introduction'>> = {}): FactsOf<'introduction'> {
  const introduction = everyKind.find((one) => one.kind === 'introduction')
  if (!introduction) throw new Error('There is no example of an introduction.')
  return { ...introduction, ...changes }
}

/** With stranger words in it, and less of them. */
const stranger = anIntroduction({
  role: 'mentor',
  partner: {
    firstName: 'عبد الرحمن',
    lastName: '👩🏽‍🔬',
    email: 'abd@example.org',
    headline: 'Chemistry · 0 years in the lab · works evenings · Illinois',
    about: 'أعمل في المختبر منذ سنة.',
  },
  suggestedAt: undefined,
})

export const everyMail: readonly MailFacts[] = [...facts.flat(), stranger]

/** The finished mail to Alex, with every link there is unless `context` says otherwise. */
export const mailTo = (facts: MailFacts, context: Partial<Context> = {}) =>
  message(facts, { to: alex, programme, links, ...context })

/** The same as it goes over the wire. */
export const wireOf = (facts: MailFacts, date: Date): Promise<Uint8Array> =>
  mime(mailTo(facts), {
    programme,
    to: alex,
    mailId: `${facts.kind}#${'matchId' in facts ? facts.matchId : 'example'}#${'role' in facts ? facts.role : 1}`,
    unsubscribeUrl: linksIn(facts.kind).includes('unsubscribe') ? links.unsubscribe : undefined,
    date,
  })
