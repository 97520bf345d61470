import * as z from 'zod'
import { EmailAddress } from '../domain/fields.ts'
import { MAIL_CHOICES, PROFILE_STATUSES } from '../domain/profile.ts'
import { ProfileForm, type ProfileFormInput, ROLES } from '../domain/profile-form.ts'
import type { Route } from './route.ts'

const token = () => z.string().max(4000)

export const signUpRoute = () =>
  ({
    key: 'POST /api/profiles',
    summary: 'Sign up as mentor or mentee',
    description:
      'One profile an address and role. The answer is the same whether or not the address is known; the latest form wins until it is confirmed. At most three mails an hour go to one address.',
    for: 'everyone',
    takes: { body: ProfileForm },
    answers: { 202: z.strictObject({ status: z.literal('confirmation-sent') }) },
    example: {
      body: {
        role: 'mentor',
        firstName: 'Sam',
        lastName: 'Rivera',
        email: 'sam@example.org',
        state: 'OH',
        setting: 'hospital',
        departments: ['hematology'],
        topics: ['cert_prep'],
        yearsOfExperience: 12,
        shift: 'day',
        availability: ['tue-evening', 'sat-morning'],
        meeting: ['video'],
        capacity: 2,
        consent: true,
      } satisfies ProfileFormInput,
    },
  }) satisfies Route

export const confirmProfileRoute = () =>
  ({
    key: 'POST /api/profiles/confirm',
    summary: 'Confirm an address',
    description: 'With the token of the mail. Confirming again changes nothing.',
    for: 'everyone',
    takes: { body: z.strictObject({ token: token() }) },
    answers: {
      200: z.strictObject({ profileId: z.string(), role: z.enum(ROLES), status: z.enum(PROFILE_STATUSES) }),
    },
    refusals: [401],
    example: { body: { token: '$TOKEN' } },
  }) satisfies Route

export const sendLinkRoute = () =>
  ({
    key: 'POST /api/links',
    summary: 'Mail me a fresh link',
    description: 'One for each role. The answer does not tell whether anybody has that address.',
    for: 'everyone',
    takes: { body: z.strictObject({ email: EmailAddress }) },
    answers: { 202: z.strictObject({ status: z.literal('link-sent-if-known') }) },
    example: { body: { email: 'sam@example.org' } },
  }) satisfies Route

const unsubscribing = () => ({
  path: z.strictObject({ token: token() }),
  query: z.strictObject({ about: z.enum(MAIL_CHOICES).optional() }),
})

export const unsubscribeRoute = () =>
  ({
    key: 'POST /api/unsubscribe/{token}',
    summary: 'Stop mail with one click of a mail program',
    description: 'RFC 8058. `about` stops one kind of mail; without it there are no new matches until they come back.',
    for: 'everyone',
    takes: unsubscribing(),
    answers: { 200: z.strictObject({ status: z.literal('unsubscribed') }) },
    refusals: [401],
  }) satisfies Route

export const openUnsubscribeRoute = () =>
  ({
    key: 'GET /api/unsubscribe/{token}',
    summary: 'The page whose button stops mail',
    description: 'For a mail program that knows no one-click.',
    for: 'everyone',
    takes: unsubscribing(),
    answers: { 303: z.strictObject({ status: z.literal('see-page') }) },
  }) satisfies Route
