import * as z from 'zod'
import { Copy } from '../domain/delivery.ts'
import { againIds, Mail } from '../domain/mail.ts'
import type { Table } from './client.ts'
import { dueBy, keysOf, partition } from './page.ts'
import { copyKey, DUE_SHARDS, deliveryKey, dueShard, inDays, mailKey, shardOf } from './table.ts'
import { adding, changing, type Key, removing, type Write } from './write.ts'

export type MailStore = ReturnType<typeof mailStore>

export const mailStore = (table: Table) => ({
  /** Throws zod's error when it cannot be read: see `setAside`. */
  at: (key: Key) => table.get(key, Mail),
  get: (id: string) => table.get(mailKey(id), Mail),
  getByIds: (ids: readonly string[]) => table.getMany(ids.map(mailKey), Mail),

  adding: (mail: Mail): Write => adding(itemOf(mail)),
  changing: (mail: Mail): Write => changing(itemOf(mail)),

  /** A bounce may ask for the mail again, some time after it was sent and has lost its facts. */
  keepingCopy: ({ id, to, facts }: Mail, now: Date): Write => ({
    put: { ...copyKey(id), to, facts, expiresAt: inDays(now.toISOString(), DAYS_TO_BOUNCE) },
  }),
  copyOf: (id: string) => table.get(copyKey(id), Copy),
  removingCopy: (id: string): Write => ({ remove: copyKey(id) }),
  forgetCopies: (ids: readonly string[]) => table.deleteAll(ids.map(copyKey)),
  /** The mail with all that is kept beside it: its copy, and how it fared. */
  forgetting: ({ id, version }: Mail): Write[] => [
    removing(mailKey(id), version),
    { remove: copyKey(id) },
    { remove: deliveryKey(id) },
  ],

  /** Takes back those of these mails that are not sent yet, or are to be sent again. */
  async takingBack(ids: readonly string[]): Promise<Write[]> {
    const all = new Set(ids.flatMap((id) => [id, ...againIds({ id })]))
    const mails = await table.getMany([...all].map(mailKey), Mail)
    return mails.filter(({ dueAt }) => dueAt).map(({ id, version }) => removing(mailKey(id), version))
  },

  /** Keys of mail to be sent now, those waiting longest first within a shard. */
  async due(now: Date, most: number): Promise<Key[]> {
    const shards = await Promise.all(
      Array.from({ length: DUE_SHARDS }, (_, shard) =>
        table.queryPage({ ...dueBy(now, dueShard(shard)), Limit: Math.ceil(most / DUE_SHARDS) }),
      ),
    )
    return shards.flatMap(({ items }) => keysOf(items))
  },

  /**
   * Gets a due mail that cannot be read out of the way of the others: for an hour, because in the middle of a deployment
   * a newer function may have written it; then for good, without what was personal in it. Tells whether it is over.
   */
  async setAside({ pk, sk }: Key, now: Date): Promise<boolean> {
    const item = await table.get({ pk, sk }, Unreadable)
    if (!item?.dueAt || item.dueAt > now.toISOString()) return false
    const { to: _to, facts: _facts, dueAt, ...rest } = item
    const over = item.lastError === UNREADABLE
    const later = new Date(now.getTime() + HOUR).toISOString()
    const put = over
      ? { ...rest, status: 'failed', expiresAt: inDays(now.toISOString(), DAYS_IN_LOG) }
      : { ...item, lastError: UNREADABLE, dueAt: later, dueShard: dueShard(shardOf(pk, DUE_SHARDS)) }
    const guard = { condition: '#dueAt = :dueAt', names: { '#dueAt': 'dueAt' }, values: { ':dueAt': dueAt } }
    await table.write({ put: { pk, sk, ...put, ...listed(pk, item.createdAt ?? dueAt) }, guard })
    return over
  },

  /** Every mail to a person, sent or not. */
  async to(profileId: string): Promise<Mail[]> {
    const keys: Key[] = []
    for await (const { pk, sk } of table.query(partition('recipient', profileId))) keys.push({ pk, sk })
    return table.getMany(keys, Mail)
  },
})

/** How long one can see that a mail was sent. */
export const DAYS_IN_LOG = 400
/** SES tries for 14 hours before it says that a mail came back. */
const DAYS_TO_BOUNCE = 3
const HOUR = 3_600_000
const UNREADABLE = 'Unreadable'
const Unreadable = z.looseObject({ dueAt: z.string().optional(), createdAt: z.string().optional().catch(undefined) })

const listed = (id: string, createdAt: string) => ({ kindKey: 'mail', listedAt: `${createdAt}#${id}` })

const itemOf = (mail: Mail) => ({
  ...mailKey(mail.id),
  ...mail,
  ...listed(mail.id, mail.createdAt),
  ...(!mail.dueAt && { expiresAt: inDays(mail.createdAt, DAYS_IN_LOG) }),
  ...(mail.dueAt && { dueShard: dueShard(shardOf(mail.id, DUE_SHARDS)) }),
})
