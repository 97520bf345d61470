import * as z from 'zod'
import { MATCH_STATUSES } from '../shared/domain/match.ts'
import { MAIL_CHOICES } from '../shared/domain/profile.ts'
import { ROLES } from '../shared/domain/profile-form.ts'

/** What the API answers, as far as the pages read it. Fields that they do not know are left aside. */

const codes = z.array(z.string())

/** `GET /api/me`: everything about one person in one role. */
export const Me = z.object({
  profileId: z.string(),
  role: z.enum(ROLES),
  status: z.enum(['pending', 'active', 'paused', 'leaving']),
  /** The moment a pause ends by itself, or everything is deleted. */
  pausedUntil: z.string().optional(),
  leavesAt: z.string().optional(),
  mailOff: z.array(z.enum(MAIL_CHOICES)).default([]),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  about: z.string().default(''),
  state: z.string(),
  timeZone: z.string(),
  employer: z.string().default(''),
  setting: z.string(),
  departments: codes,
  topics: codes,
  credentials: codes.default([]),
  pursuing: z.string().default(''),
  yearsOfExperience: z.number(),
  shift: z.string(),
  availability: codes,
  meeting: codes,
  languages: codes,
  style: z.object({ structure: z.number(), feedback: z.number(), pace: z.number() }).optional(),
  avoidSameEmployer: z.boolean().default(false),
  capacity: z.number().optional(),
  roundsWaited: z.number().optional(),
  openMatches: z.number(),
  createdAt: z.string(),
})
export type Me = z.output<typeof Me>

/** One of my matches. `partner` is null once it is over, or when that person has left. */
export const MyMatch = z.object({
  matchId: z.string(),
  role: z.enum(ROLES),
  status: z.enum(MATCH_STATUSES),
  reasons: z.array(z.string()),
  introducedAt: z.string().optional(),
  suggestedAt: z.string().optional(),
  partner: z
    .object({
      firstName: z.string(),
      lastName: z.string(),
      email: z.string(),
      about: z.string().optional(),
      headline: z.string(),
      timeZone: z.string(),
    })
    .nullable(),
})
export type MyMatch = z.output<typeof MyMatch>
export const MyMatches = z.object({ items: z.array(MyMatch) })

/** `DELETE /api/me`: deleted, or there is time to think better of it. */
export const Left = z.object({ status: z.enum(['leaving', 'deleted']), leavesAt: z.string().optional() })
/** `GET` and `PATCH /api/me/mail`. */
export const MailOff = z.object({ off: z.array(z.enum(MAIL_CHOICES)) })
export type MailOff = z.output<typeof MailOff>

export const Answered = z.object({ matchId: z.string(), status: z.enum(MATCH_STATUSES) })
export type Answered = z.output<typeof Answered>
export const Confirmed = z.object({ profileId: z.string(), role: z.enum(ROLES) })
/** For calls whose success says all. */
export const Done = z.unknown()
