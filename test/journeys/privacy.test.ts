import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import { type Database, startDatabase } from '../../local/database.ts'
import { hostileRequest } from '../support/hostile.ts'
import { openPostOffice, unverified } from '../support/post-office.ts'
import { routesInTemplate } from '../support/routes.ts'
import { tableBehind } from '../support/stored.ts'
import { aWorld, eventually, type World } from '../support/world.ts'

/** Whatever happens, a log says who by id alone. */

const mentor = {
  role: 'mentor' as const,
  email: 'zebulonia.quackenbush@example.org',
  firstName: 'Zebulonia',
  lastName: 'Quackenbush',
  about: 'I collect barometers.',
  employer: 'Xylograph Laboratories',
}
const mentee = {
  email: 'thaddeus@example.org',
  firstName: 'Thaddeus',
  lastName: 'Wigglesworth',
  about: 'Once I was a lighthouse keeper.',
}
const unreachable = 'bouncing-bartholomew@example.org'
const PERSONAL = /zebulonia|quackenbush|barometer|xylograph|thaddeus|wigglesworth|lighthouse|bartholomew|@example\.org/i

let database: Database
let postOffice: Awaited<ReturnType<typeof openPostOffice>>
let table: ReturnType<typeof tableBehind>
let world: World
/** Every line: the functions' own, and what the product says on the terminal. */
const terminal: string[] = []
const lines = () => [...terminal, ...world.logs]
/** Tokens that were used. Each has three parts; none of them may be in a log. */
const tokens: string[] = []

beforeAll(async () => {
  ;[database, postOffice] = await Promise.all([
    startDatabase(undefined),
    openPostOffice((to) => (to === unreachable ? unverified(to) : undefined)),
  ])
  table = tableBehind(database.endpoint)
  const endpoints = { dynamodbEndpoint: database.endpoint, sesEndpoint: postOffice.endpoint }
  world = await aWorld({ port: 4140, ...endpoints, log: (line) => terminal.push(line) })
})
afterAll(async () => {
  await world.stop()
  table.close()
  postOffice.close()
  await database.stop()
})

const expectNothingPersonal = () => {
  const parts = tokens.flatMap((token) => token.split('.').slice(1))
  const telling = lines().filter((line) => PERSONAL.test(line) || parts.some((part) => line.includes(part)))
  expect(telling).toEqual([])
}

it('nothing personal is logged while people join, meet, complain and leave', async () => {
  const mentorId = await world.joins(mentor)
  await world.joins(mentee)
  await world.roundRuns()
  const [asMentor, asMentee] = [await world.matchLinkOf(mentor.email), await world.matchLinkOf(mentee.email)]
  tokens.push(asMentor, asMentee, await world.meLinkOf(mentor.email), await world.meLinkOf(mentee.email))
  const [match] = await world.matchesOf(asMentee)
  const answer = `/api/matches/${match?.matchId}/answer`
  const note = 'Zebulonia only talks about barometers.'
  await world.call('POST', answer, { token: asMentee, body: { answer: 'problem', note } })
  await world.call('POST', answer, { token: asMentor, body: { answer: 'decline' } })
  await world.roundRuns()
  tokens.push(await world.organizerToken())
  await world.asOrganizer('GET', '/profiles?q=Quackenbush')
  for (const file of ['matches.csv', 'profiles.csv']) {
    expect((await world.asOrganizer('GET', `/${file}`)).text).toContain(mentor.lastName)
  }
  const person = `/profiles/${mentorId}`
  expect(await world.asOrganizer('POST', `${person}/notes`, { text: note })).toMatchObject({ status: 201 })
  expect((await world.asOrganizer('GET', `${person}/history`)).text).toContain(note)
  expect(await world.asOrganizer('PATCH', person, { about: mentor.about, version: 0 })).toMatchObject({ status: 409 })
  expect(await world.asOrganizer('POST', `${person}/links`, {})).toMatchObject({ status: 202 })
  const token = await world.meLinkOf(mentee.email)
  await world.call('PATCH', '/api/me', { token, body: { about: mentee.about, firstName: mentor.firstName } })
  await world.call('DELETE', '/api/me', { token })
  await world.letterTo(mentee.email, /^Goodbye/)
  await table.outboxIsEmpty()
  expectNothingPersonal()
})

