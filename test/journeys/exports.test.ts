import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Event } from '../../shared/domain/event.ts'
import { attendeeKey, lineKey, registrationKey } from '../../shared/store/table.ts'
import { anEventWorld } from '../support/event-world.ts'
import { seatsFor } from '../support/events.ts'

/** An organizer takes the attendee list home, and brings it back. */

let world: Awaited<ReturnType<typeof anEventWorld>>
const questions: Event['questions'] = [
  { type: 'choices', key: 'diet', label: 'Diet', required: false, options: ['Vegan', 'Gluten-free'] },
  { type: 'number', key: 'guests', label: 'Guests', required: false },
]
const askedBefore: Event['askedBefore'] = [{ key: 'parking', label: 'Parking', type: 'yes-no' }]
const NAMES = ['=cmd|’/C calc’!A0', 'Zoë', '😀 Ana', 'שרה', '+1', 'Lee', 'Kim', 'Noor']

const Listed = z.object({
  items: z.array(z.looseObject({ registration_id: z.string(), status: z.string() })),
  total: z.number(),
  asOf: z.string(),
})

beforeAll(async () => {
  world = await anEventWorld(4220)
  await world.isOn({
    id: 'coffee',
    startsIn: 200,
    capacity: 6,
    title: '=Coffee "after" the shift',
    questions,
    askedBefore,
  })
  await world.isOn({ id: 'circle', startsIn: 200, kind: 'circle' })
  for (const [n, name] of NAMES.entries()) await world.registers('coffee', n, name)
  await world.registers('circle', 1)
})
afterAll(() => world.stop())

const list = async (file: string, event = 'coffee', scope = 'organize') =>
  fetch(`${world.origin}/api/organizer/events/${event}/attendees.${file}`, {
    headers: { authorization: `Bearer ${await world.organizerToken(scope)}` },
  })

describe('an attendee list', () => {
  it('comes as CSV with all rows, announced before the first', async () => {
    const response = await list('csv')
    const text = await response.text()
    expect([response.status, response.headers.get('x-total-rows')]).toEqual([200, '8'])
    expect(Date.parse(response.headers.get('x-as-of') ?? '')).toBeGreaterThan(Date.now() - 60_000)
    expect(response.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/)
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain(
      `filename*=UTF-8''${"'=Coffee -after- the shift attendees.csv"}`,
    )
    const [header, ...rows] = text.split('\r\n')
    expect(header).toMatch(/organizer_note,q_diet,q_guests,q_parking$/)
    expect(rows.pop()).toBe('')
    expect(rows).toHaveLength(8)
    expect(rows[0]).toContain(",'=cmd|’/C calc’!A0,Rivera 0,coffee-0@example.org,")
  })

  it('comes as a workbook, and as what it is under the names of its columns', async () => {
    const workbook = new Uint8Array(await (await list('xlsx?labels=1')).arrayBuffer())
    const sheet = Buffer.from(unzipSync(workbook)['xl/worksheets/sheet1.xml'] ?? '').toString('utf8')
    expect(sheet.match(/<row /g)).toHaveLength(9)
    expect(sheet).toContain('😀 Ana')

    const { items, total } = Listed.parse(await (await list('json')).json())
    expect([items.length, total]).toEqual([8, 8])
    expect(items[7]).toMatchObject({ first_name: 'Noor', status: 'waitlisted', waitlist_position: 2, q_parking: null })
  })

  it('begins when a page sends a form, so that the browser itself takes it home', async () => {
    const response = await fetch(`${world.origin}/api/organizer/events/coffee/attendees.csv?profile=door`, {
      method: 'POST',
      body: new URLSearchParams({ access_token: await world.organizerToken() }),
    })
    expect(response.status).toBe(200)
    expect((await response.text()).split('\r\n')[1]).toBe("'=cmd|’/C calc’!A0,Rivera 0,confirmed,☐")
  })

  it.each([
    ['csv?profile=everything', 'profile'],
    ['json?status=confirmed,gone', 'status'],
    ['csv?labels=perhaps', 'labels'],
    ['csv?sort=name', 'sort'],
  ])('says what is wrong with %s', async (file, path) => {
    const response = await list(file)
    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json'])
    expect(await response.json()).toMatchObject({ errors: [{ path: expect.stringContaining(path) }] })
  })

  it.each([
    ['csv', 'no-such-event'],
    ['pdf', 'coffee'],
  ])('that there is not is not found: .%s of %s', async (file, event) => {
    expect((await list(file, event)).status).toBe(404)
  })

  it('is for organizers alone', async () => {
    expect((await list('csv', 'coffee', 'check-in')).status).toBe(403)
    const path = `${world.origin}/api/organizer/events/coffee/attendees.csv`
    const [header, , signature] = (await world.organizerToken()).split('.')
    const forged = `${header}.${Buffer.from('{"scope":"organize","exp":99999999999}').toString('base64url')}.${signature}`
    for (const token of ['', 'nonsense', forged]) {
      const response = await fetch(path, { headers: { authorization: `Bearer ${token}` } })
      expect([response.status, response.headers.get('content-type')]).toEqual([401, 'application/problem+json'])
    }
  })

  it('of a circle has neither addresses nor answers', async () => {
    expect((await list('csv', 'circle')).status).toBe(403)
    expect((await list('json?profile=contact', 'circle')).status).toBe(403)
    const door = await (await list('json?profile=door', 'circle')).text()
    expect(door).toContain('Rivera')
    expect(door).not.toContain('@')
    expect((await list('csv?profile=stats', 'circle')).status).toBe(200)
  })

  it('is in the audit trail before it goes out: who took what', async () => {
    await (await list('csv?profile=contact&status=confirmed')).text()
    const day = new Date().toISOString().slice(0, 10)
    const { body } = await world.asOrganizer('GET', `/audit?day=${day}`)
    expect(JSON.stringify(body)).toContain('export')
    expect(body).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({
          who: 'local-automation',
          what: 'export',
          subject: 'coffee',
          details: expect.objectContaining({ format: 'csv', profile: 'contact', status: ['confirmed'], rows: 0 }),
        }),
      ]),
    })
  })

  it('that loses a row on its way is broken off: nobody takes a part for the whole', async () => {
    const { items, asOf } = Listed.parse(await (await list('json')).json())
    await world.isOn({ id: 'crowd', startsIn: 200, capacity: 1000, questions, askedBefore })
    const crowd = Array.from({ length: 250 }, (_, n) => ({
      ...items[0],
      registration_id: `crowd.${n + 1}-secret`,
      email: `crowd-${n}@example.org`,
      accessibility_needs: 'A chair near the door. '.repeat(40),
    }))
    await world.asOrganizer('POST', '/events/crowd/attendees', { items: crowd, total: 250, asOf })
    const whole = await (await list('csv', 'crowd')).text()
    expect(whole.split('\r\n')).toHaveLength(252)

    const lost = await world.registrations.getByNumber('crowd', [77])
    await world.table.deleteAll([registrationKey('crowd', 77)])
    for (const file of ['csv', 'xlsx', 'json']) {
      const response = await list(file, 'crowd')
      expect([response.status, response.headers.get('x-total-rows')]).toEqual([200, '250'])
      await expect(response.arrayBuffer()).rejects.toThrow()
    }
    await world.table.transact(lost.map(world.registrations.adding))
    expect(await (await list('csv', 'crowd')).text()).toBe(whole)
  })
})

