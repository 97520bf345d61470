import { hasEnded } from '../../../shared/domain/event.ts'
import { type EventPatch, movesCalendars } from '../../../shared/domain/event-edit.ts'
import type { OrganizerEvent } from './answers.ts'
import { concerned } from './words.ts'

/** Whether a change is told to anybody: people's calendars would be wrong without it. As `shared/events/edit.ts` has it. */
export function tellsPeople(event: OrganizerEvent, patch: EventPatch, now: Date): boolean {
  if (event.status !== 'published' || concerned(event) === 0) return false
  const place = patch.place === undefined ? event.place : (patch.place ?? undefined)
  const onlineUrl = patch.onlineUrl === undefined ? event.onlineUrl : (patch.onlineUrl ?? undefined)
  const { title = event.title, startsAt = event.startsAt, endsAt = event.endsAt, timeZone = event.timeZone } = patch
  const after = { title, startsAt, endsAt, timeZone, place, onlineUrl }
  return movesCalendars(event, after) && !hasEnded(after, now)
}
