import { isNews, returned } from '../domain/delivery.ts'
import type { Table } from '../store/client.ts'
import type { DeliveryStore } from '../store/deliveries.ts'
import type { MailStore } from '../store/mails.ts'
import type { SuppressionStore } from '../store/suppressions.ts'
import { untilFresh, type Write } from '../store/write.ts'
import { newsIn, type SesEvent } from './ses-event.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  mails: Pick<MailStore, 'get' | 'changing' | 'copyOf' | 'removingCopy'>
  deliveries: Pick<DeliveryStore, 'get' | 'saving'>
  suppressions: Pick<SuppressionStore, 'adding'>
  pause: (milliseconds: number) => Promise<void>
}

/** SES can be faster than the sender, who has yet to note that the mail is sent. */
const LOOKS = 20
const BETWEEN_LOOKS_MS = 500

/**
 * Notes what became of a mail. A hard bounce or a complaint closes its address for mail; a soft bounce makes it due again
 * some hours later. All in one transaction, so an event that comes again changes nothing.
 */
export const recordDelivery = ({ table, mails, deliveries, suppressions, pause }: Deps) => {
  const record = async (event: SesEvent, now: Date): Promise<'done' | 'not marked yet'> => {
    const { delivery, addressHashes } = newsIn(event)
    const { mailId, messageId, status, at } = delivery
    const [mail, known] = await Promise.all([mails.get(mailId), deliveries.get(mailId)])
    // A mail that is gone was to somebody who has left: nothing is kept of them.
    if (!mail || !isNews(delivery, known)) return 'done'
    if (mail.status === 'sending') return 'not marked yet'

    const writes: Write[] = [deliveries.saving(delivery, known)]
    if (status === 'bounced' || status === 'complained') {
      const kind = status === 'bounced' ? 'bounce' : 'complaint'
      writes.push(...[...new Set(addressHashes)].map((hash) => suppressions.adding({ hash, kind, at })))
    }
    if (status !== 'delayed' && mail.status === 'sent' && mail.messageId === messageId) {
      const copy = status === 'returned' ? await mails.copyOf(mailId) : undefined
      const again = copy && returned(mail, copy, now)
      writes.push(mails.removingCopy(mailId), ...(again ? [mails.changing(again)] : []))
    }
    await table.transact(writes)
    return 'done'
  }

  return async (event: SesEvent, now: Date): Promise<void> => {
    for (let look = 1; (await untilFresh(() => record(event, now))) !== 'done'; look++) {
      if (look === LOOKS) throw new Error('A mail is not marked as sent, though SES tells of it.')
      await pause(BETWEEN_LOOKS_MS)
    }
  }
}
