import { EVENT_STEPS, type Event } from './event.ts'
import { isIn, type Registration } from './registration.ts'

/**
 * What an event does by itself and when, and whom it tells. A step that comes due becomes an announcement, which is then
 * told to one registration after the other. Steps and mails have fixed names, so that doing one again changes nothing.
 */

export type Announcement = NonNullable<Event['announcements']>[number]
type Step = { kind: (typeof EVENT_STEPS)[number]; at: string }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Long enough for certificates that are asked for a year later. */
const DAYS_REMEMBERED = 400
/** An edit in the minute in which a step is due does not lose it. */
const GRACE = 15 * MINUTE

const MOMENTS: Record<Step['kind'], (event: Event) => number> = {
  'remind-7d': ({ startsAt }) => Date.parse(startsAt) - 7 * DAY,
  'remind-24h': ({ startsAt }) => Date.parse(startsAt) - DAY,
  'remind-1h': ({ startsAt }) => Date.parse(startsAt) - HOUR,
  after: ({ endsAt }) => Date.parse(endsAt) + HOUR,
  forget: ({ endsAt }) => Date.parse(endsAt) + DAYS_REMEMBERED * DAY,
}

/** In their order. A draft has nobody to tell; of an event that is cancelled only people's data is left to forget. */
function stepsOf(event: Event): Step[] {
  if (event.status === 'draft') return []
  const kinds = event.status === 'cancelled' ? (['forget'] as const) : EVENT_STEPS
  return kinds.map((kind) => ({ kind, at: new Date(MOMENTS[kind](event)).toISOString() }))
}

/**
 * The event with what it does next, for its present times and status: call it with every change. Reminders of another
 * time are taken back; those whose moment has passed at the new time are left out.
 */
export function scheduled(event: Event, now: Date): Event {
  const steps = stepsOf(event)
  const since = new Date(now.getTime() - GRACE).toISOString()
  const telling = (event.announcements ?? []).filter(({ kind, at }) =>
    kind === 'changed'
      ? event.status === 'published'
      : kind === 'cancelled' || steps.some((step) => step.kind === kind && step.at === at),
  )
  const next = steps.find(({ kind, at }) => at > since && !telling.some((each) => each.kind === kind))
  return upNext(event, telling, next, now)
}

/** The same, with something to tell everybody concerned; what was still being told of the same kind begins anew. */
export const announcing = (event: Event, kind: 'changed' | 'cancelled', now: Date): Event =>
  scheduled(
    {
      ...event,
      announcements: [
        ...(event.announcements ?? []).filter((each) => each.kind !== kind),
        { kind, at: now.toISOString(), told: 0 },
      ],
    },
    now,
  )

/** With the steps that have come due as announcements; the event itself when it is as it should be. */
export function stepped(event: Event, now: Date): Event {
  const steps = stepsOf(event)
  const from = steps.findIndex(({ kind }) => kind === event.nextStep)
  const later = steps.findIndex(({ at }, index) => index >= from && at > now.toISOString())
  const due = from < 0 ? [] : steps.slice(from, later < 0 ? undefined : later)
  if (due.length === 0) {
    return event.announcements?.length || !event.dueAt || event.dueAt > now.toISOString()
      ? event
      : scheduled(event, now)
  }
  const announcements = [...(event.announcements ?? []), ...due.map((step) => ({ ...step, told: 0 }))]
  return upNext(event, announcements, later < 0 ? undefined : steps[later], now)
}

/** With the first announcement told up to that registration; undefined: to all of them. */
export function toldUpTo(event: Event, number: number | undefined, now: Date): Event {
  const [first, ...others] = event.announcements ?? []
  const left = first && number !== undefined ? [{ ...first, told: number }, ...others] : others
  const next = stepsOf(event).find(({ kind }) => kind === event.nextStep)
  return upNext(event, left, next, now)
}

function upNext(
  { announcements: _before, nextStep: _then, dueAt: _when, ...event }: Event,
  announcements: Announcement[],
  step: Step | undefined,
  now: Date,
): Event {
  const dueAt = announcements.length ? now.toISOString() : step?.at
  return {
    ...event,
    ...(announcements.length && { announcements }),
    ...(step && { nextStep: step.kind }),
    ...(dueAt && { dueAt }),
  }
}

/**
 * Whether somebody is told. Who got in after a reminder's moment has just read when it is. Of a change hear also those
 * who came in the same minute: they may have seen what was there before.
 */
export function isTold(registration: Registration, { kind, at }: Pick<Announcement, 'kind' | 'at'>): boolean {
  switch (kind) {
    case 'changed':
    case 'cancelled':
      return isIn(registration) && cameIn(registration) <= Date.parse(at) + MINUTE
    case 'remind-7d':
    case 'remind-24h':
    case 'remind-1h':
      return registration.status === 'confirmed' && Date.parse(registration.confirmedAt ?? '') <= Date.parse(at)
    case 'after':
      return registration.status === 'confirmed' && registration.checkIn !== undefined
    case 'forget':
      return registration.person !== undefined
  }
}

/** When they registered, or did so again after they had cancelled. */
const cameIn = ({ history, registeredAt }: Registration): number =>
  Date.parse(history.findLast(({ move }) => move === 'take' || move === 'queue')?.at ?? registeredAt)
