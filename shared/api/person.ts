import * as z from 'zod'
import { Event } from '../domain/event.ts'
import { paragraph } from '../domain/fields.ts'
import { REGISTRATION_STATUSES } from '../domain/registration.ts'
import { Unplaced } from '../domain/round.ts'
import { mailEntry } from './mail-view.ts'
import { organizerMatch } from './match-view.ts'
import { person } from './profile-view.ts'
import type { Route } from './route.ts'

const path = () => z.strictObject({ profileId: z.string() })

export const resendLinkRoute = () =>
  ({
    key: 'POST /api/organizer/profiles/{profileId}/links',
    summary: 'Mail somebody a fresh link',
    description:
      'Who has not confirmed yet is asked again to do so. Three an hour go to one address, asked for by anybody.',
    for: 'organize',
    takes: { path: path(), body: z.strictObject({}).optional() },
    answers: { 202: z.strictObject({ status: z.literal('sent') }) },
    refusals: [404, 409],
    example: { body: {} },
  }) satisfies Route

export const readHistoryRoute = () =>
  ({
    key: 'GET /api/organizer/profiles/{profileId}/history',
    summary: 'What somebody got, what became of it, and what organizers noted',
    description: 'Newest first; of mail, the newest 50.',
    for: 'organize',
    takes: { path: path() },
    answers: {
      200: z.strictObject({
        mails: z.array(mailEntry()),
        matches: z.array(
          organizerMatch()
            .extend({ partner: person().optional().describe('Missing when they left.') })
            .meta({ 'x-component': 'MatchOfPerson' }),
        ),
        leftOut: z.array(Unplaced.pick({ roundId: true, reason: true, detail: true })),
        registrations: z.array(
          z.strictObject({
            registrationId: z.string(),
            eventId: z.string(),
            ...Event.pick({ title: true, startsAt: true, timeZone: true }).shape,
            status: z.enum(REGISTRATION_STATUSES),
            checkedInAt: z.iso.datetime().optional(),
          }),
        ),
        notes: z.array(note()),
      }),
    },
    refusals: [404],
  }) satisfies Route

export const addNoteRoute = () =>
  ({
    key: 'POST /api/organizer/profiles/{profileId}/notes',
    summary: 'Note something about somebody',
    description: 'For organizers; but it is part of what the person can download, and goes when they do.',
    for: 'organize',
    takes: { path: path(), body: z.strictObject({ text: paragraph(2000).min(1, 'Please fill this in.') }) },
    answers: { 201: note() },
    refusals: [404],
    example: { body: { text: 'Would like to speak in March.' } },
  }) satisfies Route

export const removeNoteRoute = () =>
  ({
    key: 'DELETE /api/organizer/profiles/{profileId}/notes/{noteId}',
    summary: 'Take a note away',
    for: 'organize',
    takes: { path: z.strictObject({ profileId: z.string(), noteId: z.string() }) },
    answers: { 200: z.strictObject({ noteId: z.string() }) },
    refusals: [404],
  }) satisfies Route

const note = () =>
  z
    .strictObject({
      noteId: z.string(),
      at: z.iso.datetime(),
      who: z.string().describe('Who wrote it: their address, or the client of a script.'),
      text: z.string(),
    })
    .meta({ 'x-component': 'Note' })
