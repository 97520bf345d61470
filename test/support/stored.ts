import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb'
import { clientTo } from '../../local/credentials.ts'
import { eventually } from './world.ts'

type Item = Record<string, unknown>

const isForTheMorning = ({ attempts, dueAt }: Item): boolean =>
  attempts === 0 && String(dueAt) > new Date(Date.now() + 60_000).toISOString()

/** The table of a running product, looked at from behind. */
export function tableBehind(endpoint: string) {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientTo(endpoint)))
  const theTable = async () => (await client.send(new ListTablesCommand())).TableNames?.[0]

  /** Every item of the table, as it is stored. */
  async function everything(): Promise<Item[]> {
    const items: Item[] = []
    for await (const page of paginateScan({ client }, { TableName: await theTable(), ConsistentRead: true })) {
      items.push(...(page.Items ?? []))
    }
    return items
  }

  return {
    everything,
    put: async (item: Item) => client.send(new PutCommand({ TableName: await theTable(), Item: item })),

    /** All mail is sent, given up, or left for the morning: nothing more comes now unless something else happens. */
    outboxIsEmpty: () =>
      eventually('the outbox is empty', async () => {
        const waiting = (await everything()).filter((item) => item.sk === 'mail' && item.dueShard)
        return waiting.some((mail) => !isForTheMorning(mail)) ? undefined : true
      }),

    close: () => client.destroy(),
  }
}
