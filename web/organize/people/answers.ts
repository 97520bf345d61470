import * as z from 'zod'
import { MATCH_STATUSES } from '../../../shared/domain/match.ts'
import { PROFILE_STATUSES } from '../../../shared/domain/profile.ts'
import { ROLES } from '../../../shared/domain/profile-form.ts'
import { Me } from '../../answers.ts'
import { LogEntry } from '../mail/answers.ts'

/** What the API answers on people, as far as these pages read it. */

const MailProblem = z.object({ kind: z.enum(['bounce', 'complaint']), at: z.string() })

/** A line of the list: no more than it shows, because there may be thousands. */
export const Listed = z.object({
  profileId: z.string(),
  role: z.enum(ROLES),
  status: z.enum(PROFILE_STATUSES),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  state: z.string(),
  capacity: z.number().optional(),
  openMatches: z.number(),
  mailProblem: MailProblem.optional(),
})
export type Listed = z.output<typeof Listed>

export const Person = Me.extend({
  version: z.number().optional(),
  deletedBy: z.literal('organizer').optional(),
  mailProblem: MailProblem.optional(),
})
export type Person = z.output<typeof Person>

const Match = z.object({
  matchId: z.string(),
  roundId: z.string(),
  status: z.enum(MATCH_STATUSES),
  score: z.number(),
  reasons: z.array(z.string()),
  introducedAt: z.string().optional(),
  endedBecause: z.string().optional(),
  answers: z
    .array(z.object({ by: z.enum(ROLES), answer: z.string(), note: z.string().optional(), at: z.string() }))
    .default([]),
  partner: z.object({ profileId: z.string(), firstName: z.string(), lastName: z.string() }).optional(),
})
export type Match = z.output<typeof Match>

const LeftOut = z.object({ roundId: z.string(), reason: z.string(), detail: z.string() })
export type LeftOut = z.output<typeof LeftOut>

const Registration = z.object({
  registrationId: z.string(),
  eventId: z.string(),
  title: z.string(),
  startsAt: z.string(),
  timeZone: z.string(),
  status: z.string(),
  checkedInAt: z.string().optional(),
})
export type Registration = z.output<typeof Registration>

export const Note = z.object({ noteId: z.string(), at: z.string(), who: z.string(), text: z.string() })
export type Note = z.output<typeof Note>

export const History = z.object({
  mails: z.array(LogEntry),
  matches: z.array(Match),
  leftOut: z.array(LeftOut),
  registrations: z.array(Registration),
  notes: z.array(Note),
})
export type History = z.output<typeof History>

export const NoteGone = z.object({ noteId: z.string() })
