import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { entryIn, readCalendar } from '../support/calendar.ts'
import { openPostOffice } from '../support/post-office.ts'
import { aWorld, type Letter, type World } from '../support/world.ts'

/** What organizers do with events: make them, change them, call them off; and what people hear of it. */

let world: World
let postOffice: Awaited<ReturnType<typeof openPostOffice>>

beforeAll(async () => {
  postOffice = await openPostOffice()
  world = await aWorld({ port: 4210, sesEndpoint: postOffice.endpoint })
})
afterAll(async () => {
  await world.stop()
  postOffice.close()
})

const DAY = 86_400_000
const inDays = (days: number, hours = 0) => new Date(Date.now() + days * DAY + hours * 3_600_000).toISOString()
const aForm = (changes: object = {}) => ({
  title: 'Coffee after the night shift',
  kind: 'meeting',
  timeZone: 'America/Chicago',
  startsAt: inDays(14),
  endsAt: inDays(14, 2),
  place: 'Room 3, second floor',
  capacity: 2,
  status: 'published',
  ...changes,
})
const Made = z.object({
  eventId: z.string(),
  seriesId: z.string().optional(),
  eventIds: z.array(z.string()).optional(),
})
const Entries = z.object({
  items: z.array(
    z.object({ at: z.string(), who: z.string(), what: z.string(), subject: z.string(), details: z.unknown() }),
  ),
})
const People = z.object({
  items: z.array(
    z.looseObject({
      registrationId: z.string(),
      status: z.string(),
      position: z.number().optional(),
      history: z.array(z.object({ at: z.string(), by: z.string(), what: z.string() })),
    }),
  ),
})

const makes = async (changes: object = {}) =>
  Made.parse((await world.asOrganizer('POST', '/events', aForm(changes))).body)
const isMade = async (changes: object = {}) => (await makes(changes)).eventId
const edits = (eventId: string, body: object) => world.asOrganizer('PATCH', `/events/${eventId}`, body)
const reads = async (eventId: string) =>
  z.looseObject({ version: z.number() }).parse((await world.asOrganizer('GET', `/events/${eventId}`)).body)
const publicly = (eventId: string, rest = '') => world.call('GET', `/api/events/${eventId}${rest}`)
const peopleOf = async (eventId: string, query = '') =>
  People.parse((await world.asOrganizer('GET', `/events/${eventId}/registrations${query}`)).body).items
const doneTo = async (subject: string) =>
  Entries.parse((await world.asOrganizer('GET', '/audit')).body).items.filter((entry) => entry.subject === subject)

async function registers(eventId: string, email: string, more: object = {}) {
  const body = { firstName: 'Sam', lastName: 'Rivera', email, consentContact: true, ...more }
  const answer = await world.call('POST', `/api/events/${eventId}/registrations`, { body })
  return z.object({ registrationId: z.string(), status: z.string() }).parse(answer.body)
}
const answered = (status: number, body: object = {}) => ({ status, body: expect.objectContaining({ status, ...body }) })
const wrong = (path: string, message: unknown = expect.any(String)) => answered(400, { errors: [{ path, message }] })

