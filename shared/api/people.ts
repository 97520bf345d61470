import * as z from 'zod'
import { PROFILE_STATUSES } from '../domain/profile.ts'
import { ProfilePatch, ROLES, traitFields } from '../domain/profile-form.ts'
import { listing, page } from './listing.ts'
import { organizerProfile } from './profile-view.ts'
import type { Route } from './route.ts'

const path = () => z.strictObject({ profileId: z.string() })
const filters = () => ({
  role: z.enum(ROLES).optional(),
  status: z.enum(PROFILE_STATUSES).optional(),
  state: traitFields.state.optional(),
})

export const listProfilesRoute = () =>
  ({
    key: 'GET /api/organizer/profiles',
    summary: 'Find people',
    description: 'Newest first.',
    for: 'organize',
    takes: {
      query: z.strictObject({
        ...filters(),
        q: z
          .string()
          .max(100)
          .optional()
          .describe(
            'Pieces of names or of the address, in any order, e.g. `ruiz ana`; capitals and accents are the same.',
          ),
        ...listing(),
      }),
    },
    answers: { 200: page(organizerProfile()) },
    example: { query: { role: 'mentor', status: 'active' } },
  }) satisfies Route

export const exportProfilesRoute = () =>
  ({
    key: 'GET /api/organizer/profiles.csv',
    summary: 'People as a spreadsheet, with names and addresses',
    description:
      'Newest first. Several answers stand in one cell, split by semicolons. What does not fit into a file is 413: then ask for one state at a time.',
    for: 'organize',
    takes: { query: z.strictObject(filters()) },
    answers: { 200: 'text/csv' },
    refusals: [413],
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
    summary: 'Correct a profile, pause it, bring it back, end its links',
    description:
      '`null` takes away. Only its owner can confirm a profile. With a `version` that is no longer the current one it is 409, and `current` is how the profile is now.',
    for: 'organize',
    takes: {
      path: path(),
      body: ProfilePatch.extend({
        version: z.int().optional().describe('The one that you have seen.'),
        status: z
          .enum(['active', 'paused'])
          .optional()
          .describe('`active`: back from a pause; whom an organizer deleted stays, as they were before.'),
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

export const deleteProfileRoute = () =>
  ({
    key: 'DELETE /api/organizer/profiles/{profileId}',
    summary: 'Delete somebody',
    description:
      'At `leavesAt`, until which `PATCH {"status": "active"}` takes it back, and they can stay themselves. A programme that gives no such time deletes here and now, as is who never confirmed.',
    for: 'organize',
    takes: { path: path() },
    answers: {
      200: z.strictObject({
        profileId: z.string(),
        status: z.enum(['leaving', 'deleted']),
        leavesAt: z.iso.datetime().optional(),
      }),
    },
    refusals: [404],
  }) satisfies Route
