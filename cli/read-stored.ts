import * as z from 'zod'
import { MatchingSettings } from '../shared/domain/programme.ts'
import { LEFT_OUT_REASONS } from '../shared/domain/round.ts'
import type { Verdict } from '../shared/matching/verify.ts'
import { readJson } from './read-json.ts'

const points = z.number()
const Reason = z.enum(LEFT_OUT_REASONS).exclude(['taken-out', 'unavailable'])

/** Of a stored result what its proof is about; whether it is right, `verify` says. */
const Stored = z.object({
  placed: points,
  totalScore: points,
  waits: points,
  pairs: z.array(
    z.object({
      mentee: z.string(),
      mentor: z.string(),
      score: points,
      parts: z.object({ topics: points, practice: points, style: points, contact: points, background: points }),
      seat: points,
    }),
  ),
  unplaced: z.array(z.object({ mentee: z.string(), reason: Reason, detail: z.string() })),
  /** The result of a round says with which weights and rules, and for which week, it was made. */
  settings: MatchingSettings.optional(),
  certificate: z.object({
    // The solver goes on from these, and counts in whole numbers.
    prices: z.array(z.int()),
    surpluses: z.array(z.int()),
    rulesVersion: z.string(),
    inputHash: z.string(),
  }),
})
export type Stored = z.output<typeof Stored>

/** A result that this command wrote before. Throws an InputError that names the file and the field. */
export const readStored = (file: string): Stored => readJson(file, Stored, 'the result')

export const sayProved = ({ placed, totalScore, waits }: Stored, bound: number): string =>
  `Optimal: ${placed} placed, ${waits} rounds waited, total score ${totalScore}; the bound is ${bound}.`

/** The worst that is wrong, and with whom. */
export function sayRefuted({ violation }: Extract<Verdict, { optimal: false }>): string {
  const { message, mentee, mentor } = violation
  const at = Object.entries({ mentee, mentor }).flatMap(([role, id]) => (id ? [`${role} ${JSON.stringify(id)}`] : []))
  return `Not optimal, or not proved: ${message}${at.length > 0 ? ` (${at.join(', ')})` : ''}`
}
