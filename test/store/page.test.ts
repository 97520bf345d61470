import { expect, it } from 'vitest'
import * as z from 'zod'
import { partition, readAll, readPage } from '../../shared/store/page.ts'

/** A list of 3,000 items that counts how often it is asked. */
function aLongList() {
  const all = Array.from({ length: 3000 }, (_, n) => ({ pk: `THING#${n}`, sk: 'thing', number: n }))
  let reads = 0
  return {
    reads: () => reads,
    async queryPage({ Limit = 100 }: { Limit?: number | undefined }, start?: Record<string, unknown>) {
      reads++
      const from = start ? all.findIndex(({ pk }) => pk === start.pk) + 1 : 0
      const items = all.slice(from, from + Limit)
      const last = items.at(-1)
      const more = last && from + Limit < all.length
      return {
        items,
        next: more ? { pk: last.pk, sk: last.sk, kindKey: 'thing', listedAt: last.pk } : undefined,
      }
    },
    async getMany<T>(keys: readonly { pk: string }[], schema: z.ZodType<T>): Promise<T[]> {
      return keys.map(({ pk }) => schema.parse(all.find((each) => each.pk === pk)))
    },
  }
}

const pageOf = (list: ReturnType<typeof aLongList>, fits: (n: number) => boolean, cursor?: string) =>
  readPage(list, partition('kind', 'thing'), {
    cursor,
    load: async (items) => items.map((item) => Number(item.number)).filter(fits),
  })

it('a page is full as soon as enough fit', async () => {
  const list = aLongList()
  const { items, nextCursor } = await pageOf(list, () => true)
  expect([items.length, list.reads(), nextCursor !== undefined]).toEqual([50, 1, true])
})

it('a search that finds nobody gives up for now, and goes on where it stopped', async () => {
  const list = aLongList()
  const found: number[] = []
  let requests = 0
  let cursor: string | undefined
  do {
    const before = list.reads()
    const page = await pageOf(list, (n) => n === 2999, cursor)
    expect(list.reads() - before).toBeLessThanOrEqual(20)
    found.push(...page.items)
    cursor = page.nextCursor
    requests++
  } while (cursor)
  expect([found, requests]).toEqual([[2999], 3])
})

it('a whole list comes in the order of its keys', async () => {
  const numbers: number[] = []
  for await (const some of readAll(aLongList(), 'thing', z.looseObject({ number: z.int() }))) {
    numbers.push(...some.map(({ number }) => number))
  }
  expect(numbers).toEqual(Array.from({ length: 3000 }, (_, n) => n))
})
