import * as z from 'zod'
import { MATCH_STATUSES } from '../../../shared/domain/match.ts'

/** What the API answers on rounds, as far as their pages read it. */

const counts = z.array(z.number())
const Pin = z.object({ menteeId: z.string(), mentorId: z.string() })
const Weights = z.object({
  topics: z.number(),
  practice: z.number(),
  style: z.number(),
  contact: z.number(),
  background: z.number(),
})
const Rules = z.object({ minimumExperienceGap: z.number(), loadPenalty: z.number() })
export const RoundSettings = z.object({ weights: Weights, rules: Rules })
export type RoundSettings = z.output<typeof RoundSettings>

const Figures = z.object({
  placed: z.number(),
  unplaced: z.number(),
  totalScore: z.number(),
  worstScore: z.number().optional(),
  medianScore: z.number().optional(),
})
export type Figures = z.output<typeof Figures>

const Summary = Figures.extend({
  mentees: z.number(),
  mentors: z.number(),
  scores: counts.optional(),
  optimal: z.boolean().optional(),
  bound: z.number().optional(),
})
export type Summary = z.output<typeof Summary>

const Report = z.object({
  seats: z.number(),
  placed: z.number(),
  placedAtMost: z.number(),
  waits: z.object({ placed: counts, leftOut: counts }),
  load: counts,
  blockingPairs: z.number().optional(),
  priceOfPlacing: z.number().optional(),
  recruit: z.array(z.object({ words: z.string(), places: z.number() })),
})
export type Report = z.output<typeof Report>

/** One round, and one line of the list of rounds. */
export const Round = z.object({
  roundId: z.string(),
  status: z.enum(['running', 'drafted', 'published', 'failed']),
  publish: z.boolean(),
  settings: RoundSettings.optional(),
  pins: z.array(Pin).default([]),
  progress: z.object({ phase: z.string(), done: z.number(), total: z.number() }),
  summary: Summary.optional(),
  report: Report.optional(),
  startedAt: z.string(),
  publishedAt: z.string().optional(),
  failedBecause: z.string().optional(),
})
export type Round = z.output<typeof Round>

export const Started = z.object({ roundId: z.string() })

const PersonName = z.object({ firstName: z.string(), lastName: z.string() })
export type PersonName = z.output<typeof PersonName>

/** A pair of a round. A name is missing when that person has left. */
export const RoundMatch = Pin.extend({
  matchId: z.string(),
  mentee: PersonName.optional(),
  mentor: PersonName.optional(),
  pinned: z.boolean().optional(),
  score: z.number(),
  parts: z.record(z.string(), z.number()),
  reasons: z.array(z.string()),
  ranks: z.object({ forMentee: z.string(), forMentor: z.string() }).optional(),
  status: z.enum(MATCH_STATUSES),
})
export type RoundMatch = z.output<typeof RoundMatch>

export const LeftOut = z.object({
  menteeId: z.string(),
  mentee: PersonName.optional(),
  reason: z.string(),
  detail: z.string(),
  help: z.string().optional(),
})
export type LeftOut = z.output<typeof LeftOut>

const Seat = z.object({ mentorId: z.string(), mentor: PersonName.optional(), score: z.number() })
const Move = z.object({
  menteeId: z.string(),
  mentee: PersonName.optional(),
  from: Seat.optional(),
  to: Seat.optional(),
})
export type Move = z.output<typeof Move>

export const WhatIf = z.object({
  before: Figures,
  after: Figures,
  unchanged: z.number(),
  moves: z.array(Move),
  moved: z.number(),
})
export type WhatIf = z.output<typeof WhatIf>

/** The two mails that introduce a pair. */
export const Mails = z.object({
  mails: z.array(
    z.object({
      to: z.enum(['mentee', 'mentor']),
      subject: z.string(),
      preheader: z.string(),
      html: z.string(),
      text: z.string(),
    }),
  ),
})

export const FoundPerson = PersonName.extend({
  profileId: z.string(),
  email: z.string().optional(),
  state: z.string().optional(),
  openMatches: z.number().optional(),
  capacity: z.number().optional(),
})
export type FoundPerson = z.output<typeof FoundPerson>
