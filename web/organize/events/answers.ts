import * as z from 'zod'
import { AUDIENCES, EVENT_KINDS, EVENT_STATUSES, WAITLIST_POLICIES } from '../../../shared/domain/event.ts'
import { Answers, AskedBefore, Question } from '../../../shared/domain/question.ts'
import { ACTORS, ATTENDANCES, REGISTRATION_STATUSES } from '../../../shared/domain/registration.ts'
import { Registrant } from '../../event/views.ts'

/** What the API tells organizers of events, as far as these pages read it. */

/** `GET /api/organizer/events/{id}`, and each of the list. Without `capacity` everybody gets in. */
export const OrganizerEvent = z.object({
  eventId: z.string(),
  status: z.enum(EVENT_STATUSES),
  title: z.string(),
  kind: z.enum(EVENT_KINDS),
  /** Markdown. */
  description: z.string().optional(),
  timeZone: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  capacity: z.int().optional(),
  place: z.string().optional(),
  onlineUrl: z.string().optional(),
  recordingUrl: z.string().optional(),
  registration: z.object({ opensAt: z.string().optional(), closesAt: z.string().optional() }),
  waitlist: z.object({ policy: z.enum(WAITLIST_POLICIES) }),
  questions: z.array(Question),
  askedBefore: z.array(AskedBefore).default([]),
  audience: z.enum(AUDIENCES),
  series: z.object({ id: z.string(), rule: z.string(), index: z.int() }).optional(),
  version: z.int(),
  seats: z.object({
    confirmed: z.int(),
    held: z.int(),
    waiting: z.int(),
    registered: z.int(),
    /** Below zero when seats that were taken were taken away. */
    seatsLeft: z.int().optional(),
  }),
})
export type OrganizerEvent = z.output<typeof OrganizerEvent>

/** `POST /api/organizer/events`, and `…/copy`. `eventIds`: all dates of a series. */
export const MadeEvent = z.object({
  eventId: z.string(),
  seriesId: z.string().optional(),
  eventIds: z.array(z.string()).optional(),
})
export type MadeEvent = z.output<typeof MadeEvent>

/** Each of `GET /api/organizer/events/{id}/registrations`. No `person` after the event's people were forgotten. */
export const OrganizerRegistration = z.object({
  registrationId: z.string(),
  number: z.int(),
  status: z.enum(REGISTRATION_STATUSES),
  person: Registrant.optional(),
  answers: Answers,
  source: z.string(),
  registeredAt: z.string(),
  cancelledBy: z.enum(ACTORS).optional(),
  /** 1 is the head of the line. */
  position: z.int().optional(),
  offerExpiresAt: z.string().optional(),
  attendance: z.enum(ATTENDANCES),
  checkIn: z.object({ at: z.string(), method: z.string() }).optional(),
  minutesAttended: z.int().optional(),
  organizerNote: z.string().optional(),
  history: z.array(z.object({ at: z.string(), by: z.enum(ACTORS), what: z.string() })),
})
export type OrganizerRegistration = z.output<typeof OrganizerRegistration>

export const Cancelled = z.object({ eventId: z.string() })
/** `POST …/attendees`: of the list that comes back, how many are in and how many are still to come. */
export const BroughtBack = z.object({ imported: z.int(), missing: z.int() })

/** A page of `GET …/door`: names and who has a seat, and nothing else. */
export const DoorPage = z.object({
  asOf: z.string(),
  items: z.array(
    z.object({
      registrationId: z.string(),
      firstName: z.string().default(''),
      lastName: z.string().default(''),
      status: z.enum(REGISTRATION_STATUSES),
      checkedInAt: z.string().optional(),
    }),
  ),
  nextCursor: z.string().optional(),
})
export type OnDoorList = z.output<typeof DoorPage>['items'][number]
