import * as z from 'zod'
import { MOST_PINS, Pin } from '../domain/round.ts'

const points = () => z.int().min(0).max(1000).optional()

/** What an organizer may want of one round. */
export const tuning = () => ({
  weights: z
    .strictObject({
      topics: points(),
      practice: points(),
      style: points(),
      contact: points(),
      background: points(),
    })
    .optional()
    .describe('All five together, those of the programme included, must add up to 1000.'),
  rules: z
    .strictObject({
      minimumExperienceGap: z.int().min(0).max(40).optional(),
      loadPenalty: z.int().min(0).max(100).optional(),
    })
    .optional(),
  pins: z.array(Pin).max(MOST_PINS).optional().describe('Pairs chosen by hand. One that is impossible is refused.'),
})
