import { expect, it } from 'vitest'
import type { Match } from '../../shared/domain/match.ts'
import { auditStore } from '../../shared/store/audit.ts'
import { memoryTable } from '../support/memory-table.ts'
import { aMatch, aMenteeProfile, aMentorProfile, NOW } from '../support/profiles.ts'

process.env.TABLE_NAME = 'not used here'
const { exportMatches } = await import('../../functions/export-matches.ts')

const ROUND = '7d4a6c1e-0f5b-4c0f-9a52-3f1b8f0f6a11'

/** As many batches as are asked for, of 1,000 matches each; every tenth match was declined. */
async function* batches(count: number, read: () => void): AsyncGenerator<Match[]> {
  for (let batch = 0; batch < count; batch++) {
    read()
    yield Array.from({ length: 1000 }, (_, n) =>
      aMatch({
        id: `${ROUND}.${batch}-${n}`,
        roundId: ROUND,
        status: n % 10 ? 'introduced' : 'declined',
      }),
    )
  }
}

function exported(count: number, status?: Match['status']) {
  let reads = 0
  const getMany = async () => [aMenteeProfile(), aMentorProfile()]
  const table = memoryTable()
  const audit = auditStore(table)
  const answer = exportMatches({ table, profiles: { getMany }, audit, everyMatch: () => batches(count, () => reads++) })
  return {
    answer: answer({ query: { status }, who: 'ana' }, NOW),
    reads: () => reads,
    deeds: () => audit.wholeDay(NOW.toISOString().slice(0, 10)),
  }
}

it('a spreadsheet has a line for each match, and one of headings', async () => {
  const { answer, deeds } = exported(2)
  expect((await answer).body.trimEnd().split('\r\n')).toHaveLength(2001)
  expect(await deeds()).toMatchObject([{ who: 'ana', what: 'export', subject: 'matches', details: { rows: 2000 } }])
})

it('one that does not fit into an answer says how to get less, and one status of it comes', async () => {
  const refusal = { status: 413, message: expect.stringContaining('?status=introduced') }
  await expect(exported(48).answer).rejects.toMatchObject(refusal)
  await expect(exported(48, 'declined').answer).resolves.toMatchObject({ body: expect.stringContaining('declined') })
})

it('one that can never fit is not read to the end', async () => {
  const { answer, reads, deeds } = exported(1000)
  await expect(answer).rejects.toMatchObject({ status: 413 })
  expect(reads()).toBeLessThan(100)
  expect(await deeds()).toEqual([])
})