it('nothing personal is logged while people register, wait, come, cancel and are listed', async () => {
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  const made = await world.asOrganizer('POST', '/events', {
    ...{ title: 'Coffee', kind: 'meeting', timeZone: 'America/Chicago', startsAt: inHours(1), endsAt: inHours(2) },
    ...{ capacity: 1, waitlist: { policy: 'auto' }, status: 'published' },
  })
  const { eventId } = z.object({ eventId: z.string() }).parse(made.body)
  const people = [mentor, mentee].map(({ email, firstName, lastName }) => ({ email, firstName, lastName }))
  const registrationIds: string[] = []
  for (const person of people) {
    const body = { ...person, employer: mentor.employer, accessibilityNeeds: mentor.about }
    const { status, body: answer } = await world.call('POST', `/api/events/${eventId}/registrations`, { body })
    expect(status).toBe(201)
    expect((await world.call('POST', `/api/events/${eventId}/registrations`, { body })).status).toBe(409)
    registrationIds.push(z.object({ registrationId: z.string() }).parse(answer).registrationId)
  }
  const [first, second] = registrationIds
  const token = world.linkIn(await world.letterTo(mentor.email, /You have a seat/), 'registration')
  tokens.push(token)
  expect((await world.call('DELETE', `/api/registrations/${first}`, { token })).status).toBe(200)
  const tap = { registrationId: second, idempotencyKey: mentee.email }
  expect((await world.asOrganizer('POST', `/events/${eventId}/check-ins`, tap)).body).toMatchObject({ result: 'ok' })
  for (const path of ['registrations?q=Quackenbush', 'attendees.csv', 'attendees.json', 'door']) {
    expect((await world.asOrganizer('GET', `/events/${eventId}/${path}`)).status, path).toBe(200)
  }
  expect((await world.asOrganizer('DELETE', `/events/${eventId}`)).status).toBe(200)
  await table.outboxIsEmpty()
  expectNothingPersonal()
})

it('nothing personal is logged when SES refuses a mail and says the address', async () => {
  await world.signsUp({ email: unreachable, firstName: 'Bartholomew' })
  const log = await eventually('the refusal is logged', async () =>
    lines().find((line) => line.includes('A mail was not sent.')),
  )
  expect(log).toContain('MessageRejected')
  expectNothingPersonal()
})

it('nothing personal is logged when we fail, and the answer has nothing but a number that is in the log', async () => {
  const token = await world.meLinkOf(mentor.email)
  const broken = (await table.everything()).find((item) => item.sk === 'profile' && item.role === 'mentor')
  await table.put({ ...broken, pk: broken?.pk, capacity: 'Zebulonia', [mentor.email]: mentor.about })
  const answer = await world.call('GET', '/api/me', { token })
  expect(answer).toMatchObject({ status: 500, body: { status: 500, title: 'Something went wrong' } })
  expect(answer.text).not.toMatch(PERSONAL)
  const requestId = /[0-9a-f-]{36}/.exec(answer.text)?.[0]
  expect(requestId).toBeDefined()
  expect(lines().filter((line) => line.includes(`${requestId}`))).not.toEqual([])
  await table.put({ ...broken })
  expectNothingPersonal()
})

it('nothing personal is logged whatever people send', async () => {
  const routes = await routesInTemplate()
  const organizer = await world.organizerToken()
  const member = await world.meLinkOf(mentor.email)
  const [known] = (await table.everything()).filter((item) => item.sk === 'profile')
  const request = hostileRequest({
    routes: routes.filter(({ method }) => method !== 'DELETE'),
    tokenFor: ({ path }) => (path.startsWith('/api/organizer') ? organizer : member),
    knownIds: [mentor.email, mentor.lastName, String(known?.id)],
  })
  await fc.assert(
    fc.asyncProperty(request, async ({ method, path, headers, body }) => {
      const sent = body?.replaceAll('Sam', mentor.firstName).replaceAll('sam.rivera', 'zebulonia')
      const { status } = await fetch(`${world.origin}${path}`, { method, headers, ...(sent && { body: sent }) })
      expect(status).toBeLessThan(500)
    }),
    { seed: 3, numRuns: 100 },
  )
  expectNothingPersonal()
})
