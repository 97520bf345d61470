import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses'
import { expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'
import { clientTo } from '../../local/credentials.ts'
import { type DataDir, openDataDir } from '../../local/data-dir.ts'
import { startMailbox } from '../../local/mailbox.ts'
import { freePort } from '../../local/port.ts'

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'benchmate-data-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

test('a folder belongs to one process at a time', async () => {
  const folder = aFolder()
  const first = await openDataDir(folder)
  await expect(openDataDir(folder)).rejects.toThrow(`Another copy is running on ${folder}`)
  first.close()
  const second = await openDataDir(folder)
  expect(second.folder).toBe(folder)
  second.close()
})

test('a line that a kill cut short is passed over', async () => {
  const dataDir = await openDataDir(aFolder())
  onTestFinished(() => dataDir.close())
  dataDir.append('lines', 1)
  appendFileSync(join(String(dataDir.folder), 'lines'), '{"a":')
  expect(dataDir.lines('lines', z.number())).toEqual([1])
})

test('what SES has taken is in the mailbox, also after a restart', async () => {
  const dataDir = await openDataDir(aFolder())
  onTestFinished(() => dataDir.close())
  await withMailbox(dataDir, async (endpoint, subjects) => {
    const ses = new SESClient(clientTo(endpoint))
    const Data = Buffer.from('From: a@example.org\r\nTo: b@example.org\r\nSubject: Hello\r\n\r\nHi')
    await ses.send(new SendRawEmailCommand({ RawMessage: { Data } }))
    expect(await subjects()).toEqual(['Hello'])
  })
  await withMailbox(dataDir, async (_, subjects) => expect(await subjects()).toEqual(['Hello']))
})

const Store = z.object({ emails: z.array(z.object({ subject: z.string() })) })

async function withMailbox(
  dataDir: DataDir,
  use: (endpoint: string, subjects: () => Promise<string[]>) => Promise<void>,
): Promise<void> {
  const { endpoint, stop } = await startMailbox(await freePort(), dataDir)
  try {
    await use(endpoint, async () => {
      const answer = await fetch(`${endpoint}/store`)
      return Store.parse(await answer.json()).emails.map(({ subject }) => subject)
    })
  } finally {
    await stop()
  }
}
