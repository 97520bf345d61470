import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import type { Event } from '../../../shared/domain/event.ts'
import type { Registration } from '../../../shared/domain/registration.ts'
import { csvLines, listOf } from './lists.ts'

const COLUMNS =
  'registration_id,event_id,event_title,start_local,time_zone,start_utc,status,attendance,waitlist_position,' +
  'offer_expires_at_utc,first_name,last_name,email,phone,employer,job_title,state,registered_at_utc,updated_at_utc,' +
  'cancelled_at_utc,cancelled_by,source,checked_in_at_utc,check_in_method,minutes_attended,consent_contact,' +
  'accessibility_needs,organizer_note'

const asked: Pick<Event, 'questions'> = {
  questions: [
    {
      type: 'choices',
      key: 'diet',
      label: 'Diet',
      required: false,
      options: ['Vegan', 'Gluten-free', 'Ohne Gluten', '素食', 'Other'],
    },
    { type: 'number', key: 'guests', label: '=Guests', required: false },
  ],
}

describe('a list as CSV', () => {
  it('has the columns in their order, then the questions, those no more asked last', async () => {
    const [header] = await csvLines({ event: { ...asked, askedBefore: [{ key: 'old', label: 'Old', type: 'text' }] } })
    expect(header).toBe(`\uFEFF${COLUMNS},q_diet,q_guests,q_old`)
  })

  it('has a row for each registration, with the event’s clock and UTC', async () => {
    const [, row] = await csvLines({ people: [{ checkIn: { at: '2027-01-13T01:02:03.000Z', method: 'scan' } }] })
    expect(row).toContain(
      'event.1-secret,event,Coffee after the night shift,2027-01-12 19:00:00,America/Chicago,2027-01-13T01:00:00.000Z,confirmed,attended,',
    )
    expect(row).toContain(',2027-01-13T01:02:03.000Z,scan,,no,,')
  })

  it('knows daylight saving time', async () => {
    const [, row] = await csvLines({
      event: { startsAt: '2027-07-14T00:00:00.000Z', endsAt: '2027-07-14T01:00:00.000Z' },
    })
    expect(row).toContain(',2027-07-13 19:00:00,America/Chicago,2027-07-14T00:00:00.000Z,')
  })

  it('has headings and times for people, when they are asked for', async () => {
    const [header, row] = await csvLines({ event: asked, query: { labels: '1' } })
    expect(header).toContain('Start (America/Chicago),Time zone,Start (UTC),Status')
    expect(header).toContain('Registered (America/Chicago),')
    expect(header?.endsWith(",Diet,'=Guests")).toBe(true)
    expect(row).toMatch(/,\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,,,form,/)
  })

  it('is read back as it was written by another reader, whatever is in it', async () => {
    const hostile = [
      'a "quoted" one',
      'comma, comma',
      'line\nline',
      'cr\rcr',
      'both\r\nboth',
      ' spaces ',
      '\uFEFFmark',
      '🙂 אבג',
      "'x",
    ]
    const people = hostile.map((organizerNote) => ({ organizerNote }))
    const bytes = await (await listOf('csv', { people })).bytes()
    const rows: Record<string, string>[] = parse(bytes, { bom: true, columns: true, record_delimiter: '\r\n' })
    expect(rows.map((row) => row.organizer_note)).toEqual(hostile)
  })

  it('joins what was chosen, or has a column for each option and one for what was an option once', async () => {
    const people: Partial<Registration>[] = [
      { answers: { diet: ['Vegan', '素食', 'Kosher'], guests: -2 } },
      { answers: {} },
      { answers: { diet: [] } },
    ]
    const [, joined] = await csvLines({ event: asked, people })
    expect(joined?.endsWith(",Vegan; 素食; Kosher,'-2")).toBe(true)
    const [header, ...rows] = await csvLines({ event: asked, people, query: { explode: '1' } })
    expect(header).toMatch(
      /,q_diet__vegan,q_diet__gluten_free,q_diet__ohne_gluten,q_diet__4,q_diet__other_5,q_diet__other,q_guests$/,
    )
    expect(rows.map((row) => row.split(',').slice(-7).join())).toEqual([
      "yes,no,no,yes,no,Kosher,'-2",
      ',,,,,,',
      'no,no,no,no,no,,',
    ])
  })

  it('tells places in line, whoever left it before', async () => {
    const line = [7, 3, 12].map((waitNumber) => ({ status: 'waitlisted' as const, waitNumber }))
    const places = (await csvLines({ people: [{}, ...line] })).slice(1).map((row) => row.split(',')[8])
    expect(places).toEqual(['', '2', '1', '3'])
  })
})

describe('a profile', () => {
  const people = [
    { status: 'confirmed' as const },
    { status: 'cancelled' as const, cancelledBy: 'attendee' as const },
    {
      status: 'confirmed' as const,
      person: { firstName: '=A', lastName: 'B', email: 'c@example.org', consentContact: true },
    },
  ]

  it('contact has those who agreed', async () => {
    expect(await csvLines({ people, query: { profile: 'contact' } })).toEqual([
      '\uFEFFstatus,first_name,last_name,email,phone,employer,job_title,state',
      "confirmed,'=A,B,c@example.org,,,,",
    ])
  })

  it('door has names and boxes', async () => {
    const checkIn = { at: '2027-01-13T01:00:00.000Z', method: 'list' as const }
    expect(await csvLines({ people: [{}, { checkIn }], query: { profile: 'door', labels: '1' } })).toEqual([
      '\uFEFFFirst name,Last name,Status,Here',
      'Sam,Rivera 1,confirmed,☐',
      'Sam,Rivera 1,confirmed,☑',
    ])
  })

  it('stats has counts', async () => {
    const lines = await csvLines({ people, query: { profile: 'stats' } })
    expect(lines.slice(0, 3)).toEqual(['\uFEFFcounted,value,count', 'registrations,all,3', 'status,confirmed,2'])
    const { headers } = await listOf('csv', { people, query: { profile: 'stats' } })
    expect(headers['x-total-rows']).toBe(String(lines.length - 1))
  })

  it.each(['full', 'contact'])('%s is not for circles', async (profile) => {
    await expect(listOf('csv', { event: { kind: 'circle' }, query: { profile } })).rejects.toMatchObject({
      status: 403,
    })
  })

  it('is filtered by status, and says so in the audit trail', async () => {
    const list = { people, query: { status: 'cancelled,expired' } }
    expect(await csvLines(list)).toHaveLength(2)
    const { headers, trail } = await listOf('csv', list)
    expect(headers['x-total-rows']).toBe('1')
    expect(trail).toMatchObject([
      {
        who: 'somebody',
        what: 'export',
        subject: 'event',
        details: { profile: 'full', status: ['cancelled', 'expired'], rows: 1 },
      },
    ])
  })
})

it.each([
  ['Coffee', 'Coffee attendees.csv'],
  ["=cmd|' /C calc'!A0", "'=cmd-' -C calc'!A0 attendees.csv"],
  ['＝1/2: "Ärzte" 🙂', "'＝1-2- -Ärzte- 🙂 attendees.csv"],
  ['x'.repeat(200), `${'x'.repeat(80)} attendees.csv`],
])('a list of %s is the file %s', async (title, name) => {
  const { headers } = await listOf('csv', { event: { title } })
  const [, encoded = ''] =
    /^attachment; filename="attendees.csv"; filename\*=UTF-8''([\w.~%-]+)$/.exec(
      headers['content-disposition'] ?? '',
    ) ?? []
  expect(decodeURIComponent(encoded)).toBe(name)
})
