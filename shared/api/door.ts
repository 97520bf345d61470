import * as z from 'zod'
import { CHECK_IN_RESULTS, CheckInForm, WalkInForm } from '../domain/check-in.ts'
import { EVENT_STATUSES } from '../domain/event.ts'
import { REGISTRATION_STATUSES } from '../domain/registration.ts'
import { listing, page } from './listing.ts'
import type { Route } from './route.ts'

const path = () => z.strictObject({ eventId: z.string() })
const instant = () => z.iso.datetime()

const doorEvent = () =>
  z
    .strictObject({
      eventId: z.string(),
      title: z.string(),
      status: z.enum(EVENT_STATUSES),
      startsAt: instant(),
      endsAt: instant(),
      timeZone: z.string(),
      opensAt: instant(),
      confirmed: z.int(),
      seatsLeft: z.int().optional(),
    })
    .meta({ 'x-component': 'DoorEvent' })

const name = () => ({ firstName: z.string().optional(), lastName: z.string().optional() })

export const listDoorEventsRoute = () =>
  ({
    key: 'GET /api/organizer/door/events',
    summary: 'Events whose door is to be looked after',
    description: 'From a day before they begin to a day after they end.',
    for: 'check-in',
    takes: {},
    answers: { 200: z.strictObject({ items: z.array(doorEvent()) }) },
  }) satisfies Route

export const listDoorRoute = () =>
  ({
    key: 'GET /api/organizer/events/{eventId}/door',
    summary: 'The door list: names, seats, who is in',
    for: 'check-in',
    takes: { path: path(), query: z.strictObject(listing()) },
    answers: {
      200: page(
        z.strictObject({
          registrationId: z.string(),
          ...name(),
          status: z.enum(REGISTRATION_STATUSES),
          checkedInAt: instant().optional(),
        }),
      ).extend({ event: doorEvent(), asOf: instant().describe('Tells a device how wrong its clock is.') }),
    },
    refusals: [404],
  }) satisfies Route

export const checkInRoute = () =>
  ({
    key: 'POST /api/organizer/events/{eventId}/check-ins',
    summary: 'Let somebody in',
    description:
      'Whatever the answer, it is 200 with words for the volunteer’s screen. 400: the device’s clock is ahead.',
    for: 'check-in',
    takes: { path: path(), body: CheckInForm },
    answers: {
      200: z.strictObject({
        result: z.enum(CHECK_IN_RESULTS),
        registrationId: z.string(),
        ...name(),
        firstAt: instant().optional(),
        opensAt: instant().optional(),
        event: z
          .strictObject({ title: z.string(), startsAt: instant(), timeZone: z.string() })
          .optional()
          .describe('The one that the code is for.'),
      }),
    },
    refusals: [404],
    example: { body: { registrationId: '$REGISTRATION_ID', idempotencyKey: 'one-tap' } },
  }) satisfies Route

export const undoCheckInRoute = () =>
  ({
    key: 'DELETE /api/organizer/events/{eventId}/check-ins/{registrationId}',
    summary: 'Take a check-in back',
    for: 'check-in',
    description: 'As of `at`, by the clock of the device: a check-in that came later stays.',
    takes: {
      path: z.strictObject({ eventId: z.string(), registrationId: z.string() }),
      query: z.strictObject({ at: CheckInForm.shape.at }),
    },
    answers: { 200: z.strictObject({ registrationId: z.string(), checkedIn: z.boolean() }) },
    refusals: [404],
  }) satisfies Route

export const addWalkInRoute = () =>
  ({
    key: 'POST /api/organizer/events/{eventId}/walk-ins',
    summary: 'Let somebody in who has not registered',
    description: 'Into a free seat; until the event begins it is the line’s.',
    for: 'check-in',
    takes: { path: path(), body: WalkInForm },
    answers: {
      201: z.strictObject({
        registrationId: z.string(),
        firstName: z.string(),
        lastName: z.string(),
        status: z.enum(REGISTRATION_STATUSES),
        checkedInAt: instant().optional(),
      }),
    },
    refusals: [404, 409],
    example: { body: { firstName: 'Sam', lastName: 'Rivera', idempotencyKey: 'one-tap' } },
  }) satisfies Route
