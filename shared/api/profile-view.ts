import * as z from 'zod'
import { Contact, MAIL_CHOICES, PROFILE_STATUSES, Traits } from '../domain/profile.ts'
import { capacity, ROLES } from '../domain/profile-form.ts'

const fields = () => ({
  profileId: z.string(),
  role: z.enum(ROLES),
  status: z.enum(PROFILE_STATUSES),
  pausedUntil: z.iso.datetime().optional().describe('A pause without it goes on until they come back.'),
  leavesAt: z.iso.datetime().optional().describe('When everything about them is deleted.'),
  deletedBy: z.literal('organizer').optional().describe('Missing when it is their own wish.'),
  ...Contact.shape,
  ...Traits.shape,
  capacity: capacity.optional().describe('Mentors: how many mentees they take.'),
  roundsWaited: z.int().optional().describe('Mentees: how many rounds found nobody.'),
  openMatches: z.int(),
  mailOff: z.array(z.enum(MAIL_CHOICES)).describe('The mail they do without.'),
  createdAt: z.iso.datetime(),
})

/** A profile as its owner sees it. */
export const profile = () => z.strictObject(fields()).meta({ 'x-component': 'Profile' })

/** A profile as organizers see it. */
export const organizerProfile = () =>
  z
    .strictObject({
      ...fields(),
      version: z.int().describe('Send it with a change, so that nobody else’s is overwritten.'),
      mailProblem: z
        .strictObject({ kind: z.enum(['bounce', 'complaint']), at: z.iso.datetime() })
        .optional()
        .describe('Their address gets no mail, since then.'),
    })
    .meta({ 'x-component': 'OrganizerProfile' })

/** Somebody by name, beside what is about them. */
export const person = () =>
  z.strictObject({ profileId: z.string(), ...Contact.pick({ firstName: true, lastName: true }).shape })