describe('an event', () => {
  it('is a draft that only organizers see, until it is published', async () => {
    const eventId = await isMade({ status: 'draft' })
    expect(await publicly(eventId)).toMatchObject({ status: 404 })
    expect(await publicly(eventId, '/calendar.ics')).toMatchObject({ status: 404 })
    expect(await reads(eventId)).toMatchObject({
      status: 'draft',
      place: 'Room 3, second floor',
      seats: { seatsLeft: 2 },
    })
    expect(await edits(eventId, { status: 'published' })).toMatchObject({ status: 200, body: { status: 'published' } })
    const seen = await publicly(eventId)
    expect(seen).toMatchObject({ status: 200, body: { seatsLeft: 2, hasPlace: true } })
    expect(seen.text).not.toContain('Room 3')
  })

  it('is listed for organizers with its seats, those that start last first, by status and from a day on', async () => {
    const later = await isMade({ status: 'draft', kind: 'circle', startsAt: inDays(300), endsAt: inDays(300, 1) })
    const last = await isMade({ kind: 'circle', startsAt: inDays(301), endsAt: inDays(301, 1) })
    const listed = async (query: string) => {
      const { body } = await world.asOrganizer('GET', `/events?kind=circle${query}`)
      return z
        .object({ items: z.array(z.object({ eventId: z.string(), seats: z.looseObject({ seatsLeft: z.number() }) })) })
        .parse(body)
        .items.map(({ eventId }) => eventId)
    }
    expect(await listed('')).toEqual([last, later])
    expect(await listed('&status=draft')).toEqual([later])
    expect(await listed(`&from=${inDays(300.5)}`)).toEqual([last])
    expect(await listed('&sort=startsAt')).toEqual([later, last])
    expect(await listed(`&sort=startsAt&from=${inDays(300.5)}`)).toEqual([last])
    expect(await listed(`&until=${inDays(300.5)}`)).toEqual([later])
    expect(await world.asOrganizer('GET', '/events?from=tomorrow')).toMatchObject(wrong('from'))
  })

  it('goes back to being a draft only while nobody has registered', async () => {
    const eventId = await isMade()
    expect(await edits(eventId, { status: 'draft' })).toMatchObject({ status: 200 })
    await edits(eventId, { status: 'published' })
    await registers(eventId, 'early@example.org')
    expect(await edits(eventId, { status: 'draft' })).toMatchObject(answered(409))
  })

  it('is copied to another time, as a draft of its own', async () => {
    const closesAt = inDays(13)
    const eventId = await isMade({ registration: { closesAt } })
    await registers(eventId, 'first-time@example.org')
    const startsAt = inDays(28)
    const copy = await world.asOrganizer('POST', `/events/${eventId}/copy`, { startsAt })
    expect(copy).toMatchObject({ status: 201 })
    const made = await reads(Made.parse(copy.body).eventId)
    const shift = Date.parse(startsAt) - Date.parse(inDays(14))
    expect(made).toMatchObject({
      status: 'draft',
      startsAt,
      title: 'Coffee after the night shift',
      seats: { confirmed: 0 },
    })
    const { closesAt: closes } = z.object({ closesAt: z.string() }).parse(made.registration)
    expect(Math.abs(Date.parse(closes) - Date.parse(closesAt) - shift)).toBeLessThan(60_000)
    expect(await world.asOrganizer('POST', `/events/${eventId}/copy`, { startsAt: inDays(-1) })).toMatchObject(
      wrong('startsAt'),
    )
  })

  it('says who changed it meanwhile, and how it is now', async () => {
    const eventId = await isMade()
    const { version } = await reads(eventId)
    expect(await edits(eventId, { title: 'Tea', version })).toMatchObject({
      status: 200,
      body: { version: version + 1 },
    })
    expect(await edits(eventId, { title: 'Juice', version })).toMatchObject(
      answered(409, { current: expect.objectContaining({ title: 'Tea', version: version + 1 }) }),
    )
    expect(await edits(eventId, { title: 'Juice' })).toMatchObject({ status: 200, body: { title: 'Juice' } })
  })

  it('keeps the column of a question that is asked no more', async () => {
    const diet = { key: 'diet', type: 'text', label: 'What do you not eat?', required: false }
    const eventId = await isMade({ questions: [diet] })
    await registers(eventId, 'hungry@example.org', { answers: { diet: 'nuts' } })
    await edits(eventId, { questions: [] })
    expect(await reads(eventId)).toMatchObject({ questions: [], askedBefore: [{ key: 'diet', type: 'text' }] })
    expect(await peopleOf(eventId)).toMatchObject([{ answers: { diet: 'nuts' } }])
    await edits(eventId, { questions: [diet] })
    expect(await reads(eventId)).not.toHaveProperty('askedBefore')
  })

  it('loses what null takes away', async () => {
    const eventId = await isMade({ description: 'Bring a mug.' })
    await edits(eventId, { description: null, capacity: null, place: null, onlineUrl: 'https://meet.example.org/x' })
    const now = await reads(eventId)
    expect(now).toMatchObject({ onlineUrl: 'https://meet.example.org/x' })
    for (const field of ['description', 'capacity', 'place']) expect(now).not.toHaveProperty(field)
  })
})

