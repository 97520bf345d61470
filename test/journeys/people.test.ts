import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { type Database, startDatabase } from '../../local/database.ts'
import { exportAuditRoute } from '../../shared/api/audit.ts'
import { readHistoryRoute } from '../../shared/api/person.ts'
import { openPostOffice } from '../support/post-office.ts'
import { tableBehind } from '../support/stored.ts'
import { aWorld, eventually, type World } from '../support/world.ts'

/** What organizers know of people and do for them, one by one. */

let database: Database
let postOffice: Awaited<ReturnType<typeof openPostOffice>>
let table: ReturnType<typeof tableBehind>
let world: World
const ids = { ana: '', ben: '', cleo: '' }
const ana = { role: 'mentor' as const, email: 'ana.ruiz@example.org', firstName: 'Ana María', lastName: 'Ruiz' }
const ben = { email: 'ben@example.org', firstName: 'Ben', lastName: 'Okafor', state: 'TX' as const }
const cleo = { email: 'cleo@example.org', firstName: 'Cleo', lastName: 'Ångström', languages: ['xb'] }

beforeAll(async () => {
  ;[database, postOffice] = await Promise.all([startDatabase(undefined), openPostOffice(() => undefined)])
  table = tableBehind(database.endpoint)
  const endpoints = { dynamodbEndpoint: database.endpoint, sesEndpoint: postOffice.endpoint }
  world = await aWorld({ port: 4370, settings: {}, ...endpoints })
  ids.ana = await world.joins(ana)
  ids.ben = await world.joins(ben)
  ids.cleo = await world.joins(cleo)
  await world.roundRuns()
})
afterAll(async () => {
  await world?.stop()
  table.close()
  postOffice.close()
  await database.stop()
})

const Listed = z.object({ items: z.array(z.looseObject({ profileId: z.string() })) })
const listed = async (query: Record<string, string>) => {
  const { body } = await world.asOrganizer('GET', `/profiles?${new URLSearchParams(query)}`)
  return Listed.parse(body).items.map(({ profileId }) => profileId)
}
const read = async (id: string) =>
  z
    .looseObject({ version: z.int(), status: z.string() })
    .parse((await world.asOrganizer('GET', `/profiles/${id}`)).body)
const edit = (id: string, body: unknown) => world.asOrganizer('PATCH', `/profiles/${id}`, body)
const historyOf = async (id: string) =>
  readHistoryRoute().answers[200].parse((await world.asOrganizer('GET', `/profiles/${id}/history`)).body)
const today = () => new Date().toISOString().slice(0, 10)

describe('somebody is found', () => {
  it.each([
    ['by both names in any order, without accents', { q: 'ruiz maria' }, ['ana']],
    ['by their address', { q: 'ANA.RUIZ@example.org' }, ['ana']],
    ['by a name with accents', { q: 'ångström' }, ['cleo']],
    ['by the state they live in', { state: 'TX' }, ['ben']],
    ['among the others of a role, newest first', { role: 'mentee', status: 'active' }, ['cleo', 'ben']],
  ] as const)('%s', async (_, query, found) => {
    expect(await listed(query)).toEqual(found.map((name) => ids[name]))
  })

  it('or is not', async () => {
    expect(await listed({ q: 'ruiz ben' })).toEqual([])
    expect(await listed({ q: 'ruiz', role: 'mentee' })).toEqual([])
  })
})

describe('the history of somebody', () => {
  it('has their mails, and their matches with the other one’s name', async () => {
    await table.outboxIsEmpty()
    const { mails, matches, leftOut } = await historyOf(ids.ana)
    expect(mails.map(({ kind }) => kind)).toEqual(['introduction', 'welcome', 'confirm'])
    expect(mails.every(({ status }) => status === 'sent')).toBe(true)
    const partner = { profileId: ids.ben, firstName: 'Ben', lastName: 'Okafor' }
    expect(matches).toMatchObject([{ status: 'introduced', mentorId: ids.ana, partner }])
    expect(leftOut).toEqual([])
  })

  it('has the rounds that found nobody, and why', async () => {
    const { matches, leftOut } = await historyOf(ids.cleo)
    expect(matches).toEqual([])
    expect(leftOut).toEqual([{ roundId: expect.any(String), reason: 'language', detail: expect.stringMatching(/\w/) }])
  })

  it('has the events of their address, and the mail about them', async () => {
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
    const made = await world.asOrganizer('POST', '/events', {
      ...{ title: 'Coffee', kind: 'meeting', timeZone: 'America/Chicago', startsAt: inHours(1), endsAt: inHours(2) },
      ...{ capacity: 5, status: 'published' },
    })
    const { eventId } = z.object({ eventId: z.string() }).parse(made.body)
    const { firstName, lastName, email } = cleo
    await world.call('POST', `/api/events/${eventId}/registrations`, { body: { firstName, lastName, email } })
    const { registrations } = await historyOf(ids.cleo)
    expect(registrations).toMatchObject([{ eventId, title: 'Coffee', status: 'confirmed' }])
    const [registration] = registrations
    const tap = { registrationId: registration?.registrationId, idempotencyKey: 'tap' }
    expect(await world.asOrganizer('POST', `/events/${eventId}/check-ins`, tap)).toMatchObject({ status: 200 })
    const { mails, registrations: after } = await historyOf(ids.cleo)
    expect(after).toMatchObject([{ checkedInAt: expect.any(String) }])
    expect(mails.map(({ profileId }) => profileId)).toContain(registration?.registrationId)
    expect((await historyOf(ids.ben)).registrations).toEqual([])
  })

  it('of nobody is not there', async () => {
    expect(await world.asOrganizer('GET', '/profiles/nobody/history')).toMatchObject({ status: 404 })
  })
})

