import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { parse } from 'csv-parse/sync'
import ICAL from 'ical.js'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import { AWS_ENVIRONMENT, clientTo } from '../../local/credentials.ts'
import { type Database, startDatabase } from '../../local/database.ts'
import type { Answers } from '../../shared/domain/question.ts'
import { entryIn } from '../support/calendar.ts'
import { aRegistrationForm, inHours } from '../support/events.ts'
import { openPostOffice } from '../support/post-office.ts'
import { aWorld, eventually, type Letter, type World } from '../support/world.ts'

/** One evening from the rule that it comes from to the list that is taken home. Each test goes on where the last ended. */

let [database, client]: [Database?, DynamoDBClient?] = []
let postOffice: Awaited<ReturnType<typeof openPostOffice>>
let world: World
beforeAll(async () => {
  ;[database, postOffice] = await Promise.all([startDatabase(undefined), openPostOffice()])
  client = new DynamoDBClient(clientTo(database.endpoint))
  world = await aWorld({ port: 4260, sesEndpoint: postOffice.endpoint, dynamodbEndpoint: database.endpoint })
})
afterAll(async () => {
  await world?.stop()
  postOffice?.close()
  client?.destroy()
  await database?.stop()
})

const SEATS = 50
/** Names as people have them, and as others think of them: each comes with a seat. */
const NAMES = [
  { firstName: "=cmd|' /C calc'!A0", lastName: '@SUM(1+1)', employer: '-2+3' },
  { firstName: '<script>alert(1)</script>', lastName: 'O’Neil & "Sons"; \\n', phone: '+1 312 555 0100' },
  { firstName: 'مریم', lastName: 'שרה', jobTitle: 'می‌خواهم' },
  { firstName: '👩🏽‍🔬', lastName: 'Đurić' },
]
const QUESTIONS = [
  { type: 'choices', key: 'diet', label: '=What do you eat?', options: ['Vegan', 'Halal, too', '=1+1'] },
  { type: 'number', key: 'years', label: 'Years at the bench' },
]
const ANSWERS: Answers[] = [{ diet: ['=1+1', 'Vegan'], years: -1.5 }, { diet: ['Halal, too'] }, { years: 40 }, {}]

const Registered = z.object({ registrationId: z.string(), status: z.string(), position: z.number().optional() })
type Registered = z.output<typeof Registered>
const Item = z.looseObject({
  registration_id: z.string(),
  status: z.string(),
  email: z.string(),
  confirmed_at_utc: z.string().nullable(),
})

/** What the story remembers. `remindersAt`: a day before the evening. */
let [evening, another, remindersAt] = ['', '', '']
const registered: Registered[] = []

const email = (nth: number, of = evening) => `person-${nth}.${of}@example.org`
const formOf = (nth: number, of = evening) =>
  aRegistrationForm(nth, { email: email(nth, of), ...NAMES[nth], answers: ANSWERS[nth] ?? {} })

async function registers(nth: number, of = evening): Promise<Registered> {
  const headers = { 'idempotency-key': `click ${nth}` }
  return eventually(`number ${nth} has an answer`, async () => {
    const path = `/api/events/${of}/registrations`
    const { status, body, text } = await world.call('POST', path, { body: formOf(nth, of), headers })
    if (status !== 201 && status !== 503) throw new Error(`Registering was answered with ${status}: ${text}`)
    return status === 201 ? Registered.parse(body) : undefined
  })
}
/** Who got that when all had asked. */
const nthWith = (status: string, position?: number) =>
  registered.findLastIndex((each) => each.status === status && each.position === position)

const listAs = async (format: string) => {
  const headers = { authorization: `Bearer ${await world.organizerToken()}` }
  return fetch(`${world.origin}/api/organizer/events/${evening}/attendees.${format}`, { headers })
}
const everybody = async () =>
  z.object({ items: z.array(Item), total: z.number() }).parse(await (await listAs('json')).json()).items
const atDoor = async (method: string, path: string, body?: unknown) =>
  world.call(method, `/api/organizer/events/${evening}${path}`, {
    token: await world.organizerToken('check-in'),
    body,
  })

