import * as z from 'zod'
import { DELIVERY_STATUSES } from '../domain/delivery.ts'

/** A mail in the delivery log. */
export const mailEntry = () =>
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
