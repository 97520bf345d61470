import type { Question } from '../domain/follow-up.ts'
import { headline } from '../domain/headline.ts'
import type { Mail } from '../domain/mail.ts'
import type { MailFacts } from '../domain/mail-facts.ts'
import { type Match, suggestedAt } from '../domain/match.ts'
import type { Mentee, Mentor, Profile } from '../domain/profile.ts'
import { ROLES, type Role } from '../domain/profile-form.ts'
import type { Programme } from '../domain/programme.ts'
import { afterQuietHours } from '../domain/quiet-hours.ts'
import type { Unplaced } from '../domain/round.ts'
import { whyUnplaced } from '../matching/explain.ts'
import { nextRun } from '../schedule.ts'
import { firstQuestions } from './questions.ts'

/** The mails that things cause, as they wait in the outbox; those that can wait leave people their sleep. */

/** `nth` tells the mails that somebody can ask for again and again apart; a repeated write has the same one. */
export const askToConfirm = (profile: Profile, nth: number, now: Date): Mail =>
  mail(`confirm#${profile.id}#${nth}`, profile, { kind: 'confirm', role: profile.role }, now)

export const alreadyMember = (profile: Profile, nth: number, now: Date): Mail =>
  mail(`already-member#${profile.id}#${nth}`, profile, { kind: 'already-member', role: profile.role }, now)

export const freshLink = (profile: Profile, nth: number, now: Date): Mail =>
  mail(`link#${profile.id}#${nth}`, profile, { kind: 'link', role: profile.role }, now)

export const welcome = (profile: Profile, programme: Programme, now: Date): Mail =>
  mail(
    `welcome#${profile.id}`,
    profile,
    { kind: 'welcome', role: profile.role, nextRoundAt: nextRoundAt(programme, now) },
    now,
  )

/** Each time that somebody leaves, since they may have stayed once. `dueAt`: until when they can think better of it. */
export const goodbye = (profile: Profile, now: Date, byOrganizer?: true): Mail =>
  mail(
    `goodbye#${profile.id}#${profile.version}`,
    profile,
    { kind: 'goodbye', undoUntil: profile.status === 'leaving' ? profile.dueAt : undefined, byOrganizer },
    now,
  )

/** To both: who the other one is, why they were paired, and how to begin. */
export function introductions(match: Match, mentee: Mentee, mentor: Mentor, now: Date): [Mail, Mail] {
  const to = (reader: Profile, partner: Profile) =>
    mail(
      introductionId(match.id, reader.role),
      reader,
      {
        kind: 'introduction',
        role: reader.role,
        matchId: match.id,
        partner: { ...partner.contact, headline: headline(partner) },
        reasons: match.reasons,
        questions: firstQuestions(mentee.traits.topics),
        suggestedAt: suggestedAt(match, now),
        partnerTimeZone: partner.traits.timeZone,
      },
      now,
    )
  return [to(mentee, mentor), to(mentor, mentee)]
}

const introductionId = (matchId: string, to: Role): string => `introduction#${matchId}#${to}`
export const introductionIds = ({ id }: Match): string[] => ROLES.map((role) => introductionId(id, role))

/** A round went by without a mentor: why, and what would help. A round tells everybody at once, at its own hour. */
export const leftOutMail = (
  mentee: Mentee,
  { roundId, reason, help }: Unplaced,
  programme: Programme,
  now: Date,
): Mail =>
  mail(
    `left-out#${roundId}#${mentee.id}`,
    mentee,
    { kind: 'left-out', ...whyUnplaced(reason), ...(help && { help }), nextRoundAt: nextRoundAt(programme, now) },
    now,
  )

/** Asks one of the two; each time that the match is followed up, its version tells apart. */
export const followUp = (question: Question, match: Match, reader: Profile, partner: Profile, now: Date): Mail =>
  mail(
    `${question}#${match.id}#${reader.role}#${match.version}`,
    reader,
    { kind: question, role: reader.role, matchId: match.id, partnerFirstName: partner.contact.firstName },
    now,
    awake(reader, now),
  )

/** Each time that a mentor is paused. */
export const onBreak = (mentor: Mentor, now: Date): Mail =>
  mail(`on-break#${mentor.id}#${mentor.version}`, mentor, { kind: 'on-break' }, now, awake(mentor, now))

/** The partner declined, left the programme, ended it, or nothing was heard. */
export const matchOver = (
  match: Match,
  reader: Profile,
  partner: Profile,
  because: Extract<MailFacts, { kind: 'match-over' }>['because'],
  programme: Programme,
  now: Date,
): Mail =>
  mail(
    matchOverId(match.id, reader.role),
    reader,
    {
      kind: 'match-over',
      role: reader.role,
      partnerFirstName: partner.contact.firstName,
      because,
      nextRoundAt: nextRoundAt(programme, now),
    },
    now,
    because === 'silent' ? awake(reader, now) : now,
  )

const matchOverId = (matchId: string, to: Role): string => `match-over#${matchId}#${to}`

/** To the organizers: a member reported a problem. */
export function problemReported(
  match: Match,
  { contact, role }: Profile,
  note: string | undefined,
  programme: Programme,
  now: Date,
): Mail {
  const { firstName, lastName, email } = contact
  return {
    ...waiting(now),
    id: `problem#${match.id}#${match.version}`,
    kind: 'problem-reported',
    profileId: 'organizers',
    linkVersion: 0,
    to: { email: programme.replyTo, firstName: '', timeZone: programme.timeZone },
    facts: { kind: 'problem-reported', matchId: match.id, reporter: { firstName, lastName, email, role }, note },
  }
}

const nextRoundAt = ({ roundSchedule, timeZone }: Programme, now: Date): string | undefined =>
  nextRun(roundSchedule, timeZone, now)?.toISOString()

/** The first moment from now on at which somebody is probably up. */
const awake = ({ traits }: Profile, now: Date): Date => afterQuietHours(now, traits.timeZone, traits.shift)

const waiting = (now: Date, dueAt = now) => ({
  status: 'due' as const,
  createdAt: now.toISOString(),
  dueAt: dueAt.toISOString(),
  attempts: 0,
  version: 1,
})

function mail(id: string, profile: Profile, facts: MailFacts, now: Date, dueAt = now): Mail {
  const { email, firstName } = profile.contact
  return {
    ...waiting(now, dueAt),
    id,
    kind: facts.kind,
    profileId: profile.id,
    linkVersion: profile.linkVersion,
    to: { email, firstName, timeZone: profile.traits.timeZone },
    facts,
  }
}
