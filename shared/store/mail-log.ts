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

type Status = (typeof MAIL_STATUSES)[number] | (typeof DELIVERY_STATUSES)[number]

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
  async function entries(keys: readonly Key[], status: Status | undefined) {
    const mails = await table.getMany(keys, Shown)
    const told = await deliveries.getMany(mails.map(({ id }) => id))
    const all = mails.map(({ id: mailId, ...mail }) => {
      const { status, at, diagnostic } = told.get(mailId) ?? {}
      return { mailId, ...mail, ...(status && { delivery: { status, at, diagnostic } }) }
    })
    return all.filter((entry) => !status || entry.status === status || entry.delivery?.status === status)
  }
  type Entry = Awaited<ReturnType<typeof entries>>[number]

  return {
    page: (status: Status | undefined, cursor?: string): Promise<Page<Entry>> =>
      readPage(
        table,
        { ...partition('kind', 'mail'), ScanIndexForward: false },
        { cursor, load: (items) => entries(keysOf(items), status) },
      ),

    /** The newest to whoever is behind an address: to their profiles, and about the events that they registered for. */
    async to(email: string, status: Status | undefined): Promise<Entry[]> {
      const ours = normalAddress(email) === normalAddress(organizers)
      const hash = hashOf(email)
      const [address, registered] = await Promise.all([addresses.get(hash), registrations.ofAddress(hash)])
      const ids = [...profileIds(address), ...registered.map(({ id }) => id), ...(ours ? ['organizers'] : [])]
      const pages = await Promise.all(
        ids.map((id) =>
          table.queryPage({ ...partition('recipient', id), ScanIndexForward: false, Limit: MOST_TO_ONE }),
        ),
      )
      const found = await entries(keysOf(pages.flatMap(({ items }) => items)), status)
      return found.toSorted((a, b) => ((b.createdAt ?? '') < (a.createdAt ?? '') ? -1 : 1))
    },
  }
}
