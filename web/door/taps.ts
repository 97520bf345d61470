import * as z from 'zod'
import type { Person } from './answers.ts'

/** A check-in, or one taken back, that was done on this phone. It has no name in it, so that it may wait here. */
export const Tap = z.object({
  /** Sending it again is the same tap. */
  key: z.string(),
  eventId: z.string(),
  registrationId: z.string(),
  kind: z.enum(['in', 'out']),
  at: z.string(),
  method: z.enum(['scan', 'list']),
})
export type Tap = z.output<typeof Tap>

/** The list as it will be once everything that waits is sent. */
export function withTaps(people: readonly Person[], taps: readonly Tap[]): Person[] {
  const last = new Map(taps.map((tap) => [tap.registrationId, tap]))
  return people.map((person) => {
    const tap = last.get(person.registrationId)
    if (!tap) return person
    const { checkedInAt, ...rest } = person
    return tap.kind === 'out' ? rest : { ...rest, checkedInAt: checkedInAt ?? tap.at }
  })
}

/** Letters without their marks, so that `Munoz` finds Muñoz. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en')

const byName = new Intl.Collator('en', { sensitivity: 'base' })

/** Those whose name has every word that was typed, by last name. */
export function found(people: readonly Person[], typed: string): Person[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  return people
    .filter(({ firstName, lastName }) => {
      const name = plain(`${firstName} ${lastName}`)
      return words.every((word) => name.includes(word))
    })
    .sort((a, b) => byName.compare(a.lastName, b.lastName) || byName.compare(a.firstName, b.firstName))
}

export const counted = (people: readonly Person[]) => ({
  expected: people.filter(({ status }) => status === 'confirmed').length,
  in: people.filter(({ checkedInAt }) => checkedInAt !== undefined).length,
})
