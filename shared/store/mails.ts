import { Mail } from '../domain/mail.ts'
import type { Table } from './client.ts'
import { keysOf, partition } from './page.ts'
import { DUE_SHARDS, dueShard, INDEXES, inDays, mailKey, shardOf } from './table.ts'
import { adding, changing, type Key, removing, type Write } from './write.ts'

export type MailStore = ReturnType<typeof mailStore>

export const mailStore = (table: Table) => ({
  get: (id: string) => table.get(mailKey(id), Mail),
  getMany: (keys: readonly Key[]) => table.getMany(keys, Mail),
  getByIds: (ids: readonly string[]) => table.getMany(ids.map(mailKey), Mail),

  adding: (mail: Mail): Write => adding(itemOf(mail)),
  changing: (mail: Mail): Write => changing(itemOf(mail)),
  removing: ({ id, version }: Mail): Write => removing(mailKey(id), version),

  /** Keys of mail to be sent now, those waiting longest first within a shard. */
  async due(now: Date, most: number): Promise<Key[]> {
    const { partition: p, sort: s } = INDEXES.due
    const shards = await Promise.all(
      Array.from({ length: DUE_SHARDS }, (_, shard) =>
        table.queryPage({
          IndexName: 'due',
          KeyConditionExpression: '#p = :p AND #s <= :now',
          ExpressionAttributeNames: { '#p': p, '#s': s },
          ExpressionAttributeValues: { ':p': dueShard(shard), ':now': now.toISOString() },
          Limit: Math.ceil(most / DUE_SHARDS),
        }),
      ),
    )
    return shards.flatMap(({ items }) => keysOf(items))
  },

  /** Every mail to a person, sent or not. */
  async to(profileId: string): Promise<Mail[]> {
    const keys: Key[] = []
    for await (const { pk, sk } of table.query(partition('recipient', profileId))) keys.push({ pk, sk })
    return table.getMany(keys, Mail)
  },
})

/** How long one can see that a mail was sent. */
const DAYS_IN_LOG = 400

const itemOf = (mail: Mail) => ({
  ...mailKey(mail.id),
  ...mail,
  ...(!mail.dueAt && { expiresAt: inDays(mail.createdAt, DAYS_IN_LOG) }),
  ...(mail.dueAt && { dueShard: dueShard(shardOf(mail.id, DUE_SHARDS)) }),
})
