import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import type { LambdaSettings } from '../../local/invocation.ts'
import { type Lambda, lambda } from '../../local/lambda.ts'

const HANDLER = `
let calls = 0
export const handler = async ({ do: what, ...event }, context) => {
  calls++
  if (what === 'hang') await new Promise(() => {})
  if (what === 'spin') for (;;) {}
  if (what === 'exit') process.exit(3)
  if (what === 'throw') throw new TypeError('no good')
  if (what === 'crash') { setTimeout(() => { throw new RangeError('later') }); await new Promise(() => {}) }
  if (what === 'fill') { const full = []; for (;;) full.push(new Array(1e5).fill(calls)) }
  if (what === 'meet') {
    const gate = new BroadcastChannel('gate')
    await new Promise((met) => { gate.onmessage = () => { gate.postMessage(1); met() }; gate.postMessage(0) })
    gate.close()
  }
  console.log('call', calls)
  return { calls, event, env: process.env, left: context.getRemainingTimeInMillis(), name: context.functionName }
}`

const folder = mkdtempSync(join(tmpdir(), 'benchmate-lambda-'))
writeFileSync(join(folder, 'index.mjs'), HANDLER)
writeFileSync(join(folder, 'broken.mjs'), "throw new Error('bad bundle')")
afterAll(() => rmSync(folder, { recursive: true }))

const running: Lambda[] = []
afterEach(async () => {
  for (const each of running.splice(0)) await each.stop()
})

function aLambda(settings: Partial<LambdaSettings> = {}) {
  const lines: string[] = []
  const made = lambda(
    {
      functionName: 'Test',
      folder,
      handler: 'index.handler',
      memory: 128,
      timeout: 5,
      environment: { A: 'b' },
      ...settings,
    },
    { onLog: ({ text }) => void lines.push(text) },
  )
  running.push(made)
  return { ...made, lines }
}

test('has the environment of the template and nothing else, and a context', async () => {
  const answer = await aLambda().invoke({ x: 1 })
  expect(answer).toMatchObject({ calls: 1, event: { x: 1 }, env: { A: 'b' }, name: 'Test', left: expect.any(Number) })
  expect(answer).toHaveProperty('env', { A: 'b' })
})

test('takes one invocation after the other in one environment, and writes what it logs', async () => {
  const { invoke, lines } = aLambda()
  await invoke({})
  expect(await invoke({})).toMatchObject({ calls: 2 })
  await vi.waitFor(() => expect(lines).toEqual(['call 1', 'call 2']))
})

test('runs two at once in two environments', async () => {
  const { invoke } = aLambda()
  const both = await Promise.all([invoke({ do: 'meet' }), invoke({ do: 'meet' })])
  expect(both).toMatchObject([{ calls: 1 }, { calls: 1 }])
})

test.each(['hang', 'spin'])('is ended when its time is over: %s', async (what) => {
  const { invoke } = aLambda({ timeout: 0.2 })
  await expect(invoke({ do: what })).rejects.toThrow(/Task timed out after 0.20 seconds/)
  expect(await invoke({})).toMatchObject({ calls: 1 })
})

test.each([
  ['exit', /exit status 3/],
  ['crash', /later/],
  ['fill', /memory limit/],
])('a crash fails its invocation alone, and the environment is replaced: %s', async (what, words) => {
  const { invoke } = aLambda()
  await expect(invoke({ do: what })).rejects.toThrow(words)
  expect(await invoke({})).toMatchObject({ calls: 1 })
})

test('an exception is an answer: the environment goes on', async () => {
  const { invoke } = aLambda()
  await expect(invoke({ do: 'throw' })).rejects.toMatchObject({ name: 'TypeError', message: 'no good' })
  expect(await invoke({})).toMatchObject({ calls: 2 })
})

test('a bundle that cannot be loaded fails each invocation with its reason', async () => {
  const { invoke } = aLambda({ handler: 'broken.handler' })
  const answers = await Promise.allSettled([invoke({}), invoke({})])
  expect(answers).toMatchObject([{ reason: { message: 'bad bundle' } }, { reason: { message: 'bad bundle' } }])
})
