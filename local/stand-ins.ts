import type { DataDir } from './data-dir.ts'
import { startDatabase } from './database.ts'
import type { Accepted } from './feedback.ts'
import { startMailbox } from './mailbox.ts'
import type { Step } from './step.ts'

type Wanted = {
  mailboxPort: number
  dynamodbEndpoint?: string | undefined
  sesEndpoint?: string | undefined
  /** Hears of each mail that the mailbox takes. */
  accepted(mail: Accepted): void
}

/** Starts what is not said to be running already. Both are stopped again when one of them cannot start. */
export async function startStandIns({ mailboxPort, ...given }: Wanted, dataDir: DataDir, step: Step) {
  const [database, mailbox] = await Promise.allSettled([
    given.dynamodbEndpoint
      ? { endpoint: given.dynamodbEndpoint, stop() {} }
      : step(startDatabase(dataDir.folder), ({ name }) => `Starting the database (${name})`),
    given.sesEndpoint
      ? { endpoint: given.sesEndpoint, stop() {} }
      : step(startMailbox(mailboxPort, dataDir, given.accepted), () => 'Starting the mailbox'),
  ])
  const stop = async () => {
    for (const each of [mailbox, database]) if (each.status === 'fulfilled') await each.value.stop()
  }
  if (database.status === 'fulfilled' && mailbox.status === 'fulfilled') {
    return { dynamodb: database.value.endpoint, ses: mailbox.value.endpoint, stop }
  }
  await stop()
  throw database.status === 'rejected' ? database.reason : mailbox.status === 'rejected' && mailbox.reason
}