it('what organizers note is for them, and for whom it is about', async () => {
  const added = await world.asOrganizer('POST', `/profiles/${ids.ana}/notes`, { text: 'Would like to speak.' })
  const note = z.object({ noteId: z.string(), who: z.string(), text: z.string() }).parse(added.body)
  expect(added).toMatchObject({ status: 201, body: { text: 'Would like to speak.' } })
  expect((await historyOf(ids.ana)).notes).toEqual([added.body])
  expect((await historyOf(ids.ben)).notes).toEqual([])

  const { body } = await world.call('GET', '/api/me/data', { token: await world.meLinkOf(ana.email) })
  expect(body).toMatchObject({ notes: [{ id: note.noteId, text: 'Would like to speak.' }] })
  expect(JSON.stringify(body)).not.toContain(`"${note.who}"`)

  const remove = () => world.asOrganizer('DELETE', `/profiles/${ids.ana}/notes/${note.noteId}`)
  expect(await remove()).toMatchObject({ status: 200, body: { noteId: note.noteId } })
  expect(await remove()).toMatchObject({ status: 404 })
  expect((await historyOf(ids.ana)).notes).toEqual([])
  const empty = await world.asOrganizer('POST', `/profiles/${ids.ana}/notes`, { text: ' ' })
  expect(empty).toMatchObject({ status: 400, body: { errors: [{ path: 'text' }] } })
})

it('of two organizers who change the same profile, the second one sees what the first one did', async () => {
  const { version } = await read(ids.ben)
  const first = await edit(ids.ben, { version, shift: 'night' })
  expect(first).toMatchObject({ status: 200, body: { shift: 'night' } })
  const second = await edit(ids.ben, { version, shift: 'evening' })
  expect(second).toMatchObject({ status: 409, body: { title: 'Changed meanwhile', current: first.body } })
  expect(await read(ids.ben)).toEqual(first.body)
  expect(await edit(ids.ben, { version: (await read(ids.ben)).version, shift: 'evening' })).toMatchObject({
    status: 200,
  })
})

