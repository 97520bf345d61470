import type { Table } from '../../shared/store/client.ts'
import { withoutKeys } from '../../shared/store/client.ts'
import { INDEXES } from '../../shared/store/table.ts'
import { type Item, type Key, Stale, type Write } from '../../shared/store/write.ts'

/** The table as a map: what stores need of DynamoDB, at once and without a server, for tests that try thousands of things. */
export function memoryTable(): Table & { items: () => Item[] } {
  const stored = new Map<string, Item>()
  const at = ({ pk, sk }: Key) => `${pk} ${sk}`

  /** The three guards that stores write. */
  function holds({ guard, ...write }: Write): boolean {
    const there = stored.get(at('put' in write ? write.put : write.remove))
    switch (guard?.condition) {
      case undefined:
        return true
      case 'attribute_not_exists(pk)':
        return there === undefined
      case 'attribute_exists(pk)':
        return there !== undefined
      case '#version = :version':
        return there?.version === guard?.values?.[':version']
      default:
        throw new Error(`There is no such guard here: ${guard?.condition}.`)
    }
  }

  /** Those of the keys, in their order; after `start`, if there is one. */
  function found(
    { KeyConditionExpression = '', IndexName, ScanIndexForward, ...query }: Parameters<Table['queryPage']>[0],
    start?: Record<string, unknown>,
  ): Item[] {
    const names = query.ExpressionAttributeNames ?? {}
    const { ':p': partition, ...values } = query.ExpressionAttributeValues ?? {}
    const [, index] = Object.entries(INDEXES).find(([name]) => name === IndexName) ?? []
    const { '#p': p = '', '#s': s = index?.sort ?? 'sk' } = names
    const bounds = Object.entries(values).filter(([name]) => KeyConditionExpression.includes(name))
    const [low, high = low] = bounds.map(([, value]) => String(value))
    const fits = (sort: string): boolean => {
      if (low === undefined || high === undefined) return true
      if (KeyConditionExpression.includes('begins_with')) return sort.startsWith(low)
      if (KeyConditionExpression.includes('BETWEEN')) return low <= sort && sort <= high
      if (KeyConditionExpression.includes('<=')) return sort <= low
      if (KeyConditionExpression.includes('<')) return sort < low
      return sort >= low
    }
    const place = (item: Record<string, unknown>) => `${item[s]} ${item.pk} ${item.sk}`
    const sorted = [...stored.values()]
      .filter((item) => item[p] === partition && item[s] !== undefined && fits(String(item[s])))
      .toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
    if (ScanIndexForward !== false) return start ? sorted.filter((item) => place(item) > place(start)) : sorted
    return sorted.toReversed().filter((item) => !start || place(item) < place(start))
  }

  /** The two conditions that stores filter by. */
  function passes({ FilterExpression = '', ...query }: Parameters<Table['queryPage']>[0], item: Item): boolean {
    const names = query.ExpressionAttributeNames ?? {}
    const values = query.ExpressionAttributeValues ?? {}
    return FilterExpression.split(' AND ').every((condition) => {
      const [, equal, wanted = ''] = /^(#\w+) = (:\w+)$/.exec(condition) ?? []
      if (equal) return item[names[equal] ?? ''] === values[wanted]
      const [, text, piece = ''] = /^contains\((#\w+), (:\w+)\)$/.exec(condition) ?? []
      if (text) return String(item[names[text] ?? '']).includes(String(values[piece]))
      if (condition) throw new Error(`There is no such condition here: ${condition}.`)
      return true
    })
  }

  async function transact(writes: readonly Write[]): Promise<void> {
    const keys = writes.map((write) => at('put' in write ? write.put : write.remove))
    if (new Set(keys).size < keys.length) throw new Error('DynamoDB takes one write an item in a transaction.')
    if (keys.length > 100) throw new Error('DynamoDB takes 100 writes in a transaction.')
    if (!writes.every(holds)) throw new Stale()
    for (const write of writes) {
      if ('put' in write) stored.set(at(write.put), structuredClone(write.put))
      else stored.delete(at(write.remove))
    }
  }

  return {
    items: () => [...stored.values()],
    transact,
    write: (write) => transact([write]),
    async queryPage(query, start) {
      const all = found(query, start)
      const items = all.slice(0, query.Limit)
      const next = items.length < all.length ? items.at(-1) : undefined
      return { items: items.filter((item) => passes(query, item)), next }
    },
    async *query(query) {
      yield* found(query).filter((item) => passes(query, item))
    },
    count: async (query) => found(query).length,
    async get(key, schema) {
      const item = stored.get(at(key))
      return item && schema.parse(withoutKeys(item))
    },
    async getMany(keys, schema) {
      return keys.flatMap((key) => {
        const item = stored.get(at(key))
        return item ? [schema.parse(withoutKeys(item))] : []
      })
    },
    async putAll(items) {
      for (const item of items) stored.set(at(item), item)
    },
    async deleteAll(keys) {
      for (const key of keys) stored.delete(at(key))
    },
  }
}
