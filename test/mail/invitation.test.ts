import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { alex, links, programme } from '../../local/mail-examples.ts'
import type { Event } from '../../shared/domain/event.ts'
import type { Mail } from '../../shared/domain/mail.ts'
import type { Registration } from '../../shared/domain/registration.ts'
import {
  eventCancelled,
  eventChanged,
  eventReminder,
  inLine,
  registrationCancelled,
  seatConfirmed,
  seatOffered,
} from '../../shared/mail/event-outbox.ts'
import { message } from '../../shared/mail/message.ts'
import { mime } from '../../shared/mail/mime.ts'
import { readCalendar } from '../support/calendar.ts'
import { anEvent, aRegistration } from '../support/events.ts'
import { NOW } from '../support/profiles.ts'

const here = anEvent({ place: 'Room 3' })
const online = anEvent({ onlineUrl: 'https://meet.example.org/x' })

const made = (event: Event, changes: Partial<Registration> = {}) => ({
  event,
  registration: aRegistration({ id: 'event.1-secret', ...changes }),
  now: NOW,
})

async function sent([mail]: Mail[]) {
  if (!mail?.facts) throw new Error('There is no such mail.')
  const words = message(mail.facts, { to: alex, programme, links })
  return PostalMime.parse(await mime(words, { programme, to: alex, mailId: mail.id, date: NOW }), {
    attachmentEncoding: 'utf8',
  })
}
const attached = async (mails: Mail[]) => (await sent(mails)).attachments.map(({ mimeType }) => mimeType)
async function entryOf(mails: Mail[]) {
  const { attachments } = await sent(mails)
  const part = attachments.find(({ mimeType }) => mimeType === 'text/calendar')
  const { method, entries } = readCalendar(String(part?.content))
  return { method, uid: entries[0]?.uid, sequence: entries[0]?.sequence ?? -1 }
}

describe('a mail about a seat', () => {
  it('has the entry as a part that programs read, as a file, and the code as a picture within it', async () => {
    const { attachments, html, text } = await sent(seatConfirmed(made(here), 'registering'))
    expect(
      attachments.map(({ mimeType, method, filename, disposition, contentId }) => ({
        mimeType,
        method,
        filename,
        disposition,
        contentId,
      })),
    ).toEqual([
      {
        mimeType: 'image/png',
        method: undefined,
        filename: 'code.png',
        disposition: 'inline',
        contentId: '<code@benchmate>',
      },
      { mimeType: 'text/calendar', method: 'REQUEST', filename: null, disposition: null, contentId: undefined },
      {
        mimeType: 'application/ics',
        method: undefined,
        filename: 'invite.ics',
        disposition: 'attachment',
        contentId: undefined,
      },
    ])
    expect(html).toContain('src="cid:code@benchmate"')
    expect(text).toContain('At the door, show this code, or say your name.')
  })

  it('brings a code where there is a door, and on the last day', async () => {
    const code = 'image/png'
    expect(await attached(eventReminder(made(here), '24h'))).toEqual([code])
    expect(await attached(eventReminder(made(here), '1h'))).toEqual([code])
    expect(await attached(eventReminder(made(here), '7d'))).toEqual([])
    expect(await attached(eventReminder(made(online), '1h'))).toEqual([])
    expect(await attached(seatConfirmed(made(online), 'line'))).not.toContain(code)
  })

  it('brings no entry to somebody without a seat, and says nothing of where it is', async () => {
    const waiting = made(here, { status: 'waitlisted' })
    for (const mails of [
      inLine(waiting, 1),
      seatOffered(waiting, NOW.toISOString()),
      eventChanged(waiting, false),
      eventCancelled(waiting, false),
      registrationCancelled(waiting, 'attendee', false),
    ]) {
      const { attachments, text } = await sent(mails)
      expect(attachments).toEqual([])
      expect(text).not.toContain('Room 3')
    }
  })
})

it('whatever somebody and the organizers do, the entry keeps its id and counts up', async () => {
  const moved = { ...here, sequence: 1 }
  const life = [
    seatConfirmed(made(here), 'registering'),
    eventChanged(made(moved), true),
    registrationCancelled(made(moved), 'attendee', true),
    seatConfirmed(made(moved, { version: 2 }), 'registering'),
    eventChanged(made({ ...moved, sequence: 2 }, { version: 3 }), true),
    eventCancelled(made({ ...moved, sequence: 3 }, { version: 3 }), true),
  ]
  const entries = await Promise.all(life.map(entryOf))
  expect(entries.map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL', 'REQUEST', 'REQUEST', 'CANCEL'])
  expect(new Set(entries.map(({ uid }) => uid))).toEqual(new Set(['event.1@mentors.example.org']))
  const numbers = entries.map(({ sequence }) => sequence)
  expect(numbers).toEqual([...new Set(numbers)].toSorted((one, other) => one - other))
})
