import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATABASES } from '../../local/database.ts'
import { auditStore } from '../../shared/store/audit.ts'
import { emptyStores } from '../support/stores.ts'

describe.each(DATABASES.filter((each) => each.available()).map((each) => [each.name, each] as const))(
  'on %s',
  (_, kind) => {
    let stores: Awaited<ReturnType<typeof emptyStores>>
    let audit: ReturnType<typeof auditStore>
    beforeAll(async () => {
      stores = await emptyStores(kind)
      audit = auditStore(stores.table)
    })
    afterAll(() => stores.stop())

    const entry = (at: string, subject: string) => ({ at, who: 'ana', what: 'event-edited' as const, subject })

    it('the audit trail has a day’s entries in their order, two of the same moment as well', async () => {
      const [late, early] = ['2027-01-12T23:59:59.999Z', '2027-01-12T08:00:00.000Z']
      await stores.table.transact([
        audit.adding(entry(late, 'c')),
        audit.adding(entry('2027-01-13T00:00:00.000Z', 'd')),
      ])
      await stores.table.transact([audit.adding(entry(early, 'a')), audit.adding(entry(early, 'b'))])
      const { items, nextCursor } = await audit.ofDay('2027-01-12')
      expect(items.map(({ at, subject }) => [at, subject]).toSorted()).toEqual([
        [early, 'a'],
        [early, 'b'],
        [late, 'c'],
      ])
      expect(items.at(-1)?.subject).toBe('c')
      expect(nextCursor).toBeUndefined()
    })

    it('a long day comes in pages, nothing twice and nothing left out', async () => {
      const minute = (n: number) => new Date(Date.UTC(2027, 1, 1, 0, n)).toISOString()
      const all = Array.from({ length: 120 }, (_, n) => entry(minute(n), `event-${n}`))
      for (const half of [all.slice(60), all.slice(0, 60)]) await stores.table.transact(half.map(audit.adding))
      const found: string[] = []
      let cursor: string | undefined
      do {
        const page = await audit.ofDay('2027-02-01', cursor)
        found.push(...page.items.map(({ subject }) => subject))
        cursor = page.nextCursor
      } while (cursor)
      expect(found).toEqual(all.map(({ subject }) => subject))
    })
  },
)
