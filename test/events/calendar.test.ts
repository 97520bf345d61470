import { inflateSync } from 'node:zlib'
import { decodeQR } from 'qr/decode.js'
import { describe, expect, it } from 'vitest'
import { programme } from '../../local/mail-examples.ts'
import { type Invitation, invitation, publicCalendar } from '../../shared/events/calendar.ts'
import { pictureOf } from '../../shared/mail/qr-code.ts'
import { readCalendar } from '../support/calendar.ts'
import { anEvent } from '../support/events.ts'

const stamp = new Date('2027-01-01T00:00:00Z')
const event = anEvent({
  id: 'event',
  startsAt: '2027-03-24T00:00:00.000Z',
  endsAt: '2027-03-24T02:00:00.000Z',
  place: 'Room 3',
})
const invited = (changes: Partial<Invitation> = {}) =>
  invitation(
    { method: 'REQUEST', event, seat: 'event.1', to: { email: 'sam@example.org', firstName: 'Sam' }, ...changes },
    { programme, stamp },
  )
const entryOf = (text: string) => readCalendar(text).entries[0]

const HOSTILE = [
  'Coffee, cake; and\\or "tea"',
  'END:VEVENT',
  'BEGIN:VALARM',
  'x\\nATTENDEE:mailto:evil@example.org',
  ':;,"^\'\\',
  '<script>alert(1)</script>',
  'قهوة بعد المناوبة الليلية في المختبر مع الزملاء الجدد والقدامى جميعا',
  '🧪🩸🔬'.repeat(30),
  'x'.repeat(200),
  '=cmd|calc',
]

describe('an invitation', () => {
  it('says when, where, for whom, and reminds an hour before', () => {
    expect(readCalendar(invited())).toEqual({
      method: 'REQUEST',
      entries: [
        {
          uid: 'event.1@mentors.example.org',
          sequence: 0,
          summary: 'Coffee after the night shift',
          location: 'Room 3',
          description: expect.stringContaining('give it back'),
          status: 'CONFIRMED',
          url: undefined,
          organizer: 'mailto:organizers@example.org',
          attendee: 'mailto:sam@example.org',
          partstat: 'ACCEPTED',
          startsAt: '2027-03-24T00:00:00.000Z',
          endsAt: '2027-03-24T02:00:00.000Z',
          startClock: '2027-03-23T19:00:00',
          zone: 'America/Chicago',
          alarms: ['-PT1H'],
        },
      ],
    })
  })

  it('that is taken back has the same id, and no alarm', () => {
    const gone = invited({ method: 'CANCEL' })
    expect(readCalendar(gone)).toMatchObject({ method: 'CANCEL', entries: [{ status: 'CANCELLED', alarms: [] }] })
    expect(entryOf(gone)?.uid).toBe(entryOf(invited())?.uid)
  })

  it('to an online event has its link', () => {
    const { place: _none, ...online } = { ...event, onlineUrl: 'https://meet.example.org/a?b=1;c=2,3' }
    expect(entryOf(invited({ event: online }))?.location).toBe('https://meet.example.org/a?b=1;c=2,3')
  })

  it.each(HOSTILE)('with the title, place and name %s is still one entry, and says exactly that', (text) => {
    const made = invited({
      event: { ...event, title: text, place: text },
      to: { email: 'sam@example.org', firstName: text },
    })
    const { entries } = readCalendar(made)
    expect(entries).toMatchObject([
      { summary: text, location: text, attendee: 'mailto:sam@example.org', alarms: ['-PT1H'] },
    ])
    expect(
      readCalendar(publicCalendar([{ ...event, title: text, description: text }], { programme, stamp })).entries,
    ).toMatchObject([{ summary: text, description: text }])
  })

  it.each(HOSTILE)(
    'with the title %s has lines of at most 75 bytes, each with CRLF, none broken within a character',
    (text) => {
      const bytes = Buffer.from(invited({ event: { ...event, title: text } }))
      const lines = bytes.toString('latin1').split('\r\n')
      expect(lines.pop()).toBe('')
      for (const line of lines) {
        expect(line.length).toBeLessThanOrEqual(75)
        expect(line).not.toMatch(/[\r\n]/)
        expect(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(line, 'latin1'))).toBeDefined()
      }
    },
  )

  it('has properties before components, as the grammar of RFC 5545 wants it', () => {
    for (const text of [invited(), publicCalendar([event, event], { programme, stamp })]) {
      const seen: boolean[] = []
      for (const line of text.split('\r\n').filter((part) => part && !part.startsWith(' '))) {
        if (line.startsWith('BEGIN:')) {
          if (seen.length > 0) seen[seen.length - 1] = true
          seen.push(false)
        } else if (line.startsWith('END:')) seen.pop()
        else expect([line, seen.at(-1)]).toEqual([line, false])
      }
    }
  })
})

