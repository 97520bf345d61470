import * as z from 'zod'
import { EVENT_KINDS, EVENT_STATUSES, EventForm, eventFields } from '../domain/event.ts'
import { EventPatch } from '../domain/event-edit.ts'
import { organizerEvent } from './event-view.ts'
import { listing, page } from './listing.ts'
import type { Route } from './route.ts'

const path = () => z.strictObject({ eventId: z.string() })
const instant = () =>
  z.iso.datetime({ offset: true, error: 'Please use a time such as 2027-01-12T19:00:00Z.' }).optional()

export const createEventRoute = () =>
  ({
    key: 'POST /api/organizer/events',
    summary: 'Make an event, or all dates of a series',
    for: 'organize',
    takes: { body: EventForm },
    idempotencyKey: true,
    answers: {
      201: z.strictObject({
        eventId: z.string(),
        seriesId: z.string().optional(),
        eventIds: z.array(z.string()).optional(),
      }),
    },
    refusals: [409],
    example: {
      body: {
        title: 'Coffee after the night shift',
        kind: 'meeting',
        timeZone: 'America/Chicago',
        startsAt: '2099-01-13T19:00:00-06:00',
        endsAt: '2099-01-13T20:00:00-06:00',
        capacity: 20,
        series: 'FREQ=MONTHLY;BYDAY=2TU;COUNT=6',
      } satisfies z.input<typeof EventForm>,
    },
  }) satisfies Route

export const listOrganizerEventsRoute = () =>
  ({
    key: 'GET /api/organizer/events',
    summary: 'All events, drafts and cancelled ones too',
    description: 'Those that start last come first; with `sort=startsAt`, those that start first.',
    for: 'organize',
    takes: {
      query: z.strictObject({
        status: z.enum(EVENT_STATUSES).optional(),
        kind: z.enum(EVENT_KINDS).optional(),
        seriesId: z.string().max(100).optional(),
        from: instant().describe('Those that end later.'),
        until: instant().describe('Those that have ended by then.'),
        sort: z.enum(['startsAt', '-startsAt']).default('-startsAt'),
        ...listing(),
      }),
    },
    answers: { 200: page(organizerEvent()) },
    example: { query: { status: 'published' } },
  }) satisfies Route

export const readOrganizerEventRoute = () =>
  ({
    key: 'GET /api/organizer/events/{eventId}',
    summary: 'An event with all that organizers know of it',
    for: 'organize',
    takes: { path: path() },
    answers: { 200: organizerEvent() },
    refusals: [404],
  }) satisfies Route

export const editEventRoute = () =>
  ({
    key: 'PATCH /api/organizer/events/{eventId}',
    summary: 'Change an event, or publish it',
    description: '`null` takes away. With a `version` that is no longer the newest, 409 with the event as `current`.',
    for: 'organize',
    takes: { path: path(), body: EventPatch },
    answers: { 200: organizerEvent() },
    refusals: [404, 409],
    example: { body: { status: 'published' } },
  }) satisfies Route

export const cancelEventRoute = () =>
  ({
    key: 'DELETE /api/organizer/events/{eventId}',
    summary: 'Cancel an event, and tell everybody',
    description: 'A draft that nobody registered for is taken away. Cancelling again changes nothing.',
    for: 'organize',
    takes: { path: path() },
    answers: { 200: z.strictObject({ eventId: z.string(), status: z.literal('cancelled') }) },
    refusals: [404, 409],
  }) satisfies Route

export const copyEventRoute = () =>
  ({
    key: 'POST /api/organizer/events/{eventId}/copy',
    summary: 'The same event at another time, as a draft',
    for: 'organize',
    takes: {
      path: path(),
      body: z.strictObject({ startsAt: eventFields.startsAt, endsAt: eventFields.endsAt.optional() }),
    },
    answers: { 201: z.strictObject({ eventId: z.string() }) },
    refusals: [404],
    example: { body: { startsAt: '2099-02-10T19:00:00-06:00' } },
  }) satisfies Route
