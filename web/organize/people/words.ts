import { PROFILE_STATUSES } from '../../../shared/domain/profile.ts'
import { ROLES, type Role } from '../../../shared/domain/profile-form.ts'
import type { Term } from '../../../shared/domain/taxonomy.ts'
import type { Listed } from './answers.ts'

type Status = Listed['status']

export const ROLE_WORDS: Record<Role, string> = { mentor: 'Mentor', mentee: 'Mentee' }

const STATUSES: Record<Status, { name: string; kind: 'good' | 'bad' | 'plain' }> = {
  pending: { name: 'Not confirmed', kind: 'plain' },
  active: { name: 'Active', kind: 'good' },
  paused: { name: 'Paused', kind: 'plain' },
  leaving: { name: 'Leaving', kind: 'bad' },
}
export const statusIn = (status: Status) => STATUSES[status]

export const ROLE_TERMS: readonly Term[] = ROLES.map((code) => ({ code, name: `${ROLE_WORDS[code]}s` }))
export const STATUS_TERMS: readonly Term[] = PROFILE_STATUSES.map((code) => ({ code, name: STATUSES[code].name }))

/** `2 of 3 seats taken`, `Has a mentor`. */
export function seatsOf({
  role,
  capacity = 0,
  openMatches,
}: Pick<Listed, 'role' | 'capacity' | 'openMatches'>): string {
  if (role === 'mentor') return `${openMatches} of ${capacity} ${capacity === 1 ? 'seat' : 'seats'} taken`
  return openMatches ? 'Has a mentor' : 'No mentor yet'
}

export const nameOf = ({ firstName, lastName }: { firstName: string; lastName: string }): string =>
  `${firstName} ${lastName}`

/** Why mail does not go to an address, in words. */
export const MAIL_PROBLEMS: Record<'bounce' | 'complaint', string> = {
  bounce: 'Mail to this address came back: there is no such mailbox.',
  complaint: 'Somebody at this address called our mail spam.',
}