describe('an exported list', () => {
  const export_ = async () => (await list('json')).text()
  const bringBack = (body: unknown, event = 'coffee') => world.asOrganizer('POST', `/events/${event}/attendees`, body)

  async function peopleAreLost() {
    for await (const page of world.registrations.pages('coffee')) {
      for (const { number, addressHash, waitNumber = 0 } of page) {
        await world.table.deleteAll([
          registrationKey('coffee', number),
          attendeeKey('coffee', addressHash),
          lineKey('coffee', waitNumber),
        ])
      }
    }
    const [event, seats] = [await world.events.get('coffee'), await world.events.seats('coffee')]
    if (!event || !seats) throw new Error('The event is lost too.')
    await world.table.transact([world.events.changingSeats({ ...seatsFor(event), version: seats.version })])
  }

  it('comes back byte for byte when the people are lost: in parts, repeated, and with it seats, line and links', async () => {
    const before = await export_()
    const { items, ...rest } = Listed.parse(JSON.parse(before))
    expect((await bringBack(before)).status).toBe(409)
    await peopleAreLost()
    expect((await list('json')).headers.get('x-total-rows')).toBe('0')

    const part = (from: number, to: number) => ({ ...rest, items: items.slice(from, to) })
    expect(await bringBack(part(3, 8))).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'items.0.registration_id', message: expect.stringContaining('number 1 is missing') }] },
    })
    for (const _ of ['once', 'again']) {
      expect(await bringBack(part(0, 3))).toMatchObject({ status: 202, body: { imported: 3, missing: 5 } })
    }
    expect(await bringBack(part(2, 8))).toMatchObject({ status: 201, body: { imported: 6, missing: 0 } })
    expect(await export_()).toBe(before)
    expect(await world.wrongSeats()).toEqual([])
    expect((await bringBack(before)).status).toBe(409)

    // The line goes on where it was: a newcomer stands behind it, and the first in it is the first to be served.
    expect(await world.registers('coffee', 50)).toMatchObject({ status: 'waitlisted' })
    await world.asOrganizer('PATCH', `/events/coffee/registrations/${items[0]?.registration_id}`, {
      status: 'cancelled',
    })
    expect(await world.wrongSeats()).toEqual([])
  })

  it('goes into another event with the same questions, under ids of that event', async () => {
    const event = await world.events.get('coffee')
    if (!event) throw new Error('There is no event.')
    const { startsAt: _, ...copied } = event
    await world.isOn({ ...copied, id: 'copy', startsIn: 300, startsAt: event.startsAt, endsAt: event.endsAt })
    const before = await export_()
    expect((await bringBack(before, 'copy')).status).toBe(201)
    const after = await (await list('json', 'copy')).text()
    expect(after.replaceAll('"copy', '"coffee')).toBe(before)
    expect(await world.wrongSeats()).toEqual([])
  })

  it('is refused by name where it is wrong', async () => {
    const { items, ...rest } = Listed.parse(JSON.parse(await export_()))
    await world.isOn({ id: 'empty', startsIn: 200 })
    expect(await bringBack({ ...rest, items }, 'empty')).toMatchObject({
      status: 400,
      body: { errors: expect.arrayContaining([{ path: 'items.0.q_diet', message: 'This field is not known here.' }]) },
    })
    expect(await bringBack({ ...rest, items: [{ ...items[0], status: 'here' }] })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'items.0.status' }] },
    })
  })
})
