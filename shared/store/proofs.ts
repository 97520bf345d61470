import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import * as z from 'zod'
import { MatchingSettings } from '../domain/programme.ts'
import type { Certificate } from '../matching/certificate.ts'
import { chunks } from '../parallel.ts'
import type { Table } from './client.ts'
import { partition } from './page.ts'
import { proofKey } from './table.ts'

/**
 * What proves a draft. Prices are in the order of ids, so nobody's name or id is among them.
 * `settings` is what `npm run match -- FILE --rules` takes.
 */
const Proof = z.strictObject({
  settings: MatchingSettings,
  people: z.int(),
  waits: z.int(),
  certificate: z.strictObject({
    prices: z.array(z.int()),
    surpluses: z.array(z.int()),
    rulesVersion: z.string(),
    inputHash: z.string(),
  }),
})
export type Proof = z.output<typeof Proof>

/** The same as it is made. */
type NewProof = Omit<Proof, 'certificate'> & { certificate: Certificate }

export type ProofStore = ReturnType<typeof proofStore>

/** DynamoDB takes items of up to 400 KB, keys and names included. */
const PIECE_BYTES = 380 * 1024
/** Pieces written by one request, which may take 16 MB and must not take long. */
const AT_ONCE = 4

const Piece = z.looseObject({ of: z.int(), bytes: z.instanceof(Uint8Array) })
const [packed, unpacked] = [promisify(gzip), promisify(gunzip)]

/** The proof of a round, compressed and in pieces. It goes with the draft: see `clearDraft`. */
export const proofStore = (table: Table) => ({
  /** Written again it is the same; what an earlier attempt wrote is to be cleared before. */
  async put(roundId: string, proof: NewProof): Promise<void> {
    const all = await packed(JSON.stringify(proof))
    const of = Math.ceil(all.length / PIECE_BYTES)
    const pieces = Array.from({ length: of }, (_, n) => ({
      ...proofKey(roundId, n),
      of,
      bytes: all.subarray(n * PIECE_BYTES, (n + 1) * PIECE_BYTES),
    }))
    for (const some of chunks(pieces, AT_ONCE)) await table.putAll(some)
  },

  /** Undefined when there is none, or a piece of it is missing. */
  async get(roundId: string): Promise<Proof | undefined> {
    const pieces: z.output<typeof Piece>[] = []
    for await (const item of table.query(partition('table', `ROUND#${roundId}`, 'proof#'))) {
      pieces.push(Piece.parse(item))
    }
    if (!pieces.length || pieces.some(({ of }) => of !== pieces.length)) return undefined
    const all = await unpacked(Buffer.concat(pieces.map(({ bytes }) => bytes)))
    return Proof.parse(JSON.parse(all.toString('utf8')))
  },
})
