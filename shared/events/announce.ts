import type { Event } from '../domain/event.ts'
import { type Announcement, isTold, stepped, toldUpTo } from '../domain/event-steps.ts'
import type { Mail } from '../domain/mail.ts'
import type { Registration } from '../domain/registration.ts'
import { eventCancelled, eventChanged, eventReminder, eventThanks } from '../mail/event-outbox.ts'
import { inParallel } from '../parallel.ts'
import type { Table } from '../store/client.ts'
import type { EventStore } from '../store/events.ts'
import type { MailStore } from '../store/mails.ts'
import type { RegistrationStore } from '../store/registrations.ts'
import { Stale, untilFresh } from '../store/write.ts'
import type { Seating } from './seating.ts'

type Deps = {
  table: Pick<Table, 'write'>
  events: Pick<EventStore, 'get' | 'changing'>
  registrations: Pick<RegistrationStore, 'pages'>
  mails: Pick<MailStore, 'adding'>
  seats: Pick<Seating, 'forget'>
}

/** Registrations worked on at a time. */
const WIDTH = 16

/**
 * Tells what an event has to tell, a page of its registrations at a time, and notes how far it came. Safe to break off
 * and to repeat: a mail that is there already is not written again.
 */
export const announce =
  ({ table, events, registrations, mails, seats }: Deps) =>
  async (eventId: string, thereIsTime: () => boolean, now: Date): Promise<void> => {
    while (thereIsTime()) {
      const event = await upToDate()
      const [announcement] = event?.announcements ?? []
      if (!event || !announcement) return
      const page = await firstOf(registrations.pages(eventId, { after: announcement.told }))
      await inParallel(page, WIDTH, (registration) => tell(registration, announcement, event))
      await note(announcement, page.at(-1)?.number)
    }

    /** The event with the steps that are due by now. */
    function upToDate(): Promise<Event | undefined> {
      return untilFresh(async () => {
        const event = await events.get(eventId)
        const next = event && stepped(event, now)
        if (!next || next === event) return event
        await table.write(events.changing(next))
        return { ...next, version: next.version + 1 }
      })
    }

    async function tell(registration: Registration, announcement: Announcement, event: Event): Promise<void> {
      if (!isTold(registration, announcement)) return
      if (announcement.kind === 'forget') return seats.forget(registration.id, now)
      const letters = LETTERS[announcement.kind]({ registration, event, now }, registration.status === 'confirmed')
      for (const letter of letters) await table.write(mails.adding(letter)).catch(unlessThere)
    }

    function note({ kind, at }: Announcement, told: number | undefined): Promise<void> {
      return untilFresh(async () => {
        const event = await events.get(eventId)
        const [first] = event?.announcements ?? []
        if (event && first?.kind === kind && first.at === at) {
          await table.write(events.changing(toldUpTo(event, told, now)))
        }
      })
    }
  }

type Made = { registration: Registration; event: Event; now: Date }

const LETTERS: Record<Exclude<Announcement['kind'], 'forget'>, (made: Made, hasSeat: boolean) => Mail[]> = {
  changed: eventChanged,
  cancelled: eventCancelled,
  after: eventThanks,
  'remind-7d': (made) => eventReminder(made, '7d'),
  'remind-24h': (made) => eventReminder(made, '24h'),
  'remind-1h': (made) => eventReminder(made, '1h'),
}

async function firstOf<T>(pages: AsyncIterable<T[]>): Promise<T[]> {
  for await (const page of pages) return page
  return []
}

function unlessThere(error: unknown): void {
  if (!(error instanceof Stale)) throw error
}
