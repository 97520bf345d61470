import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientTo } from '../../local/credentials.ts'
import { DATABASES } from '../../local/database.ts'
import { tableOf } from '../../shared/store/client.ts'
import { profileKey } from '../../shared/store/table.ts'
import { adding, Contended, changing, Stale } from '../../shared/store/write.ts'
import { conflict, type Fault, type FaultProxy, faultsBefore } from '../support/faults.ts'
import { emptyStores } from '../support/stores.ts'

/** What DynamoDB answers when two write one item at the same moment, and no emulator does. */

let stores: Awaited<ReturnType<typeof emptyStores>>
let proxy: FaultProxy
let client: DynamoDBClient
let faults: Fault[] = []

beforeAll(async () => {
  const kind = DATABASES.find((each) => each.available())
  if (!kind) throw new Error('No database runs on this computer.')
  stores = await emptyStores(kind)
  proxy = await faultsBefore(stores.endpoint, () => faults.shift())
  client = new DynamoDBClient({ ...clientTo(proxy.endpoint), maxAttempts: 1 })
})
afterAll(async () => {
  client.destroy()
  await proxy.stop()
  await stores.stop()
})

const item = (id: string) => ({ ...profileKey(id), version: 1 })

describe.each(['PutItem', 'TransactWriteItems'] as const)('a %s that meets another one', (operation) => {
  const write = (...[one]: Parameters<ReturnType<typeof tableOf>['write']>) => {
    const table = tableOf(stores.tableName, client)
    return operation === 'PutItem' ? table.write(one) : table.transact([one])
  }

  it('is done a moment later', async () => {
    faults = [conflict(operation), conflict(operation)]
    await write(adding(item(operation)))
    expect(faults).toEqual([])
    await expect(write(adding(item(operation)))).rejects.toThrow(Stale)
  })

  it('is stale when the other one changed the item', async () => {
    faults = [conflict(operation)]
    await expect(write(changing({ ...item(operation), version: 7 }))).rejects.toThrow(Stale)
    expect(faults).toEqual([])
  })

  it('gives up when that never ends', async () => {
    faults = Array.from({ length: 8 }, () => conflict(operation))
    await expect(write(adding(item(`${operation} again`)))).rejects.toThrow(Contended)
    expect(faults).toEqual([])
  })
})
