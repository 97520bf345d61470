import { timeZoneOf } from './fields.ts'
import { Contact, type Profile, Traits } from './profile.ts'
import { type ProfileForm, type ProfilePatch, traitFields } from './profile-form.ts'

/** How a profile comes to be, and what its owner makes of it. */

export type Birth = { id: string; addressHash: string; now: Date }

/** A profile from a form: `pending` until its address is confirmed. */
export function openProfile(form: ProfileForm, { id, addressHash, now }: Birth): Profile {
  const common = {
    id,
    status: 'pending' as const,
    ...splitForm(form),
    addressHash,
    createdAt: now.toISOString(),
    version: 1,
    linkVersion: 1,
  }
  return form.role === 'mentor'
    ? { ...common, role: 'mentor', capacity: form.capacity, matchIds: [] }
    : { ...common, role: 'mentee', roundsWaited: 0, blocked: [] }
}

/** A later form of somebody who has not confirmed yet replaces the earlier one. */
export function replaceForm(profile: Profile, form: ProfileForm, now: Date): Profile {
  const later = { ...splitForm(form), formAt: now.toISOString() }
  return profile.role === 'mentor' && form.role === 'mentor'
    ? { ...profile, ...later, capacity: form.capacity }
    : { ...profile, ...later }
}

export const confirmed = <P extends Profile>(profile: P, now: Date): P =>
  profile.status === 'pending' ? { ...profile, status: 'active', confirmedAt: now.toISOString() } : profile

/** Why somebody cannot offer so many seats, to them or to an organizer; undefined when they can. */
export function seatsRefusal(profile: Profile, seats: number): string | undefined {
  if (profile.role === 'mentee') return 'Only mentors offer seats.'
  const open = profile.matchIds.length
  if (seats >= open) return undefined
  return `${open === 1 ? '1 match is' : `${open} matches are`} open; please offer at least ${open}, or end one first.`
}

/** What a member changed. `null` or empty text clears; a zone that came from the state follows a new state. */
export function patched<P extends Profile>(profile: P, patch: ProfilePatch): P {
  const { firstName, lastName, about, capacity: seats, ...changes } = patch
  const { state, timeZone } = profile.traits
  const follows = changes.state && !changes.timeZone && timeZone === timeZoneOf(state)
  const traits = {
    ...profile.traits,
    ...(follows && { timeZone: timeZoneOf(changes.state ?? state) }),
    ...Object.fromEntries(Object.entries(changes).map(([field, value]) => [field, value ?? undefined])),
  }
  const contact = { ...profile.contact, ...defined({ firstName, lastName, about }) }
  return {
    ...profile,
    contact: Contact.parse({ ...contact, about: contact.about || undefined }),
    traits: Traits.parse(traits),
    ...(seats !== undefined && profile.role === 'mentor' && { capacity: seats }),
  }
}

const defined = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** No new matches until they come back; the open ones stay. */
export const paused = <P extends Profile>(profile: P): P =>
  profile.status === 'active' ? { ...profile, status: 'paused' } : profile

/** Back. Whom a mentor let wait while away counts no more: see `silence.ts`. */
export const resumed = <P extends Profile>(profile: P): P =>
  profile.status === 'paused'
    ? { ...profile, status: 'active', dueAt: undefined, ...('ignored' in profile && { ignored: [] }) }
    : profile

/** Whatever link was sent before opens nothing any more. */
export const linksEnded = <P extends Profile>(profile: P): P => ({ ...profile, linkVersion: profile.linkVersion + 1 })

function splitForm(form: ProfileForm): Pick<Profile, 'contact' | 'traits'> {
  const { firstName, lastName, email, about } = form
  const traits = Object.fromEntries(Object.keys(traitFields).map((key) => [key, form[key as keyof typeof traitFields]]))
  return {
    contact: { firstName, lastName, email, about },
    traits: Traits.parse({ ...traits, timeZone: form.timeZone ?? timeZoneOf(form.state) }),
  }
}
