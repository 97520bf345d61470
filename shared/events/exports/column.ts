import type { Event } from '../../domain/event.ts'
import type { Attendance, Registration } from '../../domain/registration.ts'

/** All that is known about one row. `position`: the place in line, 1 for its head. */
export type Facts = {
  event: Event
  registration: Registration
  attendance: Attendance
  position: number | undefined
}

export type Value = string | number | boolean | readonly string[] | null | undefined

/** Moments, in ISO 8601: shown in UTC, by the event's clock, or (`instant`) by that one only for people. */
export type Kind = 'text' | 'number' | 'instant' | 'utc' | 'wall'

export type Column = {
  /** For programs; never changes. */
  key: string
  /** For people. */
  label: string
  /** In characters. */
  width: number
  kind: Kind
  value: (facts: Facts) => Value
}

export const column = (
  key: string,
  label: string,
  width: number,
  value: Column['value'],
  kind: Kind = 'text',
): Column => ({ key, label, width, kind, value })
