import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { DATABASES } from '../../local/database.ts'
import type { Mail } from '../../shared/domain/mail.ts'
import { freshLink } from '../../shared/mail/outbox.ts'
import { sendDue } from '../../shared/mail/outgoing.ts'
import { deliveryStore } from '../../shared/store/deliveries.ts'
import { mailLog } from '../../shared/store/mail-log.ts'
import { partition } from '../../shared/store/page.ts'
import { registrationStore } from '../../shared/store/registrations.ts'
import { mailKey } from '../../shared/store/table.ts'
import { atOnce } from '../support/outbox.ts'
import { aMenteeProfile, NOW } from '../support/profiles.ts'
import { emptyStores } from '../support/stores.ts'

let stores: Awaited<ReturnType<typeof emptyStores>>
beforeAll(async () => {
  const kind = DATABASES.find((each) => each.available())
  if (!kind) throw new Error('No database runs on this computer.')
  stores = await emptyStores(kind)
})
afterAll(() => stores.stop())
afterEach(() => vi.restoreAllMocks())

it('a mail that cannot be read stops no other, comes again in an hour, and then is over', async () => {
  const { table, mails, addresses } = stores
  const [first, bad, last] = [1, 2, 3].map((nth) => freshLink(aMenteeProfile(), nth, new Date(NOW.getTime() - nth)))
  if (!first || !bad || !last) throw new Error('There are three.')
  await table.transact([first, bad, last].map(mails.adding))
  await table.write(mails.changing(Object.assign({ newField: 'of a newer version' }, bad)))
  const log = mailLog({
    table,
    addresses,
    registrations: registrationStore(table),
    deliveries: deliveryStore(table),
    organizers: 'organizers@example.org',
  })
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})

  const sent: string[] = []
  const sends = async (now: Date) => {
    const send = async ({ id }: Mail) => `${sent.push(id)}`
    const time = { clock: () => now, pause: async () => {} }
    const deliver = sendDue({
      table,
      mails,
      suppressionOf: async () => undefined,
      stillWanted: async () => 'send',
      send,
      turns: atOnce,
      ...time,
    })
    await deliver(await mails.due(now, 100), () => true)
  }
  const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)

  await sends(NOW)
  expect(sent.toSorted()).toEqual([first.id, last.id])
  expect(await mails.due(later(0.9), 100)).toEqual([])
  expect(await mails.due(later(1), 100)).toEqual([mailKey(bad.id)])
  expect(logged.mock.calls.join()).toMatch(/A mail cannot be read.*link#mentee#2/)

  const inLog = async () => (await log.page()).items.map(({ mailId }) => mailId).toSorted()
  expect(await inLog()).toEqual([first.id, bad.id, last.id].toSorted())

  await sends(later(1))
  expect(await inLog()).toEqual([first.id, bad.id, last.id].toSorted())
  expect(await mails.due(later(1000), 100)).toEqual([])
  const { items } = await table.queryPage(partition('table', mailKey(bad.id).pk))
  const [left] = items
  expect(left).toMatchObject({ status: 'failed', lastError: 'Unreadable', newField: 'of a newer version' })
  expect(JSON.stringify(left)).not.toMatch(/example\.org|dueAt|dueShard/)
  expect(logged.mock.calls.join()).toMatch(/A mail was given up/)
  expect(sent).toHaveLength(2)
})
