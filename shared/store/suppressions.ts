import { Suppression } from '../domain/delivery.ts'
import type { Table } from './client.ts'
import { suppressionKey } from './table.ts'
import type { Write } from './write.ts'

export type SuppressionStore = ReturnType<typeof suppressionStore>

/** Addresses that get no mail, by the hash of the address. */
export const suppressionStore = (table: Pick<Table, 'get' | 'getMany'>) => ({
  get: (hash: string) => table.get(suppressionKey(hash), Suppression),

  async getMany(hashes: readonly string[]): Promise<Map<string, Suppression>> {
    const found = await table.getMany(hashes.map(suppressionKey), Suppression)
    return new Map(found.map((each) => [each.hash, each]))
  },

  adding: (suppression: Suppression): Write => ({ put: { ...suppressionKey(suppression.hash), ...suppression } }),
  lifting: (hash: string): Write => ({ remove: suppressionKey(hash) }),
})
