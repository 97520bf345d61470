import type { Profile } from './domain/profile.ts'
import { patched, seatsRefusal } from './domain/profile-changes.ts'
import type { ProfilePatch } from './domain/profile-form.ts'
import { invalid } from './errors.ts'

/** A profile with what its owner or an organizer changed; 400 when its matches do not allow that. */
export function edited(profile: Profile, patch: ProfilePatch): Profile {
  const refusal = patch.capacity === undefined ? undefined : seatsRefusal(profile, patch.capacity)
  if (refusal) throw invalid([{ path: 'capacity', message: refusal }])
  return patched(profile, patch)
}
