import { isOpen, lastWordOf, type Match, over, STEPS, type Step } from './match.ts'
import { ROLES, type Role } from './profile-form.ts'

/**
 * What follows an introduction. The plan stands in the match itself (`nextStep`, `dueAt`) and is changed together with
 * it, so that nothing can follow a match that is over. When a step is due, `followedUp` says whom to ask what by now.
 */

export const QUESTIONS = ['reminder', 'first-contact', 'first-meeting', 'fit-check', 'still-there'] as const
export type Question = (typeof QUESTIONS)[number]

const DAY = 86_400_000
/** Days after the introduction. The fit check comes again every 60 days. */
const PLAN = [
  { step: 'reminder', day: 3 },
  { step: 'first-contact', day: 7 },
  { step: 'first-meeting', day: 21 },
  { step: 'fit-check', day: 30 },
] as const satisfies readonly { step: Step; day: number }[]
const FIT_CHECK_EVERY = 60
/** Two who have never met, and of whom nobody has heard for so long, are asked whether they go on. */
const SILENT_AFTER = 60
const DAYS_TO_ANSWER = 7

const [{ step: FIRST, day: FIRST_DAY }] = PLAN
const inDays = (from: Date, days: number): string => new Date(from.getTime() + days * DAY).toISOString()

type Plan = { nextStep: Step; dueAt: string }

export const firstStep = (introducedAt: Date): Plan => ({ nextStep: FIRST, dueAt: inDays(introducedAt, FIRST_DAY) })

export const isFollowUpDue = ({ dueAt }: Match, now: Date): boolean => dueAt !== undefined && dueAt <= now.toISOString()

type Followed = {
  match: Match
  ask: { to: Role; question: Question }[]
  /** They were asked whether they go on, and said nothing. */
  silent: boolean
}

/** What to do about a match whose next step is due, and the match with the step after that. */
export function followedUp(match: Match, now: Date): Followed {
  const { nextStep } = match
  if (!isOpen(match) || !nextStep) return { match: over(match), ask: [], silent: false }
  if (nextStep === 'close' && isSilent(match, now)) return { match, ask: [], silent: true }
  const planned = { ...match, ...stepAfter(match, nextStep, now) }
  if (nextStep === 'close') return { match: planned, ask: [], silent: false }
  if (nextStep === 'fit-check' && isSilent(match, now)) {
    const closing = { ...match, nextStep: 'close' as const, dueAt: inDays(now, DAYS_TO_ANSWER) }
    return { match: closing, ask: asked(closing, 'still-there', now), silent: false }
  }
  return { match: planned, ask: asked(planned, nextStep, now), silent: false }
}

const asked = (match: Match, question: Question, now: Date) =>
  ROLES.filter((to) => makesSense(question, to, match, now)).map((to) => ({ to, question }))

/** Whether a question still has a point for this one of the two. Where there was a problem, organizers ask. */
export function makesSense(question: Question, to: Role, match: Match, now: Date): boolean {
  if (!isOpen(match) || match.answers?.at(-1)?.answer === 'problem') return false
  const isNew = match.status === 'introduced'
  switch (question) {
    case 'reminder':
      return isNew && !inTouch(match) && !lastWordOf(match, to)
    case 'first-contact':
      return isNew && !inTouch(match)
    case 'first-meeting':
      return isNew
    case 'fit-check':
      return !isNew || lastWordOf(match, to)?.answer !== 'not-yet'
    case 'still-there':
      return isSilent(match, now)
  }
}

const inTouch = ({ answers = [] }: Match): boolean => answers.some(({ answer }) => answer === 'contacted')

/** Never met, as far as we know, and not a word for a long time. */
function isSilent({ status, answers = [], introducedAt }: Match, now: Date): boolean {
  const heard = answers.at(-1)
  const since = heard?.at ?? introducedAt
  return (
    status === 'introduced' &&
    heard?.answer !== 'problem' &&
    since !== undefined &&
    now.getTime() - Date.parse(since) >= SILENT_AFTER * DAY
  )
}

/** The next step of the plan that is still to come; steps that were missed, because nothing ran, are not made up for. */
function stepAfter({ introducedAt }: Match, step: Step, now: Date): Plan {
  const start = introducedAt ? new Date(introducedAt) : now
  const later = PLAN.filter((each) => STEPS.indexOf(each.step) > STEPS.indexOf(step))
  for (const { step, day } of later) {
    const dueAt = inDays(start, day)
    if (dueAt > now.toISOString()) return { nextStep: step, dueAt }
  }
  const [first, days] = [30, (now.getTime() - start.getTime()) / DAY]
  const checks = Math.max(0, Math.floor((days - first) / FIT_CHECK_EVERY) + 1)
  return { nextStep: 'fit-check', dueAt: inDays(start, first + checks * FIT_CHECK_EVERY) }
}