it('an organizer makes three evenings at once, which everybody can see', async () => {
  remindersAt = new Date(Date.now() + 20_000).toISOString()
  const startsAt = inHours(24, new Date(remindersAt))
  const made = await world.asOrganizer('POST', '/events', {
    title: 'Coffee after the night shift',
    kind: 'meeting',
    timeZone: 'America/Chicago',
    startsAt,
    endsAt: inHours(2, startsAt),
    place: 'The back room of the Bluebird',
    capacity: SEATS,
    questions: QUESTIONS,
    series: 'FREQ=WEEKLY;COUNT=3',
    status: 'published',
  })
  const { eventIds } = z.object({ eventIds: z.array(z.string()).length(3) }).parse(made.body)
  ;[evening = '', another = ''] = eventIds
  const { body } = await world.call('GET', '/api/events')
  expect(body).toMatchObject({ items: eventIds.map((eventId) => ({ eventId, seatsLeft: SEATS })) })
})

it('sixty ask for fifty seats; who clicks twice is registered once', async () => {
  for (const nth of NAMES.keys()) registered.push(await registers(nth))
  const numbers = Array.from({ length: 60 - NAMES.length }, (_, n) => n + NAMES.length)
  const clicks = await Promise.all(
    numbers.map((nth) => Promise.all(Array.from({ length: nth % 4 ? 1 : 2 }, () => registers(nth)))),
  )
  for (const [first, second = first] of clicks) {
    if (!first) throw new Error('There is no answer.')
    expect(second?.registrationId).toBe(first.registrationId)
    registered.push(first)
  }
  expect(new Set(registered.map((each) => each.registrationId)).size).toBe(60)
  expect(registered.filter(({ status }) => status === 'confirmed')).toHaveLength(SEATS)
  const places = registered.flatMap(({ position }) => position ?? [])
  expect(places.toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

it('one cannot come, and the head of the line takes the seat by the link of a mail', async () => {
  await eventually('the day before has begun', async () => Date.now() > Date.parse(remindersAt) || undefined)
  const linkOf = async (nth: number, about: RegExp) => {
    const token = world.linkIn(await world.letterTo(email(nth), about), 'registration')
    return { token, path: `/api/registrations/${registered[nth]?.registrationId}` }
  }
  const leaver = await linkOf(nthWith('confirmed'), /You have a seat/)
  expect(await world.call('DELETE', leaver.path, { token: leaver.token })).toMatchObject({ status: 200 })
  const { path, token } = await linkOf(nthWith('waitlisted', 1), /A seat is free for you/)
  expect(await world.call('POST', `${path}/answer`, { token, body: { answer: 'accept' } })).toMatchObject({
    status: 200,
    body: { status: 'confirmed' },
  })
  const log = await world.asOrganizer('GET', `/mail?to=${encodeURIComponent(email(nthWith('waitlisted', 1)))}`)
  const kinds = z.object({ items: z.array(z.looseObject({ kind: z.string() })) }).parse(log.body).items
  expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['in-line', 'seat-offered', 'seat-confirmed']))
})

it('a day before, those who had a seat by then are reminded, and nobody else', async () => {
  await world.minutePasses()
  const items = await everybody()
  const seated = items.filter(({ status }) => status === 'confirmed')
  const due = seated.filter(({ confirmed_at_utc }) => (confirmed_at_utc ?? '') <= remindersAt)
  expect(seated).toHaveLength(SEATS)
  expect(due.length).toBeGreaterThan(0)
  expect(due.length).toBeLessThan(SEATS)
  const reminded = async () =>
    (await world.letters())
      .filter(({ subject }) => /^Tomorrow/.test(subject))
      .flatMap(({ destination }) => destination.to)
  await eventually('all are reminded', async () => (await reminded()).length >= due.length || undefined)
  // Whoever gave their seat back may have been reminded before.
  const stillIn = (await reminded()).filter((to) => to !== email(nthWith('confirmed')))
  expect(stillIn.toSorted()).toEqual(due.map((each) => each.email).toSorted())
})

it('strange names come out in mails and calendars as they were given, and do no harm there', async () => {
  for (const [nth, { firstName }] of NAMES.entries()) {
    const letter = await world.letterTo(email(nth), /You have a seat/)
    // Mail programs make links of slashes, and one of ours must not carry a stranger's.
    expect(letter.body.text).toContain(`Hello ${firstName.replaceAll(/[/ ]+/g, ' ')},`)
    expect(letter.body.html).not.toContain('<script')
    expect(entryIn(letter)).toMatchObject({ attendee: `mailto:${email(nth)}` })
    expect(nameIn(letter)).toBe(firstName.replaceAll('"', ''))
  }
})

/** How a calendar names the one who comes. */
function nameIn({ attachments = [] }: Letter): string | undefined {
  const { content = '' } = attachments.find(({ mimeType }) => mimeType === 'text/calendar') ?? {}
  const calendar = new ICAL.Component(ICAL.parse(Buffer.from(content, 'base64').toString('utf8')))
  const name = calendar.getFirstSubcomponent('vevent')?.getFirstProperty('attendee')?.getFirstParameter('cn')
  return z.string().parse(name)
}

it('the evening is moved to today, its door opens, and a volunteer lets people in', async () => {
  const startsAt = inHours(0.5, new Date())
  const moved = await world.asOrganizer('PATCH', `/events/${evening}`, { startsAt, endsAt: inHours(2, startsAt) })
  expect(moved).toMatchObject({ status: 200, body: { startsAt: startsAt.toISOString() } })

  const stranger = await registers(1, another)
  const comes = async (registrationId = '', idempotencyKey = 'first') => {
    const { body } = await atDoor('POST', '/check-ins', { registrationId, idempotencyKey, method: 'scan' })
    return z.looseObject({ result: z.string() }).parse(body).result
  }
  const [first, second] = registered.map(({ registrationId }) => registrationId)
  expect(await comes(first)).toBe('ok')
  expect(await comes(first, 'again')).toBe('already')
  expect(await comes(second)).toBe('ok')
  expect(await atDoor('DELETE', `/check-ins/${second}`)).toMatchObject({ status: 200 })
  expect(await comes(registered[nthWith('waitlisted', 2)]?.registrationId)).toBe('waitlisted')
  expect(await comes(registered[nthWith('confirmed')]?.registrationId)).toBe('cancelled')
  expect(await comes(stranger.registrationId)).toBe('wrong-event')
  expect(await comes(`${evening}.1-guess`)).toBe('unknown')
  const attended = (await everybody()).filter(({ attendance }) => attendance === 'attended')
  expect(attended.map((each) => each.registration_id)).toEqual([first])

  await world.minutePasses()
  const inLine = await world.letterTo(email(nthWith('waitlisted', 2)), /Please note the change/)
  // Who came to a seat by the line hears of it as well.
  await world.letterTo(email(nthWith('waitlisted', 1)), /Please note the change/)
  expect(inLine.body.text).not.toContain('Bluebird')
})

/** What is in a cell as text: what could be a formula has an apostrophe before it. */
const shown = (value: unknown): string => {
  const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : [value ?? ''].flat().join('; ')
  return /^[=+\-@|%]/.test(text) ? `'${text}` : text
}

/** What a workbook's cell shows; of a moment the text that is expected, if it is that one, to its last digit. */
function same(cell: unknown, expected = ''): string {
  if (!(cell instanceof Date)) return typeof cell === 'number' ? shown(cell) : String(cell ?? '')
  const [text, most] = expected.endsWith('Z') ? [expected, 1] : [`${expected}Z`, 1000]
  return Math.abs(cell.getTime() - Date.parse(text)) <= most ? expected : cell.toISOString()
}

it('the list, opened by other programs, has cell for cell what the product says', async () => {
  const items = await everybody()
  expect(items).toHaveLength(60)
  const csv: Record<string, string>[] = parse(await (await listAs('csv')).text(), { bom: true, columns: true })
  const [header = [], ...sheet] = await readSheet(Buffer.from(await (await listAs('xlsx')).arrayBuffer()), {
    trim: false,
  })
  expect(Object.keys(csv[0] ?? {})).toEqual(header)
  expect(header.slice(-2)).toEqual(['q_diet', 'q_years'])
  const cells = items.map((item) => header.map((name) => shown(item[String(name)])))
  expect(csv.map((row) => Object.values(row))).toEqual(cells)
  expect(sheet.map((row, at) => row.map((cell, column) => same(cell, cells[at]?.[column])))).toEqual(cells)

  for (const [nth, { firstName, lastName }] of NAMES.entries()) {
    expect(items[nth]).toMatchObject({ first_name: firstName, last_name: lastName })
  }
})

it('in the end no seat is lost or given twice, and nobody was written to twice', async () => {
  if (!client || !database) throw new Error('There is no database.')
  const { TableNames } = await client.send(new ListTablesCommand())
  const where = { TABLE_NAME: TableNames?.[0], AWS_ENDPOINT_URL_DYNAMODB: database.endpoint }
  const env = { ...process.env, ...AWS_ENVIRONMENT, ...where }
  const { stdout } = await promisify(execFile)(process.execPath, ['cli/check-seats.ts'], { env })
  expect(stdout).toContain(`${evening}: 60 registrations, all seats there`)
  expect(stdout).toContain('3 events, 0 of them wrong.')

  const mails = (await world.letters()).map(({ destination, subject }) => `${destination.to} ${subject}`)
  expect(mails.filter((mail, nth) => mails.indexOf(mail) !== nth)).toEqual([])
})
