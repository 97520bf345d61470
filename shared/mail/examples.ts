import type { Recipient } from '../domain/mail.ts'
import type { MailFacts, MailKind } from '../domain/mail-facts.ts'
import type { FactsOf } from './context.ts'
import { firstQuestions } from './questions.ts'

/**
 * Believable mails of each kind, to Alex: for organizers who look at their words, for the preview of a programmer, and to
 * start a test from. Together, those of a kind say every phrase that it has.
 */

type Example<Facts> = { name: string; facts: Facts }

export const examplesOf = (kind: MailKind): readonly Example<MailFacts>[] => EXAMPLES[kind]

export const alex: Recipient = { email: 'alex@example.org', firstName: 'Alex', timeZone: 'America/Chicago' }

const introduction: FactsOf<'introduction'> = {
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
}

const newcomer = {
  firstName: 'Jordan',
  lastName: 'Lee',
  email: 'jordan.lee@example.org',
  headline: 'Chemistry · 0 years in the lab · works evenings · Illinois',
}

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
const inTheEast = { timeZone: 'America/New_York' } as const
const elsewhere = { ...aboutEvent, event: { ...aboutEvent.event, ...inTheEast } } as const
const onlineElsewhere = { ...online, event: { ...online.event, ...inTheEast } } as const

const problem: FactsOf<'problem-reported'> = {
  kind: 'problem-reported',
  matchId: 'round.mentee',
  reporter: { firstName: 'Alex', lastName: 'Kim', email: 'alex.kim@example.org', role: 'mentee' },
  note: 'They never answer.',
}

