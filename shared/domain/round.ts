import * as z from 'zod'
import { MatchingSettings } from './programme.ts'
import { RoundReport } from './report.ts'

/** One run of matching over the pool: `running`, then `drafted`, then `published`; or `failed`. */
const ROUND_STATUSES = ['running', 'drafted', 'published', 'failed'] as const

/**
 * What a round is doing now; it stops in `done`. Its progress counts what the phase is about: people from `reading` to
 * `explaining`, lines of the draft in `drafting`, matches in `publishing`, mentees left out in `telling`. Between
 * `matching` and `verifying` come the phases of the engine.
 */
export const PHASES = [
  'queued',
  'reading',
  'matching',
  'looking for candidates',
  'auction',
  'assigning',
  'proving',
  'verifying',
  'explaining',
  'drafting',
  'publish-requested',
  'publishing',
  'telling',
  'done',
] as const

export const RoundSummary = z.strictObject({
  mentees: z.int(),
  mentors: z.int(),
  placed: z.int(),
  unplaced: z.int(),
  totalScore: z.int(),
  worstScore: z.int().optional(),
  medianScore: z.number().optional(),
  /** How many pairs score 0 to 99, 100 to 199, … 900 to 1000. */
  scores: z.array(z.int()).length(10).optional(),
  /** The draft, as the engine made it, was checked to be the best there is. Missing: nobody checked. */
  optimal: z.literal(true).optional(),
  /** The total score that nothing better can exceed. What an organizer takes out of the draft stays within it. */
  bound: z.int().optional(),
})
export type RoundSummary = z.output<typeof RoundSummary>

/** A pair that an organizer chose by hand. */
export const Pin = z.strictObject({ menteeId: z.string(), mentorId: z.string() })
export type Pin = z.output<typeof Pin>
/** Of one round. Who wants more would rather have other weights. */
export const MOST_PINS = 200

/** What a round is paired with. */
export const RoundSettings = MatchingSettings.omit({ at: true })
export type RoundSettings = z.output<typeof RoundSettings>

export const Round = z.strictObject({
  /** See `roundIdAt`. */
  id: z.string(),
  status: z.enum(ROUND_STATUSES),
  /** Publish as soon as the draft is written. */
  publish: z.boolean(),
  /** What it is to be paired with, or was. Missing while it runs with what the programme has. */
  settings: RoundSettings.optional(),
  /** Those asked for; of a draft, those that stood. They go when the round is over: its matches know. */
  pins: z.array(Pin).optional(),
  /** The draft whose place this one takes as soon as it is written. */
  replaces: z.string().optional(),
  progress: z.strictObject({ phase: z.enum(PHASES), done: z.int(), total: z.int() }),
  summary: RoundSummary.optional(),
  /** Of the draft as the engine made it. */
  report: RoundReport.optional(),
  startedAt: z.iso.datetime(),
  publishedAt: z.iso.datetime().optional(),
  /** In plain words, for the organizer. */
  failedBecause: z.string().optional(),
  version: z.int(),
})
export type Round = z.output<typeof Round>

/** A round of so many people is published only when its pairing was checked; a larger one is checked on demand. */
const CHECKED_UP_TO = 20_000

export const mustBeChecked = (people: number): boolean => people <= CHECKED_UP_TO

/** Whether a draft has the check that its size asks for. */
export const isChecked = ({ summary }: Round): boolean =>
  summary !== undefined && (summary.optimal === true || !mustBeChecked(summary.mentees + summary.mentors))

/** What an organizer hears of a draft without it. */
export const NOT_CHECKED = 'Nobody has checked that this draft is the best one. Please start a new round.'

/**
 * Why a round left somebody out: no seats at all, the hard rule that stopped the last mentor, or every suitable seat
 * taken by others; later, an organizer took the drafted pair out, or one of the two was no longer free when the round
 * was published.
 */
export const LEFT_OUT_REASONS = [
  'no-mentors',
  'same-person',
  'paired-before',
  'experience',
  'language',
  'meeting',
  'hours',
  'interests',
  'employer',
  'seats',
  'taken-out',
  'unavailable',
] as const
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number]

/** A mentee whom a round left out, and why: a code, and a sentence with counts. */
export const Unplaced = z.strictObject({
  roundId: z.string(),
  menteeId: z.string(),
  reason: z.enum(LEFT_OUT_REASONS),
  detail: z.string(),
  /** What this mentee could have answered to have a mentor at nobody's cost. */
  help: z.string().optional(),
})
export type Unplaced = z.output<typeof Unplaced>

/** How organizers can sort the pairs of a round. */
export const PAIR_ORDERS = ['score', '-score', 'mentee', 'mentor'] as const
export type PairOrder = (typeof PAIR_ORDERS)[number]

/** How long a run holds the lease without a sign of life. Longer than any pause between two signs. */
const LEASE_MINUTES = 3

/**
 * One round at a time. A run renews the lease as it goes; a crashed one lets it expire. `roundId` is the holder.
 */
export const Lease = z.strictObject({ roundId: z.string(), until: z.iso.datetime() })
export type Lease = z.output<typeof Lease>

export const leaseUntil = (now: Date): string => new Date(now.getTime() + LEASE_MINUTES * 60_000).toISOString()

/**
 * Round ids sort by time, and so do the ids of matches, which begin with them: `20260302T150000000Z-4f1c09ab`. `mark`
 * tells apart what begins at the same moment. Neither has a `.` or a `#`, which part ids and keys.
 */
export const roundIdAt = (time: Date, mark: string): string => `${time.toISOString().replace(/[-:.]/g, '')}-${mark}`

/** Of an ordinary round there is none of these. */
type Wishes = Pick<Round, 'settings' | 'pins' | 'replaces'>

export function openRound(id: string, publish: boolean, now: Date, wishes: Wishes = {}): Round {
  return {
    ...wishes,
    id,
    status: 'running',
    publish,
    progress: { phase: 'queued', done: 0, total: 0 },
    startedAt: now.toISOString(),
    version: 1,
  }
}

/** An organizer can still change it: it is not published, nor being published. */
export const isDraft = ({ status, progress }: Round): boolean => status === 'drafted' && progress.phase === 'done'

/** Over without a result, for a reason in plain words. */
export const failedRound = ({ pins: _gone, ...round }: Round, failedBecause: string): Round => ({
  ...round,
  status: 'failed',
  progress: { ...round.progress, phase: 'done' },
  failedBecause,
})

export const REPLACED = 'A newer draft took its place.'
export const DISCARDED = 'An organizer threw this draft away.'

/** A round as organizers see it. */
export function roundView({ id, version: _ours, ...round }: Round) {
  return { roundId: id, ...round }
}
