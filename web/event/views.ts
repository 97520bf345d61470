import * as z from 'zod'
import { AUDIENCES, EVENT_KINDS, EVENT_STATUSES, WAITLIST_POLICIES } from '../../shared/domain/event.ts'
import { Answers, Question } from '../../shared/domain/question.ts'
import { REGISTRATION_STATUSES } from '../../shared/domain/registration.ts'

/** What the API answers about events, as far as the pages read it. Fields that they do not know are left aside. */

/** `GET /api/events/{id}`, and each of `GET /api/events`. Without `seatsLeft` there is no limit. */
export const EventView = z.object({
  eventId: z.string(),
  title: z.string(),
  kind: z.enum(EVENT_KINDS),
  /** Markdown. */
  description: z.string().optional(),
  timeZone: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  seatsLeft: z.int().optional(),
  waitlistLength: z.int(),
  waitlist: z.object({ policy: z.enum(WAITLIST_POLICIES) }),
  registration: z.object({
    opensAt: z.string().optional(),
    closesAt: z.string().optional(),
    window: z.enum(['not-yet', 'open', 'closed']),
  }),
  questions: z.array(Question),
  audience: z.enum(AUDIENCES),
  isOnline: z.boolean(),
  hasPlace: z.boolean(),
  status: z.enum(EVENT_STATUSES),
})
export type EventView = z.output<typeof EventView>

/** Who registered, as they and the organizers see it. */
export const Registrant = z.object({
  firstName: z.string(),
  lastName: z.string(),
  email: z.string().optional(),
  phone: z.string().optional(),
  employer: z.string().optional(),
  jobTitle: z.string().optional(),
  state: z.string().optional(),
  accessibilityNeeds: z.string().optional(),
  consentContact: z.boolean(),
})

/** `POST /api/events/{id}/registrations`. */
export const Registered = z.object({
  registrationId: z.string(),
  status: z.enum(REGISTRATION_STATUSES),
  position: z.int().optional(),
})
export type Registered = z.output<typeof Registered>

/** `GET /api/registrations/{id}`, and whatever changes one. Only who has a seat sees where it is. */
export const RegistrationView = z.object({
  registrationId: z.string(),
  status: z.enum(REGISTRATION_STATUSES),
  /** 1 is the head of the line. */
  position: z.int().optional(),
  waitlistLength: z.int(),
  offerExpiresAt: z.string().optional(),
  person: Registrant.optional(),
  answers: Answers,
  checkIn: z.object({ at: z.string() }).optional(),
  event: EventView.extend({ place: z.string().optional() }),
})
export type RegistrationView = z.output<typeof RegistrationView>

/** `POST /api/registrations/{id}/join`. */
export const Joined = z.object({ url: z.string() })
