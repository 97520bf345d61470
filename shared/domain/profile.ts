import * as z from 'zod'
import { TimeZone } from './fields.ts'
import { capacity, contactFields, traitFields } from './profile-form.ts'

/** One person in one role. Somebody may hold both roles: two profiles, one address. */

/** Waiting longer than this counts no more: a bound that the matching relies on. */
export const MOST_ROUNDS_WAITED = 7

export const Contact = z.strictObject(contactFields)
export const Traits = z.strictObject({ ...traitFields, timeZone: TimeZone })
export type Traits = z.output<typeof Traits>

/**
 * - `pending`: signed up, address not confirmed; nothing happens with it.
 * - `active`: in the pool when there is room.
 * - `paused`: keeps open matches, gets no new ones; until `dueAt`, or until they come back.
 * - `leaving`: is deleted at `dueAt`, unless they think better of it.
 */
export const PROFILE_STATUSES = ['pending', 'active', 'paused', 'leaving'] as const

/** What a member can do without; the rest is what they take part for, or have just asked for. */
export const MAIL_CHOICES = ['left-out', 'reminders', 'follow-ups'] as const
export type MailChoice = (typeof MAIL_CHOICES)[number]
export const MailChoices = z.strictObject({
  off: z.array(z.enum(MAIL_CHOICES)).transform((off) => MAIL_CHOICES.filter((choice) => off.includes(choice))),
})

const stored = {
  id: z.string(),
  status: z.enum(PROFILE_STATUSES),
  contact: Contact,
  traits: Traits,
  /** SHA-256 of the normalised address: tells people apart where the address itself has no business. */
  addressHash: z.string(),
  createdAt: z.iso.datetime(),
  /** When a later form took the place of the first one. */
  formAt: z.iso.datetime().optional(),
  confirmedAt: z.iso.datetime().optional(),
  /** When the status changes by itself: a pause ends, or a farewell becomes final. */
  dueAt: z.iso.datetime().optional(),
  /** While leaving: whose wish it is, if not their own. */
  deletedBy: z.literal('organizer').optional(),
  /** While leaving: what they were, and are again should they stay. */
  statusBefore: z.enum(['active', 'paused']).optional(),
  /** While leaving: the end of the pause, which goes on should they stay. */
  dueBefore: z.iso.datetime().optional(),
  /** The mail they do without. */
  mailOff: z.array(z.enum(MAIL_CHOICES)).optional(),
  /** Counts writes; every write is guarded by it. */
  version: z.int(),
  /** Links made for an older number no longer work. */
  linkVersion: z.int(),
}

export const Mentee = z.strictObject({
  ...stored,
  role: z.literal('mentee'),
  /** The open match, if there is one. */
  matchId: z.string().optional(),
  roundsWaited: z.int().min(0).max(MOST_ROUNDS_WAITED),
  /** Mentors never to be paired with again. */
  blocked: z.array(z.string()),
  /** The last round that told this mentee of being left out, so that one round counts once. */
  leftOutOf: z.string().optional(),
})
export type Mentee = z.output<typeof Mentee>

export const Mentor = z.strictObject({
  ...stored,
  role: z.literal('mentor'),
  capacity,
  /** One for each open match. */
  matchIds: z.array(z.string()).max(5),
  /** Matches in which the mentee waits for them in vain: see `silence.ts`. */
  ignored: z.array(z.string()).optional(),
})
export type Mentor = z.output<typeof Mentor>

export const Profile = z.discriminatedUnion('role', [Mentee, Mentor])
export type Profile = z.output<typeof Profile>

/** Active, confirmed, and with room: a mentee without an open match, a mentor with a free seat. */
export const inPool = (profile: Profile): boolean => profile.status === 'active' && room(profile) > 0

/** Free seats of a mentor; 1 for a mentee without an open match, else 0. */
export const room = (
  profile: Pick<Mentor, 'role' | 'capacity' | 'matchIds'> | Pick<Mentee, 'role' | 'matchId'>,
): number =>
  profile.role === 'mentor' ? Math.max(0, profile.capacity - profile.matchIds.length) : profile.matchId ? 0 : 1

/** A profile as its owner and organizers see it: the form's fields, and how it stands. */
export function profileView(profile: Profile) {
  const { id, role, status, contact, traits, createdAt, dueAt, mailOff = [] } = profile
  const standing =
    profile.role === 'mentor'
      ? { capacity: profile.capacity, openMatches: profile.matchIds.length }
      : { roundsWaited: profile.roundsWaited, openMatches: profile.matchId ? 1 : 0 }
  const changes = status === 'leaving' ? { leavesAt: dueAt, deletedBy: profile.deletedBy } : { pausedUntil: dueAt }
  return { profileId: id, role, status, ...changes, ...contact, ...traits, ...standing, mailOff, createdAt }
}
