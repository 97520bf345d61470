import { DeleteTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { synthesize } from '../../local/assembly.ts'
import { clientTo } from '../../local/credentials.ts'
import { type DATABASES, type Database, startDatabase } from '../../local/database.ts'
import { makeTables } from '../../local/tables.ts'
import { readTemplate } from '../../local/template.ts'
import { addressStore } from '../../shared/store/addresses.ts'
import { tableOf } from '../../shared/store/client.ts'
import { eventStore } from '../../shared/store/events.ts'
import { mailStore } from '../../shared/store/mails.ts'
import { matchStore } from '../../shared/store/matches.ts'
import { noteStore } from '../../shared/store/notes.ts'
import { profileStore } from '../../shared/store/profiles.ts'
import { proofStore } from '../../shared/store/proofs.ts'
import { registrationStore } from '../../shared/store/registrations.ts'
import { roundStore } from '../../shared/store/rounds.ts'

type Kind = (typeof DATABASES)[number]

const running = new Map<Kind, Promise<Database>>()

/** One for all files of a process, with which it ends: to start Java takes longer than most tests. */
function databaseOf(kind: Kind): Promise<Database> {
  const database = running.get(kind) ?? startDatabase(undefined, kind)
  running.set(kind, database)
  return database
}

/** All stores on an empty table, made as the template says, in a database of that kind. */
export async function emptyStores(kind: Kind) {
  return storesIn(await databaseOf(kind))
}

/** The same in a database that somebody else stops. */
export async function storesIn({ endpoint }: Database) {
  const { folder } = await synthesize({})
  await makeTables(readTemplate(folder), endpoint)
  const client = new DynamoDBClient(clientTo(endpoint))
  const [name = ''] = (await client.send(new ListTablesCommand())).TableNames ?? []
  const table = tableOf(name, client)
  return {
    endpoint,
    tableName: name,
    table,
    addresses: addressStore(table),
    profiles: profileStore(table),
    matches: matchStore(table),
    rounds: roundStore(table),
    proofs: proofStore(table),
    mails: mailStore(table),
    notes: noteStore(table),
    events: eventStore(table),
    registrations: registrationStore(table),
    async stop() {
      await client.send(new DeleteTableCommand({ TableName: name }))
      client.destroy()
    },
  }
}
