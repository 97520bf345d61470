import * as z from 'zod'
import { choice } from '../domain/fields.ts'
import { trapFields } from '../domain/profile-form.ts'
import { REGISTRATION_STATUSES, RegistrationBody } from '../domain/registration.ts'
import { ownRegistration } from './event-view.ts'
import type { Route } from './route.ts'

const path = () => z.strictObject({ registrationId: z.string() })

export const registerForEventRoute = () =>
  ({
    key: 'POST /api/events/{eventId}/registrations',
    summary: 'Register for an event',
    description:
      'There is a seat, or a place in line. One registration an address and event. `answers` are to the questions of the event.',
    for: 'everyone',
    // What else is in the form depends on the event's own questions.
    takes: { path: z.strictObject({ eventId: z.string() }), body: z.looseObject(trapFields) },
    form: RegistrationBody.extend(trapFields),
    idempotencyKey: true,
    answers: {
      201: z.strictObject({
        registrationId: z.string(),
        status: z.enum(REGISTRATION_STATUSES),
        position: z.int().optional(),
      }),
    },
    refusals: [404, 409],
    example: {
      body: { firstName: 'Sam', lastName: 'Rivera', email: 'sam@example.org' } satisfies z.input<
        typeof RegistrationBody
      >,
    },
  }) satisfies Route

export const readRegistrationRoute = () =>
  ({
    key: 'GET /api/registrations/{registrationId}',
    summary: 'My registration',
    for: 'member',
    takes: { path: path() },
    answers: { 200: ownRegistration() },
    refusals: [404],
  }) satisfies Route

export const cancelRegistrationRoute = () =>
  ({
    key: 'DELETE /api/registrations/{registrationId}',
    summary: 'I cannot come',
    description: 'The seat goes to the next in line.',
    for: 'member',
    takes: { path: path() },
    answers: { 200: ownRegistration() },
    refusals: [404, 409],
  }) satisfies Route

export const answerOfferRoute = () =>
  ({
    key: 'POST /api/registrations/{registrationId}/answer',
    summary: 'Take a seat that is held for me, or pass it on',
    description: 'The same answer again is the same answer; one that comes too late is 409.',
    for: 'member',
    takes: { path: path(), body: z.strictObject({ answer: choice(['accept', 'decline']) }) },
    answers: { 200: ownRegistration() },
    refusals: [404, 409],
    example: { body: { answer: 'accept' } },
  }) satisfies Route

export const joinEventRoute = () =>
  ({
    key: 'POST /api/registrations/{registrationId}/join',
    summary: 'Join an online event',
    description: 'From 15 minutes before it begins: it checks in, and tells the address.',
    for: 'member',
    takes: { path: path(), body: z.strictObject({}) },
    answers: { 200: z.strictObject({ url: z.url() }) },
    refusals: [404, 409],
    example: { body: {} },
  }) satisfies Route
