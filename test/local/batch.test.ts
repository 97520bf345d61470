import { expect, test } from 'vitest'
import { type Delivery, deliver } from '../../local/batch.ts'
import type { StreamRecord } from '../../local/stream-source.ts'

const records = (...numbers: number[]): StreamRecord[] =>
  numbers.map((number) => ({ dynamodb: { SequenceNumber: String(number) } }))
const numbers = (batch: readonly StreamRecord[]) => batch.map(({ dynamodb }) => dynamodb.SequenceNumber).join('')
const failing = (...failed: number[]) => ({
  batchItemFailures: failed.map((number) => ({ itemIdentifier: String(number) })),
})

/** Delivers records 1 to 4 and tells the story: each batch, and what was given up. */
async function story(answer: (batch: string, attempt: number) => unknown, settings: Partial<Delivery> = {}) {
  const told: string[] = []
  let done = ''
  await deliver(records(1, 2, 3, 4), {
    invoke: async (batch) => {
      told.push(numbers(batch))
      return answer(numbers(batch), told.length)
    },
    reportsFailures: true,
    bisects: true,
    retries: 2,
    done: (record) => {
      done = record.dynamodb.SequenceNumber
    },
    giveUp: (batch) => void told.push(`gave up ${numbers(batch)}`),
    backOff: async () => {},
    ...settings,
  })
  expect(done).toBe('4')
  return told
}

const refuse = () => {
  throw new Error('no')
}

test('a batch that is taken is done', async () => {
  expect(await story(() => undefined)).toEqual(['1234'])
  expect(await story(() => failing())).toEqual(['1234'])
})

test('what comes from the first failed record on is delivered again', async () => {
  expect(await story((_, attempt) => attempt === 1 && failing(4, 2))).toEqual(['1234', '234'])
})

test('failures do not count when the template does not ask for them', async () => {
  expect(await story(() => failing(2), { reportsFailures: false })).toEqual(['1234'])
})

test('a failure that is not in the batch means all of it', async () => {
  expect(await story((_, attempt) => attempt === 1 && failing(9))).toEqual(['1234', '1234'])
})

test('a record that always fails is given up after its retries', async () => {
  expect(await story(() => failing(4))).toEqual(['1234', '4', '4', 'gave up 4'])
})

test('a batch on which the function fails is cut in two until the bad record is alone', async () => {
  expect(await story((batch) => batch.includes('3') && refuse())).toEqual([
    '1234',
    '12',
    '34',
    '3',
    '3',
    '3',
    'gave up 3',
    '4',
  ])
})

test('without bisecting, the batch is tried again and given up as a whole', async () => {
  expect(await story(refuse, { bisects: false, retries: 1 })).toEqual(['1234', '1234', 'gave up 1234'])
})

test('retries without end, when the template says so', async () => {
  expect(await story((_, attempt) => attempt < 9 && failing(1), { retries: -1 })).toHaveLength(9)
})
