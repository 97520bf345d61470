import type { Table } from '../../shared/store/client.ts'
import { withoutKeys } from '../../shared/store/client.ts'
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

  function found({ KeyConditionExpression = '', ...query }: Parameters<Table['queryPage']>[0]): Item[] {
    const { '#p': p = '', '#s': s = '' } = query.ExpressionAttributeNames ?? {}
    const { ':p': partition, ...bounds } = query.ExpressionAttributeValues ?? {}
    const [low, high = low] = Object.values(bounds).map(String)
    const fits = (sort: string): boolean => {
      if (low === undefined || high === undefined) return true
      if (KeyConditionExpression.includes('begins_with')) return sort.startsWith(low)
      if (KeyConditionExpression.includes('BETWEEN')) return low <= sort && sort <= high
      if (KeyConditionExpression.includes('<=')) return sort <= low
      return sort >= low
    }
    return [...stored.values()]
      .filter((item) => item[p] === partition && (!s || (item[s] !== undefined && fits(String(item[s])))))
      .toSorted((a, b) => (String(a[s || 'sk']) < String(b[s || 'sk']) ? -1 : 1))
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
    async queryPage(query) {
      return { items: found(query).slice(0, query.Limit), next: undefined }
    },
    async *query(query) {
      yield* found(query)
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
