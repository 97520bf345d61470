import type { MailChoice, Profile } from './profile.ts'
import { paused, resumed } from './profile-changes.ts'
import { offsetMinutes } from './week.ts'

/** Pausing until a day, leaving with time to think again, and mail one does without: how a member stands over time. */

/** Longer is no pause. */
const MOST_DAYS_PAUSED = 730
const [MINUTE, DAY] = [60_000, 86_400_000]

/** Paused until the beginning of a day where they live; undefined when that day is not to come, or too far off. */
export function pausedUntil<P extends Profile>(profile: P, day: string, now: Date): P | undefined {
  const back = startOfDay(day, profile.traits.timeZone)
  const wait = back.getTime() - now.getTime()
  if (wait <= 0 || wait > MOST_DAYS_PAUSED * DAY) return undefined
  const resting = paused(profile)
  return resting.status === 'paused' ? { ...resting, dueAt: back.toISOString() } : resting
}

/** A pause without an end. */
export const pausedForGood = <P extends Profile>(profile: P): P => {
  const resting = paused(profile)
  return resting.status === 'paused' ? { ...resting, dueAt: undefined } : resting
}

/**
 * Out of the pool at once; deleted after so many minutes. Asking again does not begin them anew; but who asks for it
 * themselves makes it their own wish.
 */
export function leaving<P extends Profile>(profile: P, minutes: number, now: Date, deletedBy?: 'organizer'): P {
  if (profile.status === 'leaving') return profile.deletedBy && !deletedBy ? { ...profile, deletedBy } : profile
  return {
    ...profile,
    status: 'leaving',
    deletedBy,
    statusBefore: profile.status === 'paused' ? 'paused' : 'active',
    dueBefore: profile.dueAt,
    dueAt: new Date(now.getTime() + minutes * MINUTE).toISOString(),
  }
}

/** Thought better of it: all is as it was. */
export const staying = <P extends Profile>(profile: P): P => {
  if (profile.status !== 'leaving') return profile
  const { statusBefore: status = 'active', dueBefore: dueAt } = profile
  return { ...profile, status, dueAt, deletedBy: undefined, statusBefore: undefined, dueBefore: undefined }
}

/**
 * As an organizer wants it: whom an organizer deleted stays as they were. Undefined when that is not theirs to say: whether
 * an address is confirmed, that somebody leaves who wants to, and a pause of somebody who leaves.
 */
export function movedTo<P extends Profile>(profile: P, status: 'active' | 'paused'): P | undefined {
  if (profile.status === 'pending') return undefined
  if (profile.status !== 'leaving') return status === 'active' ? resumed(profile) : paused(profile)
  return status === 'active' && profile.deletedBy ? staying(profile) : undefined
}

const isDue = ({ dueAt }: Profile, now: Date): boolean => dueAt !== undefined && dueAt <= now.toISOString()

/** The time to think again is over. */
export const isGone = (profile: Profile, now: Date): boolean => profile.status === 'leaving' && isDue(profile, now)

/** As they stand at that moment: a pause that has come to its day is over, whether or not that is written yet. */
export const atTime = <P extends Profile>(profile: P, now: Date): P =>
  profile.status === 'paused' && isDue(profile, now) ? resumed(profile) : profile

/** Whether somebody wants this kind of mail. */
export const wantsMail = ({ mailOff = [] }: Pick<Profile, 'mailOff'>, about: MailChoice): boolean =>
  !mailOff.includes(about)

/** No more mail of this kind. */
export const without = <P extends Profile>(profile: P, about: MailChoice): P =>
  wantsMail(profile, about) ? { ...profile, mailOff: [...(profile.mailOff ?? []), about] } : profile

/** The first moment of a day such as `2026-03-09` in a zone. */
function startOfDay(day: string, timeZone: string): Date {
  const midnight = new Date(`${day}T00:00:00.000Z`)
  const guess = new Date(midnight.getTime() - offsetMinutes(timeZone, midnight) * MINUTE)
  return new Date(midnight.getTime() - offsetMinutes(timeZone, guess) * MINUTE)
}
