import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as immediately } from 'node:timers/promises'
import { afterAll, afterEach, expect, test } from 'vitest'
import { lambda, type StreamingLambda } from '../../local/lambda.ts'

const HANDLER = `
let written = 0
export const handler = awslambda.streamifyResponse(async ({ do: what }, stream) => {
  if (what === 'tell') { stream.end(JSON.stringify({ written })); return }
  if (what === 'throw') throw new TypeError('no good')
  const answer = awslambda.HttpResponseStream.from(stream, { statusCode: 418, headers: { 'x-tea': 'pot' } })
  if (what === 'nothing') return
  answer.write('first ')
  if (what === 'fail') { await new Promise((later) => setTimeout(later, 50)); throw new RangeError('half way') }
  if (what === 'die') { await new Promise((later) => setTimeout(later, 50)); process.exit(3) }
  if (what === 'much') for (written = 0; written < 200; written++) {
    if (!answer.write(Buffer.alloc(64 * 1024, 'x'))) await new Promise((drained) => answer.once('drain', drained))
  }
  answer.end('last')
  await new Promise((done) => answer.once('close', done))
})`

const folder = mkdtempSync(join(tmpdir(), 'benchmate-streaming-'))
writeFileSync(join(folder, 'index.mjs'), HANDLER)
afterAll(() => rmSync(folder, { recursive: true }))

const running: StreamingLambda[] = []
afterEach(async () => {
  for (const each of running.splice(0)) await each.stop()
})

function aFunction(): StreamingLambda {
  const made = lambda(
    { functionName: 'Test', folder, handler: 'index.handler', memory: 128, timeout: 5, environment: {} },
    { onLog: () => {} },
  )
  running.push(made)
  return made
}
const textOf = async (body: AsyncIterable<Uint8Array>): Promise<string> => {
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

test('an answer has the status and headers that it began with, and all its pieces', async () => {
  const { statusCode, headers, body } = await aFunction().stream({})
  expect([statusCode, headers]).toEqual([418, { 'x-tea': 'pot' }])
  expect(await textOf(body)).toBe('first last')
})

test('a function whose reader is slow waits for it: nothing piles up', async () => {
  const { body } = await aFunction().stream({ do: 'much' })
  let [bytes, most] = [0, 0]
  for await (const piece of body) {
    bytes += piece.length
    await immediately()
    most = Math.max(most, body.readableLength)
  }
  expect(bytes).toBe('first '.length + 200 * 64 * 1024 + 'last'.length)
  expect(most).toBeLessThan(3 * 64 * 1024)
})

test('a reader that goes away does not hold the function up', async () => {
  const streaming = aFunction()
  const { body } = await streaming.stream({ do: 'much' })
  body.destroy()
  await expect.poll(async () => textOf((await streaming.stream({ do: 'tell' })).body)).toBe('{"written":200}')
})

test('a failure before the first byte is one of the answer', async () => {
  await expect(aFunction().stream({ do: 'throw' })).rejects.toMatchObject({ name: 'TypeError', message: 'no good' })
})

test('one that writes nothing at all has not answered', async () => {
  await expect(aFunction().stream({ do: 'nothing' })).rejects.toThrow('not finished')
})

test.each([
  ['fail', 'half way'],
  ['die', 'exit status 3'],
])('a failure after the first byte breaks the body off: %s', async (what, words) => {
  const { statusCode, body } = await aFunction().stream({ do: what })
  expect(statusCode).toBe(418)
  await expect(textOf(body)).rejects.toThrow(words)
})