describe('a series', () => {
  const nextYear = new Date().getUTCFullYear() + 1

  it('stays at its hour when the clocks change, and each date is an event that can differ', async () => {
    const rule = 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=8'
    const made = await makes({
      startsAt: `${nextYear}-02-01T19:00:00-06:00`,
      endsAt: `${nextYear}-02-01T21:00:00-06:00`,
      series: { rule },
    })
    expect(made.eventIds).toHaveLength(8)
    const dates = await Promise.all((made.eventIds ?? []).map(reads))
    const clock = new Intl.DateTimeFormat('en-US', {
      timeZone: 'America/Chicago',
      timeStyle: 'short',
      dateStyle: 'full',
    })
    for (const { startsAt } of dates) {
      expect(clock.format(new Date(z.string().parse(startsAt)))).toMatch(/^Tuesday, .* at 7:00 PM$/)
    }
    expect(new Set(dates.map(({ startsAt }) => String(startsAt).slice(11, 13)))).toEqual(new Set(['00', '01']))
    expect(dates.map(({ series }) => series)).toEqual(dates.map((_, index) => ({ id: made.seriesId, rule, index })))

    const second = made.eventIds?.[1] ?? ''
    await edits(second, { place: 'The library' })
    expect((await reads(made.eventId)).place).toBe('Room 3, second floor')
    const listed = await world.asOrganizer('GET', `/events?seriesId=${made.seriesId}`)
    const items = z.object({ items: z.array(z.object({ eventId: z.string() })) }).parse(listed.body).items
    expect(items.map(({ eventId }) => eventId)).toEqual(made.eventIds?.toReversed())
  })

  it('is made once, however often the same request comes, and has at most 60 dates', async () => {
    const headers = { 'idempotency-key': 'one click' }
    const token = await world.organizerToken()
    const body = aForm({ series: 'FREQ=DAILY', status: 'draft' })
    const asked = () => world.call('POST', '/api/organizer/events', { token, headers, body })
    const [first, ...again] = [await asked(), ...(await Promise.all([asked(), asked()]))]
    const made = Made.parse(first.body)
    expect(made.eventIds).toHaveLength(60)
    for (const other of again) expect(other).toMatchObject({ status: 201, body: made })
    const { items } = z
      .object({ items: z.array(z.unknown()) })
      .parse((await world.asOrganizer('GET', `/events?seriesId=${made.seriesId}`)).body)
    expect(items.length).toBeGreaterThanOrEqual(50)
    expect(await doneTo(made.seriesId ?? '')).toHaveLength(2)
  })

  it.each([
    ['FREQ=SOMETIMES', /FREQ/],
    ['FREQ=DAILY;COUNT=61', /at most 60/],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', /no date/],
    ['every tuesday', /FREQ=MONTHLY/],
  ])('with the rule %s is refused in words', async (series, words) => {
    expect(await world.asOrganizer('POST', '/events', aForm({ series }))).toMatchObject(
      wrong('series', expect.stringMatching(words)),
    )
  })
})

describe('the seats of an event', () => {
  it('go to the line first when there are more of them', async () => {
    const eventId = await isMade({ capacity: 1, waitlist: { policy: 'auto' } })
    for (const name of ['one', 'two', 'three']) await registers(eventId, `more-${name}@example.org`)
    expect(await peopleOf(eventId, '?status=waitlisted')).toMatchObject([{ position: 1 }, { position: 2 }])
    expect(await edits(eventId, { capacity: 2 })).toMatchObject({
      body: { seats: { confirmed: 2, waiting: 1, seatsLeft: 0 } },
    })
    expect(await peopleOf(eventId)).toMatchObject([
      { status: 'confirmed' },
      { status: 'confirmed', history: [{ what: 'joined the line' }, { what: 'given a seat', by: 'system' }] },
      { status: 'waitlisted', position: 1 },
    ])
  })

  it('are not lowered under what is taken, but on purpose, which is written down', async () => {
    const eventId = await isMade()
    for (const name of ['one', 'two']) await registers(eventId, `fewer-${name}@example.org`)
    expect(await edits(eventId, { capacity: 1 })).toMatchObject(
      answered(409, { detail: expect.stringContaining('"override": true') }),
    )
    expect(await doneTo(eventId)).toMatchObject([{ what: 'event-created' }])
    expect(await edits(eventId, { capacity: 1, override: true })).toMatchObject({
      body: { capacity: 1, seats: { confirmed: 2, seatsLeft: -1 } },
    })
    expect(await publicly(eventId)).toMatchObject({ body: { seatsLeft: 0 } })
    const done = (await doneTo(eventId)).toSorted((one, other) => one.what.localeCompare(other.what))
    expect(done).toMatchObject([
      { what: 'event-created', who: 'local-automation' },
      { what: 'event-edited', details: { fields: ['capacity'] } },
      { what: 'seats-overridden', details: { capacity: 1, taken: 2 } },
    ])
  })
})

