import * as z from 'zod'

/** `GET /api/organizer/overview`, as far as the page reads it: see the contract for what each count means. */

const Some = z.object({ count: z.number(), ids: z.array(z.string()) })
const Wanted = z.object({ wanted: z.number(), offered: z.number() })
export type Wanted = z.output<typeof Wanted>

const OfState = z.object({ mentor: z.number(), mentee: z.number(), waiting: z.number(), seats: z.number() })
export type OfState = z.output<typeof OfState>

const NextEvent = z.object({
  eventId: z.string(),
  title: z.string(),
  timeZone: z.string(),
  startsAt: z.string(),
  capacity: z.number().optional(),
  seatsLeft: z.number().optional(),
  waiting: z.number(),
})
export type NextEvent = z.output<typeof NextEvent>

const LastRound = z.object({
  roundId: z.string(),
  status: z.string(),
  startedAt: z.string(),
  publishedAt: z.string().optional(),
  placed: z.number().optional(),
  unplaced: z.number().optional(),
  /** How many pairs score 0–99, 100–199 … 900–1000. */
  scores: z.array(z.number()).optional(),
})
export type LastRound = z.output<typeof LastRound>

const Week = z.object({ week: z.string(), mentor: z.number(), mentee: z.number() })
export type Week = z.output<typeof Week>

const NeedsAHand = z.object({
  problems: Some,
  silent: Some,
  suppressed: Some,
  drafts: z.array(z.string()),
  halfEmptyEvents: z.array(NextEvent),
})
export type NeedsAHand = z.output<typeof NeedsAHand>

export const Programme = z.object({
  asOf: z.string(),
  /** By role, then by state of the profile. */
  people: z.record(z.string(), z.record(z.string(), z.number())),
  waiting: z.number(),
  seats: z.object({ free: z.number(), taken: z.number() }),
  signUps: z.array(Week),
  topics: z.record(z.string(), Wanted),
  departments: z.record(z.string(), Wanted),
  states: z.record(z.string(), OfState),
  roundsWaited: z.array(z.number()),
  load: z.array(z.number()),
  nextRoundAt: z.string().optional(),
  lastRound: LastRound.optional(),
  nextEvents: z.array(NextEvent),
  needsAHand: NeedsAHand,
})
export type Programme = z.output<typeof Programme>

/** `GET /api/organizer/profiles/{profileId}`: whose it is. */
export const Named = z.object({ firstName: z.string(), lastName: z.string() })
