import type { CheckInAnswer, DoorEvent, Person } from './answers.ts'

/**
 * What this phone can say to a code by itself, from its list. Undefined: it cannot know, because the code is of this
 * event, and of somebody who registered after the list was read.
 */
export function answerHere(
  { event, people, at }: { event: DoorEvent; people: readonly Person[]; at: string },
  registrationId: string,
): CheckInAnswer | undefined {
  const person = people.find((each) => each.registrationId === registrationId)
  if (!person) {
    if (registrationId.startsWith(`${event.eventId}.`)) return undefined
    return { result: /^[^.\s]+\.\d+-[\w-]+$/.test(registrationId) ? 'wrong-event' : 'unknown', registrationId }
  }
  const { firstName, lastName, status, checkedInAt } = person
  const named = { registrationId, firstName, lastName }
  if (event.status === 'cancelled') return { ...named, result: 'cancelled' }
  if (status !== 'confirmed') return { ...named, result: 'waitlisted' }
  if (checkedInAt) return { ...named, result: 'already', firstAt: checkedInAt }
  if (at < event.opensAt) return { ...named, result: 'too-early', opensAt: event.opensAt }
  return { ...named, result: 'ok', firstAt: at }
}
