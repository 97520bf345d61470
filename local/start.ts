import * as z from 'zod'
import { CannotStart } from './cannot-start.ts'
import { startProduct } from './product.ts'
import { LOCAL_CLIENT } from './sign-in.ts'

/** `npm start`: the whole product on this computer, until Ctrl-C. */

const began = performance.now()
const log = (line: string): void => console.log(line)

// Lambda's clock is set to UTC; a function must not find another one here.
process.env.TZ = 'UTC'

const port = (fallback: number) => z.coerce.number().int().min(1).max(65_535).default(fallback)
const endpoint = z.url().optional()

let stopping = false

try {
  const demo = process.argv.includes('--demo')
  const { PORT } = settings(z.object({ PORT: port(3000) }))
  const { MAILBOX_PORT, DATA_DIR, DYNAMODB_ENDPOINT, SES_ENDPOINT } = settings(
    z.object({
      MAILBOX_PORT: port(PORT + 1),
      DATA_DIR: z.string().default('.benchmate'),
      DYNAMODB_ENDPOINT: endpoint,
      SES_ENDPOINT: endpoint,
    }),
  )

  const starting = startProduct({
    port: PORT,
    mailboxPort: MAILBOX_PORT,
    dataDir: DATA_DIR,
    dynamodbEndpoint: DYNAMODB_ENDPOINT,
    sesEndpoint: SES_ENDPOINT,
    log,
  })
  const stop = async () => {
    if (stopping) process.exit(1) // asked twice: at once
    stopping = true
    log('Stopping …')
    await (await starting.catch(() => undefined))?.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  if (process.env.npm_lifecycle_event === 'start') whenOrphaned(stop)

  const { origin, mailboxOrigin } = await starting
  log(`Started in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  log(`Benchmate is ready on ${origin}`)
  log(`The mail it sends arrives in ${mailboxOrigin}`)
  log(`Data and logs are kept in ${DATA_DIR === ':memory:' ? 'memory, until it stops' : DATA_DIR}`)
  log('A token for the organizer routes:')
  log(`  curl -s -u ${LOCAL_CLIENT.id}:${LOCAL_CLIENT.secret} ${origin}/oidc/token \\`)
  log('    -d grant_type=client_credentials -d scope=organize')
  if (demo) {
    const { runDemo } = await import('./demo.ts')
    await runDemo({ origin, mailboxOrigin, log })
  }
} catch (error) {
  if (stopping) process.exit(0)
  console.error(error instanceof CannotStart ? error.message : error)
  process.exit(1)
}

/** The process's environment as the schema has it; an empty variable counts as not set. */
function settings<T>(schema: z.ZodType<T>): T {
  const set = Object.entries(process.env).filter(([, value]) => value !== '')
  const result = schema.safeParse(Object.fromEntries(set))
  if (result.success) return result.data
  const wrong = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new CannotStart(`Please correct the environment variable. ${wrong.join('. ')}`)
}

/** npm runs us in a shell; a signal sent to npm alone ends npm and the shell, but is never passed on to us. */
function whenOrphaned(stop: () => void): void {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, 500)
}
