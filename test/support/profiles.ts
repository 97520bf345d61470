import type { Match } from '../../shared/domain/match.ts'
import type { Mentee, Mentor } from '../../shared/domain/profile.ts'
import { confirmed, openProfile } from '../../shared/domain/profile-changes.ts'
import { ProfileForm } from '../../shared/domain/profile-form.ts'
import { aForm } from './people.ts'

/** Stored profiles and matches, for tests of what happens to them. */

export const NOW = new Date('2026-03-02T15:00:00.000Z')

export function aMenteeProfile(changes: Partial<Mentee> = {}): Mentee {
  const form = ProfileForm.parse(aForm({ email: 'mentee@example.org' }))
  const profile = confirmed(openProfile(form, { id: 'mentee', addressHash: 'hash of mentee', now: NOW }), NOW)
  if (profile.role !== 'mentee') throw new Error('This form makes a mentee.')
  return { ...profile, ...changes }
}

export function aMentorProfile(changes: Partial<Mentor> = {}): Mentor {
  const form = ProfileForm.parse(aForm({ role: 'mentor', email: 'mentor@example.org' }))
  const profile = confirmed(openProfile(form, { id: 'mentor', addressHash: 'hash of mentor', now: NOW }), NOW)
  if (profile.role !== 'mentor') throw new Error('This form makes a mentor.')
  return { ...profile, ...changes }
}

export const aMatch = (changes: Partial<Match> = {}): Match => ({
  id: 'round.mentee',
  roundId: 'round',
  menteeId: 'mentee',
  mentorId: 'mentor',
  score: 500,
  parts: { topics: 500 },
  reasons: ['You both care about certification.'],
  suggestedHour: 20,
  status: 'drafted',
  version: 1,
  ...changes,
})
