import * as z from 'zod'
import { PROFILE_STATUSES } from '../domain/profile.ts'
import { ProfilePatch, ROLES } from '../domain/profile-form.ts'
import { listing, page } from './listing.ts'
import { organizerProfile } from './profile-view.ts'
import type { Route } from './route.ts'

const path = () => z.strictObject({ profileId: z.string() })

export const listProfilesRoute = () =>
  ({
    key: 'GET /api/organizer/profiles',
    summary: 'Find people',
    description: 'Newest first.',
    for: 'organize',
    takes: {
      query: z.strictObject({
        role: z.enum(ROLES).optional(),
        status: z.enum(PROFILE_STATUSES).optional(),
        q: z.string().max(100).optional().describe('A piece of name or address.'),
        ...listing(),
      }),
    },
    answers: { 200: page(organizerProfile()) },
    example: { query: { role: 'mentor', status: 'active' } },
  }) satisfies Route

export const readProfileRoute = () =>
  ({
    key: 'GET /api/organizer/profiles/{profileId}',
    summary: 'One profile',
    for: 'organize',
    takes: { path: path() },
    answers: { 200: organizerProfile() },
    refusals: [404],
  }) satisfies Route

export const editProfileRoute = () =>
  ({
    key: 'PATCH /api/organizer/profiles/{profileId}',
    summary: 'Correct a profile, pause it, end its links',
    description: '`null` takes away. Only its owner can confirm a profile.',
    for: 'organize',
    takes: {
      path: path(),
      body: ProfilePatch.extend({
        status: z.enum(['active', 'paused']).optional(),
        endLinks: z
          .literal(true)
          .optional()
          .describe('Every link in a mail to them so far stops working, for when one fell into wrong hands.'),
        allowMail: z
          .literal(true)
          .optional()
          .describe('Their address takes mail again, as far as the organizers know: `mailProblem` goes.'),
      }),
    },
    answers: { 200: organizerProfile() },
    refusals: [404, 409],
    example: { body: { status: 'paused' } },
  }) satisfies Route