describe('the zone of an event', () => {
  it.each([
    ['America/Chicago', 'America/Chicago'],
    ['US/Central', 'America/Chicago'],
    ['america/chicago', 'America/Chicago'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Australia/Lord_Howe', 'Australia/Lord_Howe'],
    ['UTC', 'Etc/UTC'],
  ])('%s comes with its rules, as %s', (timeZone, tzid) => {
    const text = invited({ event: { ...event, timeZone } })
    expect(text).toContain(`BEGIN:VTIMEZONE\r\nTZID:${tzid}\r\n`)
    expect(entryOf(text)).toMatchObject({ zone: tzid, startsAt: event.startsAt, endsAt: event.endsAt })
  })

  it('is known whichever it is, in winter and in summer', () => {
    const moments = ['2027-01-12T12:00:00.000Z', '2027-07-12T12:00:00.000Z']
    const unlike = Intl.supportedValuesOf('timeZone').flatMap((timeZone) =>
      moments.filter((startsAt) => {
        const endsAt = startsAt.replace('T12', 'T13')
        const entry = entryOf(invited({ event: { ...event, timeZone, startsAt, endsAt } }))
        return entry?.startsAt !== startsAt || entry.endsAt !== endsAt || !entry.zone
      }),
    )
    expect(unlike).toEqual([])
  })
})

describe('a public calendar', () => {
  it('has each zone once, and neither place nor link', () => {
    const other = { ...event, id: 'other', timeZone: 'Europe/Berlin', onlineUrl: 'https://meet.example.org/secret' }
    const text = publicCalendar([event, { ...event, id: 'third' }, other], { programme, stamp })
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(2)
    expect(text).not.toMatch(/Room 3|meet\.example|ATTENDEE/)
    expect(readCalendar(text).entries.map(({ uid }) => uid)).toEqual(
      ['event', 'third', 'other'].map((id) => `${id}@mentors.example.org`),
    )
  })

  it('says what is cancelled, and is one without events too', () => {
    expect(entryOf(publicCalendar([{ ...event, status: 'cancelled' }], { programme, stamp }))?.status).toBe('CANCELLED')
    expect(readCalendar(publicCalendar([], { programme, stamp })).entries).toEqual([])
  })
})

describe('the code for the door', () => {
  it('is a PNG in which a scanner reads the registration, and nothing else', () => {
    const id = '0123456789abcdef.12-hZ9_x-Q2bV7wLk0a'
    const { width, height, data } = read(pictureOf(id))
    expect(decodeQR({ width, height, data })).toBe(id)
    expect(width).toBeGreaterThan(150)
  })
})

/** A PNG of one bit a pixel, as RGBA. */
function read(png: Buffer) {
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const at = png.indexOf('IDAT')
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))
  const stride = 1 + Math.ceil(width / 8)
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const bit = (rows[y * stride + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))
      if (!bit) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
    }
  }
  return { width, height, data }
}
