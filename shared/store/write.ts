import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { backOff } from '../parallel.ts'

/** Guarded writes of whole items. Stores make them; one transaction carries several. */

export type Key = { pk: string; sk: string }
export type Item = Key & Record<string, unknown>

type Guard = { condition: string; names?: Record<string, string>; values?: Record<string, unknown> }
/** Without a guard it is done whatever is there. */
export type Write = { put: Item; guard?: Guard } | { remove: Key; guard?: Guard }

/** A guard did not hold: somebody else was faster. Read again and decide anew. */
export class Stale extends Error {
  constructor() {
    super('An item changed between reading and writing.')
    this.name = 'Stale'
  }
}

/** Others were at the same items, however often it was tried: nothing was written. */
export class Contended extends Error {
  constructor() {
    super('Others were writing the same items.')
    this.name = 'Contended'
  }
}

/** Puts an item that must not exist yet. */
export const adding = (item: Item): Write => ({ put: item, guard: { condition: 'attribute_not_exists(pk)' } })

/** Puts the whole item again; `version` is the one that was read, and is stored one higher. */
export const changing = (item: Item & { version: number }): Write => ({
  put: { ...item, version: item.version + 1 },
  guard: unchanged(item.version),
})

export const removing = (key: Key, version: number): Write => ({ remove: key, guard: unchanged(version) })

const unchanged = (version: number): Guard => ({
  condition: '#version = :version',
  names: { '#version': 'version' },
  values: { ':version': version },
})

/** As DynamoDB wants it. */
export function transactItems(
  writes: readonly Write[],
  TableName: string,
): NonNullable<TransactWriteCommandInput['TransactItems']> {
  return writes.map((write) => {
    const { condition, names, values } = write.guard ?? {}
    const guard = {
      TableName,
      ...(condition && { ConditionExpression: condition }),
      ...(names && { ExpressionAttributeNames: names }),
      ...(values && { ExpressionAttributeValues: values }),
    }
    return 'put' in write
      ? { Put: { Item: write.put, ...guard } }
      : { Delete: { Key: { pk: write.remove.pk, sk: write.remove.sk }, ...guard } }
  })
}

/** Reads, decides and writes again while others are faster; gives up with the last `Stale`. */
export async function untilFresh<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof Stale) || tries === 8) throw error
      await backOff(tries)
    }
  }
}
