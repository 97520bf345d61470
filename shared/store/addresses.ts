import { createHash } from 'node:crypto'
import { Address, newAddress, normalAddress, profileIds } from '../domain/address.ts'
import type { Table } from './client.ts'
import { addressKey } from './table.ts'
import { adding, changing, removing, type Write } from './write.ts'

export type AddressStore = ReturnType<typeof addressStore>

export const hashOf = (email: string): string => createHash('sha256').update(normalAddress(email)).digest('base64url')

export const addressStore = (table: Table) => ({
  /** The address as it is known; a new one when nobody is behind it. */
  get: async (hash: string): Promise<Address> => (await table.get(addressKey(hash), Address)) ?? newAddress(hash),

  /** What is known of many, as a way to look one of them up. */
  async getMany(hashes: readonly string[]): Promise<(hash: string) => Address> {
    const known = new Map((await table.getMany(hashes.map(addressKey), Address)).map((each) => [each.hash, each]))
    return (hash) => known.get(hash) ?? newAddress(hash)
  },

  /** Goes away with the last profile behind it. */
  saving(address: Address): Write {
    const item = { ...addressKey(address.hash), ...address }
    if (address.version === 0) return adding({ ...item, version: 1 })
    return profileIds(address).length ? changing(item) : removing(item, address.version)
  },
})
