import * as z from 'zod'
import { DELIVERY_STATUSES } from '../domain/delivery.ts'
import { EmailAddress } from '../domain/fields.ts'
import { MAIL_STATUSES } from '../domain/mail.ts'
import { listing, page } from './listing.ts'
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
  z
    .strictObject({
      mailId: z.string(),
      kind: z.string().optional(),
      profileId: z.string().optional(),
      status: z.string(),
      attempts: z.number().optional(),
      createdAt: z.iso.datetime().optional(),
      dueAt: z.iso.datetime().optional(),
      sentAt: z.iso.datetime().optional(),
      lastError: z.string().optional().describe('An error’s name, never an address.'),
      delivery: z
        .strictObject({
          status: z.enum(DELIVERY_STATUSES),
          at: z.iso.datetime(),
          diagnostic: z.string().optional().describe('Codes alone, e.g. `Permanent General 5.1.1`.'),
        })
        .optional(),
    })
    .meta({ 'x-component': 'Mail' })
