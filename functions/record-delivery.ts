import { setTimeout as pause } from 'node:timers/promises'
import { recordDelivery } from '../shared/mail/record.ts'
import { SesEvent } from '../shared/mail/ses-event.ts'
import { deployedTable } from '../shared/store/client.ts'
import { deliveryStore } from '../shared/store/deliveries.ts'
import { mailStore } from '../shared/store/mails.ts'
import { suppressionStore } from '../shared/store/suppressions.ts'

const table = deployedTable()
const record = recordDelivery({
  table,
  mails: mailStore(table),
  deliveries: deliveryStore(table),
  suppressions: suppressionStore(table),
  pause: (milliseconds) => pause(milliseconds),
})

/** Called with what SES tells about one mail: delivered, delayed, bounced, complained about, rejected. */
export const handler = (event: unknown): Promise<void> => record(SesEvent.parse(event), new Date())
