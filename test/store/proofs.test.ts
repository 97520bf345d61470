import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATABASES } from '../../local/database.ts'
import { MatchingSettings } from '../../shared/domain/programme.ts'
import type { Proof } from '../../shared/store/proofs.ts'
import { proofKey } from '../../shared/store/table.ts'
import { emptyStores } from '../support/stores.ts'

/** Numbers that hardly get smaller when they are compressed, the same each time. */
const noise = (count: number, mark: string): number[] =>
  Array.from({ length: count }, (_, n) => createHash('sha256').update(`${mark}${n}`).digest().readUIntBE(0, 6))

const aProof = (people: number): Proof => ({
  settings: MatchingSettings.parse({}),
  people,
  waits: 7,
  certificate: {
    prices: noise(people / 5, 'price'),
    surpluses: noise((people / 5) * 4, 'surplus'),
    rulesVersion: '1-rules',
    inputHash: 'people',
  },
})

describe.each(DATABASES.filter((each) => each.available()).map((each) => [each.name, each] as const))(
  'on %s',
  (_, kind) => {
    let stores: Awaited<ReturnType<typeof emptyStores>>
    beforeAll(async () => {
      stores = await emptyStores(kind)
    })
    afterAll(() => stores.stop())

    const pieces = (roundId: string) =>
      stores.table.count({
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': `ROUND#${roundId}`, ':sk': 'proof#' },
      })

    it('a small proof is one piece, and comes back', async () => {
      await stores.proofs.put('small', aProof(40))
      expect(await pieces('small')).toBe(1)
      expect(await stores.proofs.get('small')).toEqual(aProof(40))
    })

    it('a proof larger than any item comes back whole, and never in part', async () => {
      const large = aProof(400_000)
      await stores.proofs.put('large', large)
      expect(await pieces('large')).toBeGreaterThan(4)
      const found = await stores.proofs.get('large')
      expect(found?.certificate.surpluses.length).toBe(320_000)
      expect(JSON.stringify(found) === JSON.stringify(large)).toBe(true)

      await stores.table.deleteAll([proofKey('large', 2)])
      expect(await stores.proofs.get('large')).toBeUndefined()
      await stores.matches.clearDraft('large')
      expect(await pieces('large')).toBe(0)
    })

    it('a round without one has none', async () => {
      expect(await stores.proofs.get('never')).toBeUndefined()
    })
  },
)
