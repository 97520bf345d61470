import { Delivery } from '../domain/delivery.ts'
import type { Table } from './client.ts'
import { DAYS_IN_LOG } from './mails.ts'
import { deliveryKey, inDays } from './table.ts'
import type { Write } from './write.ts'

export type DeliveryStore = ReturnType<typeof deliveryStore>

/** What SES told us of a mail, beside it: so that the news never gets in the way of a sender who holds it. */
export const deliveryStore = (table: Pick<Table, 'get' | 'getMany'>) => ({
  get: (mailId: string) => table.get(deliveryKey(mailId), Delivery),

  async getMany(mailIds: readonly string[]): Promise<Map<string, Delivery>> {
    const found = await table.getMany(mailIds.map(deliveryKey), Delivery)
    return new Map(found.map((each) => [each.mailId, each]))
  },

  /** In place of what we knew: only if that is still what was read. */
  saving(delivery: Delivery, known: Delivery | undefined): Write {
    const put = { ...deliveryKey(delivery.mailId), ...delivery, expiresAt: inDays(delivery.at, DAYS_IN_LOG) }
    if (!known) return { put, guard: { condition: 'attribute_not_exists(pk)' } }
    return {
      put,
      guard: {
        condition: '#status = :status AND #messageId = :messageId',
        names: { '#status': 'status', '#messageId': 'messageId' },
        values: { ':status': known.status, ':messageId': known.messageId },
      },
    }
  },
})
