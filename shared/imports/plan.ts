import { isDeepStrictEqual } from 'node:util'
import { type Address, withProfile } from '../domain/address.ts'
import type { Mail } from '../domain/mail.ts'
import type { Profile } from '../domain/profile.ts'
import { openProfile, patched, seatsRefusal } from '../domain/profile-changes.ts'
import { ProfilePatch } from '../domain/profile-form.ts'
import type { FieldError } from '../errors.ts'
import { askToConfirm } from '../mail/outbox.ts'
import type { Person } from './reading/check.ts'

/** What we know of the person of a row. */
export type Known = {
  address: Address
  profile: Profile | undefined
  /** An invitation was written already: there is one, and no more. */
  invited: boolean
  /** Mail to this address came back, or was called spam. */
  takesNoMail: boolean
}

/** What becomes of a row, and what is to be stored for it in one transaction. */
export type Plan =
  | { outcome: 'created'; profile: Profile; address: Address; mail: Mail | undefined }
  | { outcome: 'updated' | 'unchanged'; fields: string[]; profile: Profile | undefined; mail: Mail | undefined }
  | { outcome: 'refused'; errors: FieldError[] }

type Wish = { invite: boolean; id: string; now: Date }

/**
 * A new person comes in as `pending`. Of somebody we know, what the row says is changed, and never the address: that is
 * what was confirmed. An empty cell changes nothing.
 */
export function planFor({ form, given }: Person, known: Known, { invite, id, now }: Wish): Plan {
  const { address, profile } = known
  const asks = invite && !known.invited && !known.takesNoMail
  if (!profile) {
    const opened = openProfile(form, { id, addressHash: address.hash, now })
    return {
      outcome: 'created',
      profile: opened,
      address: withProfile(address, form.role, id),
      mail: asks ? invitation(opened, now) : undefined,
    }
  }
  if (profile.status === 'leaving') return refused('email', 'This person is leaving, so nothing was changed.')

  const values: Record<string, unknown> = form
  const fields = given.filter((field) => isOpen(field) && !isSame(currentOf(profile)[field], values[field]))
  const patch = ProfilePatch.parse(Object.fromEntries(fields.map((field) => [field, values[field]])))
  if (patch.capacity !== undefined && seatsRefusal(profile, patch.capacity)) {
    return refused('capacity', 'This mentor has more open matches than that.')
  }
  const mail = asks && profile.status === 'pending' ? invitation(profile, now) : undefined
  const outcome = fields.length ? 'updated' : 'unchanged'
  if (!fields.length && !mail) return { outcome, fields, profile: undefined, mail }
  // The days that a form waits to be confirmed begin anew.
  const waits = profile.status === 'pending' && { formAt: now.toISOString() }
  return { outcome, fields, profile: { ...patched(profile, patch), ...waits }, mail }
}

/** The first mail that asks to confirm. A sign-up on the page writes the same one for an address that is new. */
const invitation = (profile: Profile, now: Date): Mail => askToConfirm(profile, 0, now)
export const invitationId = (profile: Profile): string => invitation(profile, new Date(profile.createdAt)).id

const refused = (path: string, message: string): Plan => ({ outcome: 'refused', errors: [{ path, message }] })

const isOpen = (field: string): boolean => field in ProfilePatch.shape

const currentOf = (profile: Profile): Record<string, unknown> => ({
  ...profile.contact,
  ...profile.traits,
  ...(profile.role === 'mentor' && { capacity: profile.capacity }),
})

/** The order of a list says nothing. */
const isSame = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? isDeepStrictEqual(one.toSorted(), other.toSorted())
    : isDeepStrictEqual(one, other)
