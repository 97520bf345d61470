import * as z from 'zod'
import { EVENT_KINDS } from '../domain/event.ts'
import { event } from './event-view.ts'
import { listing, page } from './listing.ts'
import type { Route } from './route.ts'

const path = () => z.strictObject({ eventId: z.string() })

export const listEventsRoute = () =>
  ({
    key: 'GET /api/events',
    summary: 'Events to come',
    description: 'Published and not over yet; those that start first come first.',
    for: 'everyone',
    takes: {
      query: z.strictObject({
        kind: z.enum(EVENT_KINDS).optional(),
        month: z
          .string()
          .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Please use a month such as 2027-01.')
          .optional()
          .describe('A month by the clock of the event, such as 2027-01.'),
        ...listing(),
      }),
    },
    answers: { 200: page(event()) },
    example: { query: { kind: 'meeting' } },
  }) satisfies Route

export const eventsCalendarRoute = () =>
  ({
    key: 'GET /api/events/calendar.ics',
    summary: 'All events to come, for a calendar to subscribe to',
    for: 'everyone',
    takes: {},
    answers: { 200: 'text/calendar' },
  }) satisfies Route

export const readEventRoute = () =>
  ({
    key: 'GET /api/events/{eventId}',
    summary: 'An event, and how full it is',
    for: 'everyone',
    takes: { path: path() },
    answers: { 200: event() },
    refusals: [404],
  }) satisfies Route

export const eventCalendarRoute = () =>
  ({
    key: 'GET /api/events/{eventId}/calendar.ics',
    summary: 'An event for a calendar',
    for: 'everyone',
    takes: { path: path() },
    answers: { 200: 'text/calendar' },
    refusals: [404],
  }) satisfies Route
