import * as z from 'zod'
import { CHECK_IN_RESULTS } from '../../shared/domain/check-in.ts'

/** What the API tells the door, as far as the page reads it. */

export const DoorEvent = z.object({
  eventId: z.string(),
  title: z.string(),
  status: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  timeZone: z.string(),
  opensAt: z.string(),
  confirmed: z.number(),
  seatsLeft: z.number().optional(),
})
export type DoorEvent = z.output<typeof DoorEvent>
export const DoorEvents = z.object({ items: z.array(DoorEvent) })

export const Person = z.object({
  registrationId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  status: z.enum(['confirmed', 'offered', 'waitlisted']),
  checkedInAt: z.string().optional(),
})
export type Person = z.output<typeof Person>

export const DoorPage = z.object({
  event: DoorEvent,
  asOf: z.string(),
  items: z.array(Person),
  nextCursor: z.string().optional(),
})

export const CheckInAnswer = z.object({
  result: z.enum(CHECK_IN_RESULTS),
  registrationId: z.string(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  firstAt: z.string().optional(),
  opensAt: z.string().optional(),
  event: z.object({ title: z.string(), startsAt: z.string(), timeZone: z.string() }).optional(),
})
export type CheckInAnswer = z.output<typeof CheckInAnswer>

export const WalkedIn = z.object({ registrationId: z.string(), firstName: z.string(), lastName: z.string() })