describe('people', () => {
  it('are found by name, cancelled, and noted, and their seat goes to the next', async () => {
    const eventId = await isMade({ capacity: 1, waitlist: { policy: 'auto' } })
    const { registrationId } = await registers(eventId, 'found@example.org', { firstName: 'Ana', lastName: 'Đurić' })
    await registers(eventId, 'next@example.org')
    expect(await peopleOf(eventId, `?q=${encodeURIComponent('ĐURI')}`)).toMatchObject([{ registrationId }])
    expect(await peopleOf(eventId, '?q=FOUND%40')).toMatchObject([{ registrationId }])
    expect(await peopleOf(eventId, '?q=nobody')).toEqual([])

    const changes = (body: object, of = eventId) =>
      world.asOrganizer('PATCH', `/events/${of}/registrations/${registrationId}`, body)
    expect(await changes({ organizerNote: 'Called', minutesAttended: 45 })).toMatchObject({
      body: { organizerNote: 'Called', minutesAttended: 45 },
    })
    expect(await changes({ organizerNote: null })).toMatchObject({ body: { minutesAttended: 45 } })
    expect(await changes({ status: 'cancelled' })).toMatchObject({
      body: { status: 'cancelled', cancelledBy: 'organizer', minutesAttended: 45 },
    })
    expect(await changes({ status: 'cancelled' })).toMatchObject({ status: 200, body: { status: 'cancelled' } })
    expect(await peopleOf(eventId)).toMatchObject([{ status: 'cancelled' }, { status: 'confirmed' }])
    expect(await doneTo(registrationId)).toMatchObject([
      { what: 'registration-cancelled', details: { was: 'confirmed' } },
    ])

    expect(await changes({ status: 'confirmed' })).toMatchObject(wrong('status'))
    expect(await changes({ organizerNote: 'x' }, 'another')).toMatchObject({ status: 404 })
    const letter = await world.letterTo('found@example.org', /cancelled/)
    expect(entryIn(letter)).toMatchObject({ method: 'CANCEL', status: 'CANCELLED' })
  })
})

