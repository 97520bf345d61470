import { createServer } from 'node:http'
import * as z from 'zod'
import { listen } from '../local/port.ts'
import type { Item, Key } from '../shared/store/write.ts'

/**
 * DynamoDB, as far as an export asks for it: items in the order of their keys, in pages of 1 MB. The emulators take longer
 * for an item, or for a page, the more items there are beside it; DynamoDB does not, and neither does this.
 */

const PAGE_BYTES = 1024 * 1024

const Text = z.object({ S: z.string() })
const Keyed = z.object({ pk: Text, sk: Text })
const Query = z.object({
  ExpressionAttributeValues: z.record(z.string(), Text),
  ExclusiveStartKey: Keyed.optional(),
})

/** `items`: of one partition, in the order of their sort keys; a page is made when it is asked for. */
export async function playDatabase(get: (key: Key) => Item | undefined, items: (from: string) => Iterable<Item>) {
  const answers: Record<string, (body: unknown) => object> = {
    GetItem: (body) => {
      const { pk, sk } = z.object({ Key: Keyed }).parse(body).Key
      const found = get({ pk: pk.S, sk: sk.S })
      return found ? { Item: typed(found).M } : {}
    },
    Query: (body) => {
      const { ExpressionAttributeValues: values, ExclusiveStartKey: start } = Query.parse(body)
      const [from = '', to = `${from}~`] = Object.entries(values).flatMap(([name, { S }]) => (name === ':p' ? [] : [S]))
      return pageOf(items(start ? `${start.sk.S} ` : from), to)
    },
    PutItem: () => ({}),
  }
  const server = createServer(async (request, response) => {
    const body: unknown = JSON.parse((await request.toArray()).join(''))
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? ''
    response.setHeader('content-type', 'application/x-amz-json-1.0')
    response.end(JSON.stringify(answers[operation]?.(body)))
  })
  const port = await listen(server, 0)
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function pageOf(items: Iterable<Item>, to: string) {
  const Items: unknown[] = []
  let bytes = 0
  for (const item of items) {
    if (item.sk > to) break
    if (bytes > PAGE_BYTES) {
      const { pk, sk } = z.object({ M: Keyed }).parse(Items.at(-1)).M
      return { Items: Items.map(itemOf), LastEvaluatedKey: { pk, sk } }
    }
    Items.push(typed(item))
    bytes += JSON.stringify(item).length
  }
  return { Items: Items.map(itemOf) }
}

const itemOf = (typed: unknown) => z.object({ M: z.unknown() }).parse(typed).M

/** As DynamoDB writes values: `{ S: 'a' }`, `{ N: '1' }`. */
function typed(value: unknown): Record<string, unknown> {
  if (typeof value === 'string') return { S: value }
  if (typeof value === 'number') return { N: String(value) }
  if (typeof value === 'boolean') return { BOOL: value }
  if (Array.isArray(value)) return { L: value.map(typed) }
  const present = Object.entries(value ?? {}).filter(([, each]) => each !== undefined)
  return { M: Object.fromEntries(present.map(([name, each]) => [name, typed(each)])) }
}
