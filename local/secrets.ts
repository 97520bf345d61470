import { randomInt } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import * as z from 'zod'
import type { DataDir } from './data-dir.ts'
import { LOOPBACK, listen } from './port.ts'
import type { Template } from './template.ts'

/** Strict, so that an option this file does not know stops the start and is named. */
const Secret = z.object({
  GenerateSecretString: z.strictObject({
    PasswordLength: z.int().default(32),
    ExcludePunctuation: z.boolean().default(false),
  }),
})

const Request = z.object({ SecretId: z.string() })
const Kept = z.record(z.string(), z.string())
const FILE = 'secrets.json'

/** Secrets Manager's GetSecretValue. Values are made once and kept, so that links in old mails keep working. */
export async function startSecrets(template: Template, dataDir: DataDir) {
  const secrets = dataDir.read(FILE, Kept) ?? {}
  for (const { id, properties } of template.resources('AWS::SecretsManager::Secret', Secret)) {
    secrets[id] ??= randomText(properties.GenerateSecretString)
  }
  dataDir.write(FILE, secrets)

  const server = createServer(async (request, response) => {
    const id = request.headers['x-amz-target'] === 'secretsmanager.GetSecretValue' && (await secretId(request))
    const SecretString = id ? secrets[id] : undefined
    const answer = SecretString
      ? { ARN: id, Name: id, SecretString, VersionId: 'local' }
      : { __type: 'ResourceNotFoundException', message: 'Secrets Manager can’t find the specified secret.' }
    response.writeHead(SecretString ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' })
    response.end(JSON.stringify(answer))
  })
  const port = await listen(server, 0)
  return {
    endpoint: `http://${LOOPBACK}:${port}`,
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function secretId(request: IncomingMessage): Promise<string | undefined> {
  const text = (await request.toArray()).join('')
  try {
    return Request.parse(JSON.parse(text)).SecretId
  } catch {
    return undefined
  }
}

function randomText({ PasswordLength, ExcludePunctuation }: { PasswordLength: number; ExcludePunctuation: boolean }) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
  const signs = ExcludePunctuation ? letters : `${letters}!#$%&()*+,-./:;<=>?@[]^_{|}~`
  return Array.from({ length: PasswordLength }, () => signs[randomInt(signs.length)]).join('')
}
