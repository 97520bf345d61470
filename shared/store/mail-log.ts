import * as z from 'zod'
import { normalAddress, profileIds } from '../domain/address.ts'
import type { DELIVERY_STATUSES } from '../domain/delivery.ts'
import type { MAIL_STATUSES } from '../domain/mail.ts'
import { type AddressStore, hashOf } from './addresses.ts'
import type { Table } from './client.ts'
import type { DeliveryStore } from './deliveries.ts'
import { keysOf, type Page, partition, readPage } from './page.ts'
import type { RegistrationStore } from './registrations.ts'
import type { Key } from './write.ts'

type Deps = {
  table: Pick<Table, 'queryPage' | 'getMany'>
  addresses: Pick<AddressStore, 'get'>
  registrations: Pick<RegistrationStore, 'ofAddress'>
  deliveries: Pick<DeliveryStore, 'getMany'>
  /** The address of the organizers themselves. */
  organizers: string
}

export type MailLog = ReturnType<typeof mailLog>

type Filter = {
  status?: (typeof MAIL_STATUSES)[number] | (typeof DELIVERY_STATUSES)[number] | undefined
  kind?: string | undefined
}

/** Only what is shown, so that a mail which cannot be sent for what is in it does not hide the others. */
const Shown = z.object({
  id: z.string(),
  kind: z.string().optional(),
  profileId: z.string().optional(),
  status: z.string(),
  attempts: z.number().optional(),
  createdAt: z.string().optional(),
  dueAt: z.string().optional(),
  sentAt: z.string().optional(),
  lastError: z.string().optional(),
})

const MOST_TO_ONE = 200

/** Mails as organizers see them: without address and facts, and with what SES told of each. */
export const mailLog = ({ table, addresses, registrations, deliveries, organizers }: Deps) => {
  async function entries(keys: readonly Key[], wanted: Filter) {
    const found = await table.getMany(keys, Shown)
    const mails = found.filter(({ kind }) => !wanted.kind || kind === wanted.kind)
    const told = await deliveries.getMany(mails.map(({ id }) => id))
    const all = mails.map(({ id: mailId, ...mail }) => {
      const { status, at, diagnostic } = told.get(mailId) ?? {}
      return { mailId, ...mail, ...(status && { delivery: { status, at, diagnostic } }) }
    })
    return all.filter(
      ({ status, delivery }) => !wanted.status || status === wanted.status || delivery?.status === wanted.status,
    )
  }
  type Entry = Awaited<ReturnType<typeof entries>>[number]

  async function newestTo(ids: readonly string[], most: number, filter: Filter = {}): Promise<Entry[]> {
    const pages = await Promise.all(
      ids.map((id) => table.queryPage({ ...partition('recipient', id), ScanIndexForward: false, Limit: most })),
    )
    const found = await entries(keysOf(pages.flatMap(({ items }) => items)), filter)
    return found.toSorted((a, b) => ((b.createdAt ?? '') < (a.createdAt ?? '') ? -1 : 1))
  }

  return {
    /** The newest to some of them: profiles, registrations. */
    newestTo,

    page: (filter: Filter = {}, cursor?: string): Promise<Page<Entry>> =>
      readPage(
        table,
        { ...partition('kind', 'mail'), ScanIndexForward: false },
        { cursor, load: (items) => entries(keysOf(items), filter) },
      ),

    /** The newest to whoever is behind an address: to their profiles, and about the events that they registered for. */
    async to(email: string, filter: Filter): Promise<Entry[]> {
      const ours = normalAddress(email) === normalAddress(organizers)
      const hash = hashOf(email)
      const [address, registered] = await Promise.all([addresses.get(hash), registrations.ofAddress(hash)])
      const ids = [...profileIds(address), ...registered.map(({ id }) => id), ...(ours ? ['organizers'] : [])]
      return newestTo(ids, MOST_TO_ONE, filter)
    },
  }
}
