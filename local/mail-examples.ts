import type { Recipient } from '../shared/domain/mail.ts'
import type { MailFacts, MailKind } from '../shared/domain/mail-facts.ts'
import { Programme } from '../shared/domain/programme.ts'
import type { Context, FactsOf, Links } from '../shared/mail/context.ts'
import { linksIn, message } from '../shared/mail/message.ts'
import { mime } from '../shared/mail/mime.ts'
import { firstQuestions } from '../shared/mail/questions.ts'

/** One believable mail of each kind: to look at in a browser, to check, and to start a test from. */

export const programme = Programme.parse({
  name: 'Great Lakes Lab Mentors',
  sender: 'hello@mentors.example.org',
  replyTo: 'organizers@example.org',
  siteUrl: 'https://mentors.example.org',
  timeZone: 'America/Chicago',
})

export const alex: Recipient = { email: 'alex@example.org', firstName: 'Alex', timeZone: 'America/Chicago' }

const token = 'eyJwIjoibWF0Y2giLCJzIjoiMDE5YTRmIn0.J1p2x3y4z5'.repeat(3)

export const links: Required<Links> = {
  confirm: `https://mentors.example.org/confirm#${token}`,
  me: `https://mentors.example.org/me#${token}`,
  match: `https://mentors.example.org/match#${token}`,
  registration: `https://mentors.example.org/registration#${token}`,
  unsubscribe: `https://mentors.example.org/api/unsubscribe/${token}`,
}

export const anIntroduction = (changes: Partial<FactsOf<'introduction'>> = {}): FactsOf<'introduction'> => ({
  kind: 'introduction',
  role: 'mentee',
  matchId: 'round.mentee',
  partner: {
    firstName: 'Sam',
    lastName: 'Rivera',
    email: 'sam.rivera@example.org',
    headline: 'Hematology, Microbiology · 12 years · works nights · Ohio',
    about: 'I started on the bench in 2014.\n\nI like morphology, and teaching it. Happy to help with the MLS exam.',
  },
  reasons: [
    'Certification exam preparation is wanted and offered',
    'You both work in hematology',
    'You share 24 hours a week, and both like video calls',
  ],
  questions: firstQuestions(['cert_prep', 'wellness']),
  suggestedAt: '2026-12-02T01:00:00.000Z',
  partnerTimeZone: 'America/New_York',
  ...changes,
})

const asking = { role: 'mentee', matchId: 'round.mentee', partnerFirstName: 'Sam' } as const

const nextRoundAt = '2026-11-30T15:00:00.000Z'

const aboutEvent = {
  registrationId: 'event.7-secret',
  event: {
    id: 'event',
    title: 'Coffee after the night shift',
    kind: 'meeting',
    timeZone: 'America/Chicago',
    startsAt: '2026-12-09T01:00:00.000Z',
    endsAt: '2026-12-09T02:30:00.000Z',
    sequence: 0,
  },
} as const
const placed = { ...aboutEvent, event: { ...aboutEvent.event, place: 'Lou’s Diner, 12 Lake Street, Chicago' } } as const
const online = { ...aboutEvent, event: { ...aboutEvent.event, onlineUrl: 'https://meet.example.org/coffee' } } as const

const examples: { [Kind in MailKind]: FactsOf<Kind> } = {
  confirm: { kind: 'confirm', role: 'mentee' },
  'already-member': { kind: 'already-member', role: 'mentor' },
  welcome: { kind: 'welcome', role: 'mentor', nextRoundAt },
  link: { kind: 'link', role: 'mentee' },
  introduction: anIntroduction(),
  'left-out': {
    kind: 'left-out',
    why: 'no mentor with a free seat shares an hour with you',
    help: 'Adding an evening or a weekend slot to your profile would open up 14 more mentors.',
    nextRoundAt,
  },
  reminder: { kind: 'reminder', ...asking },
  'first-contact': { kind: 'first-contact', ...asking },
  'first-meeting': { kind: 'first-meeting', ...asking, role: 'mentor' },
  'fit-check': { kind: 'fit-check', ...asking },
  'still-there': { kind: 'still-there', ...asking, role: 'mentor' },
  'on-break': { kind: 'on-break' },
  'match-over': {
    kind: 'match-over',
    role: 'mentee',
    partnerFirstName: 'Sam',
    because: 'declined',
    nextRoundAt,
  },
  'problem-reported': {
    kind: 'problem-reported',
    matchId: 'round.mentee',
    reporter: { firstName: 'Alex', lastName: 'Kim', email: 'alex.kim@example.org', role: 'mentee' },
    note: 'They never answer.',
  },
  goodbye: { kind: 'goodbye', undoUntil: '2026-11-24T18:10:00.000Z' },
  'seat-confirmed': { kind: 'seat-confirmed', ...placed, by: 'registering' },
  'in-line': { kind: 'in-line', ...aboutEvent, position: 3 },
  'seat-offered': { kind: 'seat-offered', ...aboutEvent, until: '2026-12-08T15:00:00.000Z' },
  'offer-expired': { kind: 'offer-expired', ...aboutEvent },
  'registration-cancelled': { kind: 'registration-cancelled', ...aboutEvent, by: 'attendee', hadSeat: true },
  'registered-already': { kind: 'registered-already', ...aboutEvent },
  'event-changed': { kind: 'event-changed', ...placed, hasSeat: true },
  'event-cancelled': { kind: 'event-cancelled', ...aboutEvent, hadSeat: true },
  'event-reminder': { kind: 'event-reminder', ...online, lead: '24h' },
  'event-thanks': { kind: 'event-thanks', ...aboutEvent, recordingUrl: 'https://video.example.org/coffee' },
}

export const everyKind: readonly MailFacts[] = Object.values(examples)

/** The same to the other side, at another end, or with less or stranger words in it. */
const others: readonly MailFacts[] = [
  { ...examples['in-line'], event: { ...aboutEvent.event, title: 'Circle for night shifts', kind: 'circle' } },
  { ...examples.confirm, role: 'mentor' },
  { ...examples.welcome, role: 'mentee', nextRoundAt: undefined },
  anIntroduction({
    role: 'mentor',
    partner: {
      firstName: 'عبد الرحمن',
      lastName: '👩🏽‍🔬',
      email: 'abd@example.org',
      headline: 'Chemistry · 0 years in the lab · works evenings · Illinois',
      about: 'أعمل في المختبر منذ سنة.',
    },
    suggestedAt: undefined,
  }),
  { ...examples['match-over'], role: 'mentor', because: 'left' },
  { ...examples['match-over'], because: 'silent' },
  { ...examples['match-over'], role: 'mentor', because: 'ended', nextRoundAt: undefined },
  { ...examples['problem-reported'], note: undefined },
  { ...examples.goodbye, undoUntil: undefined },
]

export const everyMail: readonly MailFacts[] = [...everyKind, ...others]

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
