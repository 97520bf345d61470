import * as z from 'zod'

/** What the API says of the settings, as far as this page reads it. */

const Weights = z.object({
  topics: z.number(),
  practice: z.number(),
  style: z.number(),
  contact: z.number(),
  background: z.number(),
})
export type Weights = z.output<typeof Weights>

const Values = z.object({
  weights: Weights,
  rules: z.object({ minimumExperienceGap: z.number(), loadPenalty: z.number() }),
  publish: z.enum(['auto', 'review']),
  cadence: z.string(),
  organizers: z.string(),
})
export type Values = z.output<typeof Values>

export const Settings = z.object({
  version: z.number(),
  settings: Values,
  deployed: Values,
  fixed: z.array(
    z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]), where: z.string() }),
  ),
})
export type Settings = z.output<typeof Settings>

export const Change = z.object({
  at: z.string(),
  who: z.string(),
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
})
export type Change = z.output<typeof Change>