describe('calendars', () => {
  it('get a seat, its changes, and its end under one id, counting up', async () => {
    const [kept, called] = [
      await isMade(),
      await isMade({ title: 'Webinar', place: undefined, onlineUrl: 'https://meet.example.org/w' }),
    ]
    await registers(kept, 'kept@example.org')
    await registers(called, 'called@example.org')
    const first = entryIn(await world.letterTo('kept@example.org', /You have a seat/))
    expect(first).toMatchObject({
      method: 'REQUEST',
      sequence: 0,
      summary: 'Coffee after the night shift',
      location: 'Room 3, second floor',
      zone: 'America/Chicago',
      attendee: 'mailto:kept@example.org',
      partstat: 'ACCEPTED',
      status: 'CONFIRMED',
      alarms: ['-PT1H'],
    })
    const webinar = entryIn(await world.letterTo('called@example.org', /You have a seat/))
    expect(webinar).toMatchObject({ location: 'https://meet.example.org/w' })

    await edits(kept, { startsAt: inDays(15), endsAt: inDays(15, 2), place: 'The library' })
    expect(await world.asOrganizer('DELETE', `/events/${called}`)).toMatchObject({ body: { status: 'cancelled' } })
    await world.minutePasses()
    const changed = entryIn(await world.letterTo('kept@example.org', /Please note the change/))
    expect(changed).toMatchObject({ method: 'REQUEST', uid: first.uid, location: 'The library' })
    expect(changed.sequence).toBeGreaterThan(first.sequence)
    expect(Date.parse(changed.startsAt)).toBeGreaterThan(Date.parse(first.startsAt))
    const gone = entryIn(await world.letterTo('called@example.org', /^Cancelled: Webinar/))
    expect(gone).toMatchObject({ method: 'CANCEL', uid: webinar.uid, status: 'CANCELLED' })
    expect(gone.sequence).toBeGreaterThan(webinar.sequence)

    expect(await world.asOrganizer('DELETE', `/events/${called}`)).toMatchObject({ status: 200 })
    expect(await edits(called, { title: 'Back again' })).toMatchObject(answered(409))
    expect(
      await world.call('POST', `/api/events/${called}/registrations`, {
        body: { firstName: 'Late', lastName: 'Lee', email: 'late@example.org' },
      }),
    ).toMatchObject({ status: 409 })
    expect(await doneTo(called)).toMatchObject([
      { what: 'event-created' },
      { what: 'event-cancelled', details: { was: 'published', registered: 1 } },
    ])
  })

  it('of everybody have neither place nor link, and say what is cancelled', async () => {
    const eventId = await isMade({
      title: 'Open day',
      description: '**Bring** a mug; and\ncake',
      onlineUrl: 'https://meet.example.org/secret',
    })
    const one = await publicly(eventId, '/calendar.ics')
    expect(one.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(one.text).not.toMatch(/Room 3|meet\.example/)
    const calendar = readCalendar(one.text)
    expect(calendar).toMatchObject({
      method: 'PUBLISH',
      entries: [{ summary: 'Open day', description: '**Bring** a mug; and\ncake' }],
    })
    const feed = async () => readCalendar((await world.call('GET', '/api/events/calendar.ics')).text).entries
    expect(await feed()).toContainEqual(calendar.entries[0])
    await world.asOrganizer('DELETE', `/events/${eventId}`)
    const entry = (await feed()).find(({ uid }) => uid === calendar.entries[0]?.uid)
    expect(entry).toMatchObject({ status: 'CANCELLED', sequence: 1 })
  })

  it('never hear of a draft, also when it is thrown away', async () => {
    const eventId = await isMade({ status: 'draft', title: 'Secret plan' })
    expect(await world.asOrganizer('DELETE', `/events/${eventId}`)).toMatchObject({ status: 200 })
    expect(await world.asOrganizer('GET', `/events/${eventId}`)).toMatchObject({ status: 404 })
    expect((await world.call('GET', '/api/events/calendar.ics')).text).not.toContain('Secret plan')
  })
})

const hasCode = ({ attachments = [] }: Letter) => attachments.some(({ mimeType }) => mimeType === 'image/png')

it('a code for the door comes with a seat at a place, not with one online', async () => {
  const [here, online] = [await isMade(), await isMade({ place: undefined, onlineUrl: 'https://meet.example.org/o' })]
  await registers(here, 'here@example.org')
  await registers(online, 'online@example.org')
  const letter = await world.letterTo('here@example.org', /You have a seat/)
  expect(letter.body.text).toContain('At the door, show this code, or say your name.')
  expect([hasCode(letter), hasCode(await world.letterTo('online@example.org', /You have a seat/))]).toEqual([
    true,
    false,
  ])
})

describe('what cannot be an event is refused by the field that is wrong', () => {
  it.each([
    ['a start that has been', { startsAt: inDays(-1) }, 'startsAt'],
    ['an end before the start', { endsAt: inDays(13) }, 'endsAt'],
    ['a zone that there is not', { timeZone: 'America/Springfield' }, 'timeZone'],
    ['an offset for a zone', { timeZone: '+05:30' }, 'timeZone'],
    ['a time without a zone', { startsAt: '2030-01-01T19:00:00' }, 'startsAt'],
    ['a year that no calendar has', { startsAt: '9999-12-31T23:59:59-12:00' }, 'startsAt'],
    ['a field that we do not know', { price: 5 }, 'price'],
    ['no title', { title: ' ' }, 'title'],
    ['a title of two lines', { title: 'One\r\nBcc: all@example.org' }, 'title'],
    ['no seat at all', { capacity: 0 }, 'capacity'],
    ['a link that runs a script', { onlineUrl: 'javascript:alert(1)' }, 'onlineUrl'],
    [
      'registration that closes before it opens',
      { registration: { opensAt: inDays(5), closesAt: inDays(4) } },
      'registration.opensAt',
    ],
    ['a question of no kind', { questions: [{ key: 'x', label: 'X', type: 'essay' }] }, 'questions.0.type'],
    [
      '21 questions',
      { questions: Array.from({ length: 21 }, (_, n) => ({ key: `q${n}`, label: 'Q', type: 'text' })) },
      'questions',
    ],
  ])('%s', async (_, changes, path) => {
    expect(await world.asOrganizer('POST', '/events', aForm(changes))).toMatchObject(wrong(path))
  })

  it('a body of 10 MB is too large, and so is one of 100 KB', async () => {
    const description = 'x'.repeat(100_000)
    expect(await world.asOrganizer('POST', '/events', aForm({ description }))).toMatchObject({ status: 413 })
    expect(await world.asOrganizer('POST', '/events', 'x'.repeat(10 * 1024 * 1024 + 1))).toMatchObject({ status: 413 })
  })

  it('a title with a script, from right to left, or of emoji comes through as it is', async () => {
    for (const [nth, title] of [
      '<script>alert(1)</script>',
      'قهوة بعد المناوبة',
      '👩🏽‍🔬 می‌خواهم 🧪 Bench & "beakers"; \\n',
      '=cmd|calc',
    ].entries()) {
      const eventId = await isMade({ title })
      expect(await publicly(eventId)).toMatchObject({ body: { title } })
      expect(readCalendar((await publicly(eventId, '/calendar.ics')).text).entries[0]?.summary).toBe(title)
      await registers(eventId, `title-${nth}@example.org`)
      const letter = await world.letterTo(`title-${nth}@example.org`)
      expect(entryIn(letter).summary).toBe(title)
      expect(letter.body.html).not.toContain('<script>')
    }
  })
})
