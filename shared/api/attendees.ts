import * as z from 'zod'
import { paragraph } from '../domain/fields.ts'
import { REGISTRATION_STATUSES } from '../domain/registration.ts'
import { FORMATS, Wanted } from '../events/exports/wanted.ts'
import { organizerRegistration } from './event-view.ts'
import { listing, page } from './listing.ts'
import type { Route } from './route.ts'

/** Longer than any event. */
const MOST_MINUTES = 31 * 24 * 60

const path = () => z.strictObject({ eventId: z.string() })

export const listRegistrationsRoute = () =>
  ({
    key: 'GET /api/organizer/events/{eventId}/registrations',
    summary: 'Who has registered, in that order',
    for: 'organize',
    takes: {
      path: path(),
      query: z.strictObject({
        status: z.enum(REGISTRATION_STATUSES).optional(),
        q: z.string().trim().max(100).optional().describe('A piece of a name, an address or an employer.'),
        ...listing(),
      }),
    },
    answers: { 200: page(organizerRegistration()) },
    refusals: [404],
    example: { query: { status: 'waitlisted' } },
  }) satisfies Route

export const editRegistrationRoute = () =>
  ({
    key: 'PATCH /api/organizer/events/{eventId}/registrations/{registrationId}',
    summary: 'Cancel a registration, note something, enter how long they were there',
    description: '`null` takes away.',
    for: 'organize',
    takes: {
      path: z.strictObject({ eventId: z.string(), registrationId: z.string() }),
      body: z
        .strictObject({
          status: z.literal('cancelled', 'Only cancelled can be chosen here.'),
          organizerNote: paragraph(2000).nullable(),
          minutesAttended: z.int().min(0).max(MOST_MINUTES, `Please enter at most ${MOST_MINUTES}.`).nullable(),
        })
        .partial(),
    },
    answers: { 200: organizerRegistration() },
    refusals: [404, 409],
    example: { body: { minutesAttended: 60 } },
  }) satisfies Route

export const exportAttendeesRoute = () =>
  ({
    key: 'GET /api/organizer/events/{eventId}/attendees.{format}',
    summary: 'The attendee list, whatever its size',
    description:
      'It is streamed: one that breaks off is not whole. `POST` with a form whose field `access_token` is the token does the same, for pages.',
    for: 'organize',
    takes: { path: z.strictObject({ eventId: z.string(), format: z.enum(FORMATS) }), query: Wanted },
    answers: {
      200: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/json'],
    },
    refusals: [404, 409],
    example: { query: { profile: 'contact', labels: '1' } },
  }) satisfies Route

export const importAttendeesRoute = () =>
  ({
    key: 'POST /api/organizer/events/{eventId}/attendees',
    summary: 'An attendee list comes back',
    description: 'As `attendees.json` gave it, or a part of it. 201 when all of it is in, 202 when more is to come.',
    for: 'organize',
    takes: { path: path(), body: z.looseObject({}) },
    answers: { 201: brought(), 202: brought() },
    refusals: [404, 409],
    example: { file: 'attendees.json' },
  }) satisfies Route

const brought = () => z.strictObject({ imported: z.int(), missing: z.int() })
