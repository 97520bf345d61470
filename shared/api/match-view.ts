import * as z from 'zod'
import { Match } from '../domain/match.ts'
import { Contact, Traits } from '../domain/profile.ts'
import { ROLES } from '../domain/profile-form.ts'

/** A match as organizers see it. */
export const organizerMatch = () =>
  Match.omit({ id: true, version: true, nextStep: true, dueAt: true })
    .extend({ matchId: z.string() })
    .meta({ 'x-component': 'OrganizerMatch' })

/** Missing when they left. */
export const name = () => Contact.pick({ firstName: true, lastName: true })

/** The same in its round, with the names of the two. */
export const roundMatch = () =>
  organizerMatch()
    .extend({ mentee: name().optional(), mentor: name().optional() })
    .meta({ 'x-component': 'RoundMatch' })

/** A match as one of the two sees it. */
export const myMatch = () =>
  Match.pick({ status: true, score: true, reasons: true, introducedAt: true })
    .extend({
      matchId: z.string(),
      role: z.enum(ROLES).describe('Theirs.'),
      suggestedAt: z.iso.datetime().optional().describe('A moment that both are free.'),
      partner: Contact.extend({ headline: z.string(), timeZone: Traits.shape.timeZone })
        .nullable()
        .describe('While the match is open.'),
    })
    .meta({ 'x-component': 'MyMatch' })
