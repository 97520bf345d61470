import * as z from 'zod'
import { ROLES, type Role } from './profile-form.ts'
import { nextHour } from './week.ts'

/**
 * One mentee and one mentor.
 *
 *     drafted ──▶ introduced ──▶ met ──▶ ended
 *        │             ├──▶ declined       ▲
 *        └──▶ ended    └───────────────────┘
 *
 * While it is open, `nextStep` and `dueAt` say what follows and when: see `follow-up.ts`.
 */
export const MATCH_STATUSES = ['drafted', 'introduced', 'met', 'declined', 'ended'] as const

/** What an introduction asks for. */
export const FIRST_ANSWERS = ['met', 'decline', 'decline-and-pause', 'problem'] as const
/**
 * - `contacted`, `not-yet`: have they written to each other?
 * - `good`, `unsure`, `not-a-fit`: how it goes, between us: the partner does not hear of it. `not-a-fit` ends the match.
 */
export const MATCH_ANSWERS = [...FIRST_ANSWERS, 'contacted', 'not-yet', 'good', 'unsure', 'not-a-fit'] as const

/** What we do while a match is open, in this order; the last three come again and again. */
export const STEPS = ['reminder', 'first-contact', 'first-meeting', 'fit-check', 'close'] as const
export type Step = (typeof STEPS)[number]

const GivenAnswer = z.strictObject({
  by: z.enum(ROLES),
  answer: z.enum(MATCH_ANSWERS),
  note: z.string().optional(),
  at: z.iso.datetime(),
})

export const Match = z.strictObject({
  /** `<roundId>.<menteeId>`: a repeated run writes the same items again. */
  id: z.string(),
  roundId: z.string(),
  menteeId: z.string(),
  mentorId: z.string(),
  /** An organizer chose this pair by hand. */
  pinned: z.literal(true).optional(),
  score: z.int().min(0).max(1000),
  parts: z.record(z.string(), z.int()),
  /** Plain sentences, true for both, with no name in them. */
  reasons: z.array(z.string()),
  /** How it ranks among all possible pairs of either, in words; for organizers. Missing in very large rounds. */
  ranks: z.strictObject({ forMentee: z.string(), forMentor: z.string() }).optional(),
  /** An hour of the UTC week (0 = Monday 00:00) that both are free. */
  suggestedHour: z.int().min(0).max(167).optional(),
  status: z.enum(MATCH_STATUSES),
  introducedAt: z.iso.datetime().optional(),
  /**
   * Why it ended, unless one of the two said so; `silent`: nobody, or the mentor, was heard of; `organizer`: one of them
   * ended it.
   */
  endedBecause: z.enum(['unavailable', 'left', 'silent', 'organizer']).optional(),
  /** What the two said of it, oldest first. */
  answers: z.array(GivenAnswer).optional(),
  /** Only while it is open. */
  nextStep: z.enum(STEPS).optional(),
  dueAt: z.iso.datetime().optional(),
  version: z.int(),
})
export type Match = z.output<typeof Match>

export const MatchAnswer = z.strictObject({
  answer: z.enum(MATCH_ANSWERS),
  note: z.string().trim().max(2000, 'Please use at most 2000 characters.').optional(),
})
export type MatchAnswer = z.output<typeof MatchAnswer>

export const matchId = (roundId: string, menteeId: string): string => `${roundId}.${menteeId}`

/** The round that made a match; undefined when the text is no match id. */
export const roundOf = (id: string): string | undefined => /^([^.]+)\.[^.]+$/.exec(id)?.[1]

const DAY_MS = 86_400_000

/** Open: the mentee has a mentor, the mentor's seat is taken. */
export const isOpen = (match: Match): boolean => match.status === 'introduced' || match.status === 'met'

/** The next such hour from two days on, so that there is time to answer. */
export const suggestedAt = ({ suggestedHour }: Match, now: Date): string | undefined =>
  suggestedHour === undefined ? undefined : nextHour(suggestedHour, new Date(now.getTime() + 2 * DAY_MS)).toISOString()

/** Nothing follows any more. */
export function over({ nextStep: _none, dueAt: _never, ...match }: Match): Match {
  return match
}

/** Each one's latest answer; undefined when they have said nothing. */
export const lastWordOf = ({ answers }: Match, role: Role) => answers?.findLast(({ by }) => by === role)

/** A person who left stands in old matches as this. */
const SOMEBODY_WHO_LEFT = 'left'

/** The trace of a match that stays when one of the two leaves: no words, neither of them nor about them. */
export function withoutPerson({ suggestedHour: _theirs, ranks: _also, ...match }: Match, profileId: string): Match {
  const gone: Role = match.menteeId === profileId ? 'mentee' : 'mentor'
  return {
    ...over(match),
    [`${gone}Id`]: SOMEBODY_WHO_LEFT,
    reasons: [],
    answers: match.answers?.filter(({ by }) => by !== gone).map(({ note: _words, ...given }) => given),
  }
}

/** A match as organizers see it. */
export function matchView(found: Match) {
  const { id, version: _ours, ...match } = over(found)
  return { matchId: id, ...match }
}
