import * as z from 'zod'
import { DELIVERY_STATUSES } from '../shared/domain/delivery.ts'
import { EmailAddress } from '../shared/domain/fields.ts'
import { MAIL_STATUSES } from '../shared/domain/mail.ts'
import { http } from '../shared/http.ts'
import { deployedProgramme } from '../shared/settings.ts'
import { addressStore } from '../shared/store/addresses.ts'
import { deployedTable } from '../shared/store/client.ts'
import { deliveryStore } from '../shared/store/deliveries.ts'
import { mailLog } from '../shared/store/mail-log.ts'
import { listing } from '../shared/store/page.ts'

const table = deployedTable()
const log = mailLog({
  table,
  addresses: addressStore(table),
  deliveries: deliveryStore(table),
  organizers: deployedProgramme().replyTo,
})

const Filter = z
  .strictObject({
    status: z.enum([...MAIL_STATUSES, ...DELIVERY_STATUSES]).optional(),
    to: EmailAddress.optional(),
    ...listing,
  })
  .refine(({ to, cursor }) => to === undefined || cursor === undefined, {
    path: ['cursor'],
    message: 'The mail to one address comes all at once. Please leave the cursor out.',
  })

/**
 * The delivery log, newest first: which mail went out, and what became of it. It holds no address; whoever asks for one
 * gets the mail to the profiles behind it. One answer looks at some mails only, so it can be empty and still have a
 * `nextCursor`.
 */
export const handler = http({ query: Filter }, async ({ query: { status, to, cursor } }) => ({
  body: to ? { items: await log.to(to, status) } : await log.page(status, cursor),
}))
