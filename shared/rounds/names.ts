import type { Profile } from '../domain/profile.ts'
import type { ProfileStore } from '../store/profiles.ts'

export type Name = Pick<Profile['contact'], 'firstName' | 'lastName'>

/** Who these people are, as far as they are still there. */
export async function namesOf(
  profiles: Pick<ProfileStore, 'getMany'>,
  ids: readonly string[],
): Promise<Map<string, Name>> {
  const people = await profiles.getMany([...new Set(ids)])
  return new Map(people.map(({ id, contact: { firstName, lastName } }) => [id, { firstName, lastName }]))
}

/** Capitals and accents do not matter; nothing to look for finds everybody. */
export function nameFits(q: string | undefined): (name: Name | undefined) => boolean {
  const wanted = plain(q ?? '')
  return (name) => !wanted || (name !== undefined && plain(`${name.firstName} ${name.lastName}`).includes(wanted))
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

const { compare } = new Intl.Collator('en')

/** By last, then first name; who left comes last. */
export function byName(one: Name | undefined, other: Name | undefined): number {
  if (!one || !other) return Number(!one) - Number(!other)
  return compare(one.lastName, other.lastName) || compare(one.firstName, other.firstName)
}
