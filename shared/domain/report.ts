import * as z from 'zod'

/** How many, for 0, 1, 2, … of something. */
const Counts = z.array(z.int()).readonly()

/** How long a phase of a round took, and the most memory it used. */
const PhaseReport = z.strictObject({ phase: z.string(), ms: z.int(), megabytes: z.int() })
export type PhaseReport = z.output<typeof PhaseReport>

/** What is worth knowing of a round, small enough to be stored with it. */
export const RoundReport = z.strictObject({
  mentees: z.int(),
  mentors: z.int(),
  /** Free seats, those included that pins took. */
  seats: z.int(),
  placed: z.int(),
  /** No assignment can place more; see `placedAtMost`. */
  placedAtMost: z.int(),
  /** How many of those placed, and of those left out, had waited 0, 1, … 7 rounds. */
  waits: z.strictObject({ placed: Counts, leftOut: Counts }),
  /** `total` is less the load penalties; the others are absent when nobody is placed. */
  scores: z.strictObject({ total: z.int(), worst: z.int().optional(), median: z.number().optional() }),
  /** How many mentors got 0, 1, 2, … new mentees. */
  load: Counts,
  /** Pairs who would both rather have each other; absent in pools too large to count them. */
  blockingPairs: z.int().optional(),
  /** How many points more the highest total has that counts neither how many are placed nor who waited; if known. */
  priceOfPlacing: z.int().optional(),
  /** Where to recruit, best first: one more mentor like this places so many more. Empty in very large pools. */
  recruit: z.array(z.strictObject({ words: z.string(), places: z.int() })).readonly(),
  phases: z.array(PhaseReport).readonly(),
})
export type RoundReport = z.output<typeof RoundReport>