describe('a fresh link', () => {
  const sends = (id: string) => world.asOrganizer('POST', `/profiles/${id}/links`, {})

  it('opens the profile of who lost theirs', async () => {
    expect(await sends(ids.ben)).toMatchObject({ status: 202, body: { status: 'sent' } })
    const letter = await world.letterTo(ben.email, /Your link/)
    const { body } = await world.call('GET', '/api/me', { token: world.linkIn(letter, 'me') })
    expect(body).toMatchObject({ profileId: ids.ben })
  })

  it('lets who has not confirmed yet do so; but not more than three mails an hour go there', async () => {
    const email = 'dora@example.org'
    await world.signsUp({ email, firstName: 'Dora' })
    await world.letterTo(email, /\/confirm#/)
    const [dora = ''] = await listed({ q: 'dora', status: 'pending' })
    expect(await sends(dora)).toMatchObject({ status: 202 })
    await eventually('the second mail', async () => (await world.inboxOf(email))[1])
    expect(await world.confirms(email)).toBe(dora)
    expect(await sends(dora)).toMatchObject({ status: 202 })
    expect(await sends(dora)).toMatchObject({ status: 409, body: { detail: expect.stringMatching(/last hour/) } })
  })
})

describe('somebody whom an organizer deletes', () => {
  const deletes = (id: string) => world.asOrganizer('DELETE', `/profiles/${id}`)

  it('can be brought back in time, as they were', async () => {
    await edit(ids.cleo, { status: 'paused' })
    const answer = await deletes(ids.cleo)
    const leaving = { profileId: ids.cleo, status: 'leaving', leavesAt: expect.any(String) }
    expect(answer).toMatchObject({ status: 200, body: leaving })
    expect((await deletes(ids.cleo)).body).toEqual(answer.body)
    expect(await listed({ status: 'leaving' })).toEqual([ids.cleo])
    expect(await edit(ids.cleo, { status: 'active' })).toMatchObject({ status: 200, body: { status: 'paused' } })
    expect(await edit(ids.cleo, { status: 'active' })).toMatchObject({ status: 200, body: { status: 'active' } })
    expect(await listed({ status: 'leaving' })).toEqual([])
  })

  it('leaves nothing behind when the time is over, not even a note', async () => {
    const email = 'gone-for-good@example.org'
    const id = await world.joins({ email, firstName: 'Zebulonia', languages: ['xc'] })
    await world.asOrganizer('POST', `/profiles/${id}/notes`, { text: 'Zebulonia called.' })
    await deletes(id)
    await world.letterTo(email, /^Goodbye/)
    const item = (await table.everything()).find(({ sk, id: its }) => sk === 'profile' && its === id)
    await table.put({ ...item, dueAt: new Date(Date.now() - 1000).toISOString() })
    expect(await edit(id, { status: 'active' })).toMatchObject({ status: 404 })
    expect(await deletes(id)).toMatchObject({ status: 404 })
    await world.minutePasses()
    await table.outboxIsEmpty()
    const left = async () =>
      (await table.everything()).filter((item) => /zebulonia|gone-for-good/i.test(JSON.stringify(item)))
    await expect.poll(left).toEqual([])
    expect(await listed({ q: 'zebulonia' })).toEqual([])
  })

  it('is gone at once when they never confirmed, and the link that they got is dead', async () => {
    const email = 'typed-by-another@example.org'
    await world.signsUp({ email, firstName: 'Zebulonia' })
    const token = world.linkIn(await world.letterTo(email), 'confirm')
    const [id = ''] = await listed({ q: email })
    expect(await deletes(id)).toMatchObject({ status: 200, body: { profileId: id, status: 'deleted' } })
    expect(await world.call('POST', '/api/profiles/confirm', { body: { token } })).toMatchObject({ status: 401 })
    await table.outboxIsEmpty()
    expect(await world.inboxOf(email)).toHaveLength(1)
  })
})

describe('spreadsheets', () => {
  const rowsOf = (text: string) => text.trimEnd().split('\r\n')

  it('of people have those who were asked for', async () => {
    const { status, headers, text } = await world.asOrganizer('GET', '/profiles.csv?role=mentee&state=TX')
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
    const [heading, ...rows] = rowsOf(text)
    expect(heading).toMatch(/^\ufeff?profileId,role,status,firstName,lastName,email,state,/)
    expect(rows).toEqual([expect.stringContaining(`${ids.ben},mentee,active,Ben,Okafor,${ben.email},TX`)])
  })

  it('of the audit trail tell what was done here, whoever it was done to, and that they were taken', async () => {
    await world.asOrganizer('GET', '/matches.csv')
    const csv = async () => rowsOf((await world.asOrganizer('GET', `/audit.csv?from=${today()}&to=${today()}`)).text)
    const [heading, ...rows] = await csv()
    expect(heading).toMatch(/^\ufeff?at,who,what,subject,details$/)
    const told = rows.map((row) => row.split(',').slice(2, 4).join(' '))
    expect(told).toEqual(
      expect.arrayContaining([
        `note-added ${ids.ana}`,
        `note-removed ${ids.ana}`,
        `profile-edited ${ids.ben}`,
        `link-sent ${ids.ben}`,
        `profile-deleted ${ids.cleo}`,
        'export profiles',
        'export matches',
      ]),
    )
    expect(rows.join()).not.toMatch(/@|Zebulonia|speak/)
    expect((await csv()).at(-1)).toContain('export,audit,')
    const { body } = await world.asOrganizer('GET', `/audit?day=${today()}`)
    expect(z.object({ items: z.array(z.unknown()) }).parse(body).items.length).toBeGreaterThan(told.length)
  })

  it.each([
    ['2027-01-31', '2027-01-01'],
    ['2026-01-01', '2027-01-02'],
    ['2027-01-01', 'tomorrow'],
  ])('of the audit trail have at most a year: not from %s to %s', async (from, to) => {
    expect(exportAuditRoute().takes.query.safeParse({ from: '2027-01-01', to: '2028-01-01' }).success).toBe(true)
    const answer = await world.asOrganizer('GET', `/audit.csv?from=${from}&to=${to}`)
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'to' }] } })
  })
})