const EXAMPLES: { [Kind in MailKind]: readonly Example<FactsOf<Kind>>[] } = {
  confirm: [
    { name: 'A mentee', facts: { kind: 'confirm', role: 'mentee' } },
    { name: 'A mentor', facts: { kind: 'confirm', role: 'mentor' } },
  ],
  'already-member': [{ name: 'A mentor', facts: { kind: 'already-member', role: 'mentor' } }],
  welcome: [
    { name: 'A mentor', facts: { kind: 'welcome', role: 'mentor', nextRoundAt } },
    { name: 'A mentee, before a round that has no date', facts: { kind: 'welcome', role: 'mentee' } },
  ],
  link: [{ name: 'A mentee', facts: { kind: 'link', role: 'mentee' } }],
  introduction: [
    { name: 'A mentee', facts: introduction },
    {
      name: 'A mentor in the same time zone',
      facts: { ...introduction, role: 'mentor', partner: newcomer, partnerTimeZone: 'America/Chicago' },
    },
  ],
  'left-out': [
    {
      name: 'A mentee',
      facts: {
        kind: 'left-out',
        why: 'no mentor with a free seat shares an hour with you',
        help: 'Adding an evening or a weekend slot to your profile would open up 14 more mentors.',
        nextRoundAt,
      },
    },
    {
      name: 'Before a round that has no date',
      facts: {
        kind: 'left-out',
        why: 'every seat that suits you went to somebody who has waited longer',
        help: 'Nothing in your profile: more mentors are on their way.',
      },
    },
  ],
  reminder: [
    { name: 'A mentee', facts: { kind: 'reminder', ...asking } },
    { name: 'A mentor', facts: { kind: 'reminder', ...asking, role: 'mentor' } },
  ],
  'first-contact': [{ name: 'A mentee', facts: { kind: 'first-contact', ...asking } }],
  'first-meeting': [{ name: 'A mentor', facts: { kind: 'first-meeting', ...asking, role: 'mentor' } }],
  'fit-check': [{ name: 'A mentee', facts: { kind: 'fit-check', ...asking } }],
  'still-there': [{ name: 'A mentor', facts: { kind: 'still-there', ...asking, role: 'mentor' } }],
  'on-break': [{ name: 'A mentor', facts: { kind: 'on-break' } }],
  'match-over': [
    {
      name: 'A mentee, declined',
      facts: { kind: 'match-over', role: 'mentee', partnerFirstName: 'Sam', because: 'declined', nextRoundAt },
    },
    {
      name: 'A mentor, the other one left',
      facts: { kind: 'match-over', role: 'mentor', partnerFirstName: 'Sam', because: 'left', nextRoundAt },
    },
    {
      name: 'A mentee, after silence',
      facts: { kind: 'match-over', role: 'mentee', partnerFirstName: 'Sam', because: 'silent', nextRoundAt },
    },
    {
      name: 'A mentor, ended, before a round that has no date',
      facts: { kind: 'match-over', role: 'mentor', partnerFirstName: 'Sam', because: 'ended' },
    },
  ],
  'problem-reported': [
    { name: 'With a note', facts: problem },
    { name: 'Without a note', facts: { ...problem, note: undefined } },
  ],
  'seat-confirmed': [
    { name: 'In person', facts: { kind: 'seat-confirmed', ...placed, by: 'registering' } },
    { name: 'Online, from the line', facts: { kind: 'seat-confirmed', ...onlineElsewhere, by: 'line' } },
    { name: 'In person, after an offer', facts: { kind: 'seat-confirmed', ...placed, by: 'offer' } },
  ],
  'in-line': [
    { name: 'A meeting', facts: { kind: 'in-line', ...aboutEvent, position: 3 } },
    {
      name: 'A circle in another time zone',
      facts: {
        kind: 'in-line',
        ...elsewhere,
        event: { ...elsewhere.event, title: 'Circle for night shifts', kind: 'circle' },
        position: 3,
      },
    },
  ],
  'seat-offered': [
    { name: 'A meeting', facts: { kind: 'seat-offered', ...aboutEvent, until: '2026-12-08T15:00:00.000Z' } },
    {
      name: 'In another time zone',
      facts: { kind: 'seat-offered', ...elsewhere, until: '2026-12-08T15:00:00.000Z' },
    },
  ],
  'offer-expired': [{ name: 'A meeting', facts: { kind: 'offer-expired', ...aboutEvent } }],
  'registration-cancelled': [
    { name: 'As they asked', facts: { kind: 'registration-cancelled', ...aboutEvent, by: 'attendee', hadSeat: true } },
    {
      name: 'By an organizer',
      facts: { kind: 'registration-cancelled', ...aboutEvent, by: 'organizer', hadSeat: true },
    },
  ],
  'registered-already': [{ name: 'A meeting', facts: { kind: 'registered-already', ...aboutEvent } }],
  'event-changed': [
    { name: 'In person', facts: { kind: 'event-changed', ...placed, hasSeat: true } },
    { name: 'Online', facts: { kind: 'event-changed', ...onlineElsewhere, hasSeat: true } },
  ],
  'event-cancelled': [{ name: 'With a seat', facts: { kind: 'event-cancelled', ...aboutEvent, hadSeat: true } }],
  'event-reminder': [
    { name: 'Online, a day before', facts: { kind: 'event-reminder', ...online, lead: '24h' } },
    { name: 'Online, a week before', facts: { kind: 'event-reminder', ...onlineElsewhere, lead: '7d' } },
    { name: 'In person, an hour before', facts: { kind: 'event-reminder', ...placed, lead: '1h' } },
  ],
  'event-thanks': [
    {
      name: 'With a recording',
      facts: { kind: 'event-thanks', ...aboutEvent, recordingUrl: 'https://video.example.org/coffee' },
    },
    { name: 'Without a recording', facts: { kind: 'event-thanks', ...aboutEvent } },
  ],
  goodbye: [
    { name: 'While they can still stay', facts: { kind: 'goodbye', undoUntil: '2026-11-24T18:10:00.000Z' } },
    { name: 'When it is done', facts: { kind: 'goodbye' } },
    {
      name: 'An organizer deletes them, while they can still stay',
      facts: { kind: 'goodbye', undoUntil: '2026-11-24T18:10:00.000Z', byOrganizer: true },
    },
    { name: 'An organizer deleted them', facts: { kind: 'goodbye', byOrganizer: true } },
  ],
}
