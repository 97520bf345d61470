import { Wish } from '../domain/wish.ts'
import { type Table, withoutKeys } from './client.ts'
import { partition } from './page.ts'
import { inDays, wishKey } from './table.ts'
import { adding, type Write } from './write.ts'

export type WishStore = ReturnType<typeof wishStore>

/** Wishes that wait to be granted, first come first. */
export const wishStore = (table: Table) => ({
  adding: (wish: Wish): Write => adding({ ...wishKey(wish.eventId, wish.id), ...wish, expiresAt: inDays(wish.at, 1) }),
  /** Whoever grants it takes it away: nobody else can. */
  removing: ({ eventId, id }: Wish): Write => ({
    remove: wishKey(eventId, id),
    guard: { condition: 'attribute_exists(pk)' },
  }),

  async first(eventId: string, most: number): Promise<Wish[]> {
    const query = { ...partition('table', `EVENT#${eventId}`, 'wish#'), Limit: most, ConsistentRead: true }
    const { items } = await table.queryPage(query)
    return items.map((item) => Wish.parse(withoutKeys(item)))
  },
})
