import * as z from 'zod'
import { DELIVERY_STATUSES } from '../domain/delivery.ts'
import { EmailAddress } from '../domain/fields.ts'
import { MAIL_STATUSES } from '../domain/mail.ts'
import { MAIL_KINDS } from '../domain/mail-facts.ts'
import { listing, page } from './listing.ts'
import { mailEntry } from './mail-view.ts'
import type { Route } from './route.ts'

export const listMailRoute = () =>
  ({
    key: 'GET /api/organizer/mail',
    summary: 'What went out, and what became of it',
    description:
      'Newest first. It holds no address; whoever asks for one gets the newest mail to the profiles behind it.',
    for: 'organize',
    takes: {
      query: z
        .strictObject({
          status: z.enum([...MAIL_STATUSES, ...DELIVERY_STATUSES]).optional(),
          kind: z.enum(MAIL_KINDS).optional(),
          to: EmailAddress.optional().describe('Its mail comes all at once, without a cursor.'),
          ...listing(),
        })
        .refine(({ to, cursor }) => to === undefined || cursor === undefined, {
          path: ['cursor'],
          message: 'The mail to one address comes all at once. Please leave the cursor out.',
        }),
    },
    answers: { 200: page(entry()) },
    example: { query: { status: 'bounced' } },
  }) satisfies Route

const entry = () =>
  mailEntry()
    .extend({
      person: z
        .strictObject({ firstName: z.string(), lastName: z.string() })
        .optional()
        .describe('Who has the profile, or registered, as long as they are there.'),
      eventId: z.string().optional().describe('Of mail to somebody who registered; `profileId` is the registration’s.'),
    })
    .meta({ 'x-component': 'LoggedMail' })

export const resendMailRoute = () =>
  ({
    key: 'POST /api/organizer/mail/{mailId}/resend',
    summary: 'Send a mail again',
    description:
      'One that failed, was dropped, came back, or was not found. It is written anew from what is stored now; what is no longer true is not said again. Never a test, nor what is kept nowhere once it was said: `match-over`, `problem-reported`, `goodbye`. Asked for twice within a minute, it goes out once.',
    for: 'organize',
    takes: { path: z.strictObject({ mailId: z.string().describe('With `#` as `%23`.') }) },
    answers: { 202: z.strictObject({ mailId: z.string().describe('Of the new mail.') }) },
    refusals: [404, 409],
  }) satisfies Route
