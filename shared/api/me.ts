import * as z from 'zod'
import { Match } from '../domain/match.ts'
import { Note } from '../domain/note.ts'
import { MAIL_CHOICES, MailChoices, PROFILE_STATUSES, Profile } from '../domain/profile.ts'
import { ProfilePatch, ROLES } from '../domain/profile-form.ts'
import { Registration } from '../domain/registration.ts'
import { Unplaced } from '../domain/round.ts'
import { profile } from './profile-view.ts'
import type { Route } from './route.ts'

export const readMeRoute = () =>
  ({
    key: 'GET /api/me',
    summary: 'My profile',
    for: 'member',
    takes: {},
    answers: { 200: profile() },
  }) satisfies Route

export const editMeRoute = () =>
  ({
    key: 'PATCH /api/me',
    summary: 'Change some fields of my profile',
    description: '`null` takes away. The address stays: it is what was confirmed.',
    for: 'member',
    takes: { body: ProfilePatch },
    answers: { 200: profile() },
    example: { body: { shift: 'night', employer: null } },
  }) satisfies Route

export const deleteMeRoute = () =>
  ({
    key: 'DELETE /api/me',
    summary: 'Delete everything about me',
    description: 'At `leavesAt`, until which `POST /api/me/stay` takes it back; or here and now.',
    for: 'member',
    takes: {},
    answers: {
      200: z.strictObject({ status: z.literal('deleted') }),
      202: z.strictObject({ status: z.literal('leaving'), leavesAt: z.iso.datetime() }),
    },
  }) satisfies Route

export const keepMeRoute = () =>
  ({
    key: 'POST /api/me/stay',
    summary: 'Think better of leaving',
    for: 'member',
    takes: {},
    answers: { 200: profile() },
  }) satisfies Route

export const pauseMeRoute = () =>
  ({
    key: 'POST /api/me/pause',
    summary: 'No new matches for now',
    for: 'member',
    takes: {
      body: z
        .strictObject({
          until: z.iso
            .date('Please enter a day such as 2026-09-01.')
            .optional()
            .describe('The first day on which they take part again; without one they say so themselves.'),
        })
        .optional(),
    },
    answers: { 200: profile() },
    example: { body: {} },
  }) satisfies Route

export const resumeMeRoute = () =>
  ({
    key: 'POST /api/me/resume',
    summary: 'I am back',
    for: 'member',
    takes: {},
    answers: { 200: profile() },
  }) satisfies Route

export const downloadMyDataRoute = () =>
  ({
    key: 'GET /api/me/data',
    summary: 'Everything that is stored about me',
    description:
      'Item by item as it is stored, but for what the other one in a match said of it, and who wrote a note.',
    for: 'member',
    takes: {},
    answers: {
      200: z.strictObject({
        asOf: z.iso.datetime(),
        profile: Profile,
        address: z.looseObject({ hash: z.string() }),
        suppression: z.looseObject({ kind: z.string() }).optional(),
        matches: z.array(Match),
        leftOut: z.array(Unplaced),
        notes: z.array(Note.omit({ who: true })).describe('What organizers noted about them.'),
        registrations: z.array(Registration),
        mail: z.array(z.looseObject({ id: z.string(), kind: z.string() })),
      }),
    },
  }) satisfies Route

export const readMailChoicesRoute = () =>
  ({
    key: 'GET /api/me/mail',
    summary: 'Which mail I do without',
    description: 'The link in a mail’s own “unsubscribe” will do.',
    for: 'member',
    takes: {},
    answers: {
      200: z.strictObject({
        off: z.array(z.enum(MAIL_CHOICES)),
        role: z.enum(ROLES),
        status: z.enum(PROFILE_STATUSES),
      }),
    },
  }) satisfies Route

export const chooseMailRoute = () =>
  ({
    key: 'PATCH /api/me/mail',
    summary: 'Choose which mail to do without',
    description: 'The link in a mail’s own “unsubscribe” will do.',
    for: 'member',
    takes: { body: MailChoices },
    answers: { 200: z.strictObject({ off: z.array(z.enum(MAIL_CHOICES)) }) },
    example: { body: { off: ['reminders'] } },
  }) satisfies Route
