import { type Mentee, type Mentor, room, type Traits } from '../domain/profile.ts'
import type { Role } from '../domain/profile-form.ts'

/**
 * What matching knows of somebody: the traits of a sign-up form, and how they stand in the programme. What a form may
 * leave out may be missing here too.
 */
export type Person = Omit<Traits, 'timeZone' | 'credentials' | 'languages' | 'avoidSameEmployer'> &
  Partial<Pick<Traits, 'timeZone' | 'credentials' | 'languages' | 'avoidSameEmployer'>> & {
    id: string
    role: Role
    /** Compared, never shown: the address, or anything that stands for it one to one, such as its hash. */
    email?: string | undefined
    /** Mentors: seats to fill now, 1 to 5; 1 when missing. */
    capacity?: number | undefined
    /** Mentees: rounds that passed them by, 0 to 7. */
    roundsWaited?: number | undefined
    /** Ids of people they were paired with before. */
    past?: readonly string[] | undefined
    /** Ids of people never to be paired with. */
    blocked?: readonly string[] | undefined
    /** Mentees: the id of the mentor they must get. */
    pin?: string | undefined
  }

type Known = 'id' | 'role' | 'traits' | 'addressHash'
type Member = Pick<Mentee, Known | 'roundsWaited' | 'blocked'> | Pick<Mentor, Known | 'capacity' | 'matchIds'>

/** What matching may know of a member. */
export function personOf(member: Member): Person {
  const { id, role, traits, addressHash } = member
  const common = { ...traits, id, role, email: addressHash }
  return member.role === 'mentor'
    ? { ...common, capacity: room(member) }
    : { ...common, roundsWaited: member.roundsWaited, blocked: member.blocked }
}
