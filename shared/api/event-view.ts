import * as z from 'zod'
import { Event } from '../domain/event.ts'
import { ACTORS, ATTENDANCES, REGISTRATION_STATUSES, Registration } from '../domain/registration.ts'
import { Seats } from '../domain/seats.ts'

const everybodySees = () =>
  Event.pick({
    title: true,
    kind: true,
    description: true,
    timeZone: true,
    startsAt: true,
    endsAt: true,
    capacity: true,
    waitlist: true,
    questions: true,
    audience: true,
    status: true,
  }).extend({
    eventId: z.string(),
    seatsLeft: z
      .int()
      .optional()
      .describe('For newcomers: a seat that the line waits for is none of theirs. Missing when there is no limit.'),
    waitlistLength: z.int(),
    registration: Event.shape.registration.extend({ window: z.enum(['open', 'not-yet', 'closed']) }),
    isOnline: z.boolean(),
    hasPlace: z.boolean(),
    seriesId: z.string().optional(),
  })

/** An event as everybody sees it. */
export const event = () => everybodySees().meta({ 'x-component': 'Event' })

/** An event as organizers see it. */
export const organizerEvent = () =>
  Event.omit({ id: true, announcements: true, nextStep: true, dueAt: true })
    .extend({
      eventId: z.string(),
      seats: Seats.omit({ eventId: true, version: true, eventVersion: true, capacity: true, crowdedUntil: true }),
    })
    .meta({ 'x-component': 'OrganizerEvent' })

const position = () => z.int().optional().describe('In line; 1 is its head.')
const offerExpiresAt = () => z.iso.datetime().optional().describe('Until when an offered seat is held.')

/** A registration as the person behind it sees it. */
export const ownRegistration = () =>
  Registration.pick({ registeredAt: true, person: true, answers: true, checkIn: true })
    .extend({
      registrationId: z.string(),
      status: z.enum(REGISTRATION_STATUSES),
      position: position(),
      waitlistLength: z.int(),
      offerExpiresAt: offerExpiresAt(),
      event: everybodySees().extend({
        place: Event.shape.place.describe('For those who have a seat.'),
        onlineUrl: Event.shape.onlineUrl.describe('For those who have a seat.'),
      }),
    })
    .meta({ 'x-component': 'OwnRegistration' })

/** A registration as organizers see it. */
export const organizerRegistration = () =>
  Registration.omit({
    id: true,
    addressHash: true,
    linkVersion: true,
    waitNumber: true,
    version: true,
    dueAt: true,
    history: true,
  })
    .extend({
      registrationId: z.string(),
      position: position(),
      offerExpiresAt: offerExpiresAt(),
      attendance: z.enum(ATTENDANCES),
      history: z.array(z.strictObject({ at: z.iso.datetime(), by: z.enum(ACTORS), what: z.string() })),
    })
    .meta({ 'x-component': 'OrganizerRegistration' })
