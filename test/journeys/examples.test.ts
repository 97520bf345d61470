import { execFile } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { createEventRoute } from '../../shared/api/organizer-events.ts'
import { inParallel } from '../../shared/parallel.ts'
import { csvOf } from '../support/csv.ts'
import { brokenPromise } from '../support/documented.ts'
import { aMentee } from '../support/people.ts'
import { openPostOffice } from '../support/post-office.ts'
import { aFolder, aWorld, type World } from '../support/world.ts'

/**
 * Every example of the API, typed as its document has it, in the life of one small programme: only what stands there as
 * a variable is filled in. Each test goes on where the one before stopped.
 */

/** Whom the examples are about, and two others. */
const [SAM, ANA, BEN] = ['sam@example.org', 'ana@example.org', 'ben@example.org']

const Document = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        security: z.array(z.record(z.string(), z.unknown())),
        responses: z.record(z.string(), z.unknown()),
        'x-codeSamples': z.tuple([z.object({ source: z.string() })]),
      }),
    ),
  ),
})
type Operation = { method: string; path: string; caller: keyof typeof tokens; successes: string[]; sample: string }

const event = createEventRoute().example.body
const folder = aFolder()
const operations = new Map<string, Operation>()
/** What has run, and what it was answered with. */
const ran = new Map<string, unknown>()
/** What the variables of examples stand for, but `$TOKEN`. */
const variables: Record<string, string> = { FORMAT: 'csv', KIND: 'welcome' }
/** What `$TOKEN` stands for, by who asks; `anybody` has no other token than that of a mail. */
const tokens = { organizer: '', member: '', attendee: '', anybody: '' }
let postOffice: Awaited<ReturnType<typeof openPostOffice>>
let world: World

beforeAll(async () => {
  postOffice = await openPostOffice()
  world = await aWorld({ port: 4330, settings: {}, sesEndpoint: postOffice.endpoint })
  tokens.organizer = await world.organizerToken()
  const { paths } = Document.parse((await world.call('GET', '/api/openapi.json')).body)
  for (const [path, methods] of Object.entries(paths)) {
    for (const [name, { security, responses, 'x-codeSamples': samples }] of Object.entries(methods)) {
      const method = name.toUpperCase()
      const holder = path.startsWith('/api/registrations/') ? 'attendee' : 'member'
      const caller = security.length === 0 ? 'anybody' : security.some((each) => 'link' in each) ? holder : 'organizer'
      const successes = Object.keys(responses).filter((status) => status < '400')
      operations.set(`${method} ${path}`, { method, path, caller, successes, sample: samples[0].source })
    }
  }
})
afterAll(async () => {
  await world?.stop()
  postOffice.close()
  await rm(folder, { recursive: true, force: true })
})

/** More would be no faster: each has a function to start. */
const AT_ONCE = 4

/** Types the examples of these operations, in no certain order. */
const run = (...keys: string[]) => inParallel(keys, AT_ONCE, runOne)

async function runOne(key: string): Promise<void> {
  const operation = operations.get(key)
  if (!operation) throw new Error(`The document has no ${key}.`)
  const { method, path, caller, successes, sample } = operation
  const { stdout } = await promisify(execFile)('sh', ['-c', `${sample} -sS -w '\\n%{http_code} %{content_type}'`], {
    cwd: folder,
    env: { PATH: process.env.PATH, TOKEN: tokens[caller], ...variables },
  })
  const [, text = '', status = '', type = ''] = /^(.*)\n(\d+) (.*)$/s.exec(stdout) ?? []
  const body: unknown = /\/(problem\+)?json\b/.test(type) ? JSON.parse(text) : text
  expect(successes, `${key} was answered with ${text}`).toContain(status)
  expect(brokenPromise(method, path, { status: Number(status), type, body })).toBeUndefined()
  ran.set(key, body)
  if (method === 'POST') areNext(body)
}

/** The next examples are about what has these ids: `{"roundId": "x"}` makes `$ROUND_ID` that. */
function areNext(answer: unknown): void {
  for (const [name, id] of Object.entries(Ids.parse(answer))) {
    if (typeof id === 'string' && name.endsWith('Id')) variables[name.replace(/Id$/, '_ID').toUpperCase()] = id
  }
}
const Ids = z.record(z.string(), z.unknown())

/** A draft, by the example; gives the ids of its pairs. */
async function drafts(): Promise<string[]> {
  await run('POST /api/organizer/rounds')
  await world.roundIs(variables.ROUND_ID ?? '', 'drafted')
  const { body } = await world.asOrganizer('GET', `/rounds/${variables.ROUND_ID}/matches`)
  const { items } = z.object({ items: z.array(z.object({ matchId: z.string() })) }).parse(body)
  return items.map(({ matchId }) => matchId)
}

const registrationLink = async (email: string, title: string) =>
  world.linkIn(await world.letterTo(email, new RegExp(title)), 'registration')

/** Somebody registers by themselves, for the event that the examples are about; gives what makes examples about them. */
async function registers(email: string, title: string) {
  const form = { firstName: 'Sam', lastName: 'Rivera', email }
  const { body } = await world.call('POST', `/api/events/${variables.EVENT_ID}/registrations`, { body: form })
  const attendee = await registrationLink(email, title)
  return () => {
    areNext(body)
    tokens.attendee = attendee
  }
}

describe('the examples', () => {
  it('of who joins, and of what organizers begin, run', async () => {
    await run('POST /api/profiles')
    tokens.anybody = world.linkIn(await world.letterTo(SAM), 'confirm')
    await run('POST /api/profiles/confirm')
    for (const email of [ANA, BEN]) await world.joins({ email })
    const { headers = [] } = await world.letterTo(SAM, /^Welcome/)
    const unsubscribe = headers.find(({ name }) => name === 'list-unsubscribe')?.value ?? ''
    tokens.anybody = /\/unsubscribe\/([^>?]+)/.exec(unsubscribe)?.[1] ?? ''
    tokens.member = await world.meLinkOf(SAM)

    await run('POST /api/organizer/profiles/{profileId}/notes', 'POST /api/organizer/events')
    await run('PATCH /api/organizer/events/{eventId}')
    await run('POST /api/events/{eventId}/registrations')
    tokens.attendee = await registrationLink(SAM, event.title)
    variables.MATCH_ID = (await drafts())[0] ?? ''
  })

  it('that only read run', async () => {
    await run(...[...operations.keys()].filter((key) => key.startsWith('GET ')))
  })

  it('about rounds run', async () => {
    await run('POST /api/organizer/rounds/{roundId}/what-if')
    await run('DELETE /api/organizer/rounds/{roundId}')
    const [one = '', other = ''] = await drafts()
    variables.MATCH_ID = one
    await run('DELETE /api/organizer/rounds/{roundId}/matches/{matchId}')
    await run('POST /api/organizer/rounds/{roundId}/publish')
    await world.roundIs(variables.ROUND_ID ?? '', 'published')
    variables.MATCH_ID = other
    await run('POST /api/matches/{matchId}/answer')
    await run('POST /api/organizer/matches/{matchId}/end')
  })

  it('about events run', async () => {
    await run('PATCH /api/organizer/events/{eventId}/registrations/{registrationId}')
    const { EVENT_ID = '' } = variables
    const { text } = await world.asOrganizer('GET', `/events/${EVENT_ID}/attendees.json`)
    await writeFile(join(folder, 'attendees.json'), text)
    await run('POST /api/organizer/events/{eventId}/copy')
    await run('POST /api/organizer/events/{eventId}/attendees')

    variables.EVENT_ID = EVENT_ID
    await world.asOrganizer('PATCH', `/events/${EVENT_ID}`, { capacity: 1 })
    const aboutBen = await registers(BEN, event.title)
    await run('DELETE /api/registrations/{registrationId}')
    aboutBen()
    await run('POST /api/registrations/{registrationId}/answer')
    await run('DELETE /api/organizer/events/{eventId}')
  })

  it('at the door run', async () => {
    const [startsAt, endsAt] = [10, 70].map((minutes) => new Date(Date.now() + minutes * 60_000).toISOString())
    const tonight = { title: 'Questions by video', startsAt, endsAt, onlineUrl: 'https://meet.example.org/tonight' }
    const { series: _alone, ...form } = event
    areNext((await world.asOrganizer('POST', '/events', { ...form, ...tonight, status: 'published' })).body)
    const aboutSam = await registers(SAM, tonight.title)
    aboutSam()

    await run('POST /api/organizer/events/{eventId}/check-ins')
    expect(ran.get('POST /api/organizer/events/{eventId}/check-ins')).toMatchObject({ result: 'ok' })
    await run('DELETE /api/organizer/events/{eventId}/check-ins/{registrationId}')
    await run('POST /api/registrations/{registrationId}/join')
    await run('POST /api/organizer/events/{eventId}/walk-ins')
  })

  it('about mail, words, settings, and a list of people run', async () => {
    variables.MAIL_ID = encodeURIComponent(`welcome#${variables.PROFILE_ID}`)
    await writeFile(join(folder, 'people.csv'), csvOf([aMentee()]))
    await run(
      'POST /api/organizer/mail/{mailId}/resend',
      'PATCH /api/organizer/words/{kind}',
      'POST /api/organizer/words/{kind}/preview',
      'POST /api/organizer/words/{kind}/test',
      'PATCH /api/organizer/settings',
      'POST /api/organizer/imports',
    )
    expect(ran.get('POST /api/organizer/imports')).toMatchObject({ created: 1, refused: [] })
  })

  it('of a member, and about one, run', async () => {
    await run(
      'POST /api/links',
      'POST /api/organizer/profiles/{profileId}/links',
      'PATCH /api/me',
      'PATCH /api/me/mail',
    )
    await run('POST /api/me/pause', 'DELETE /api/organizer/profiles/{profileId}/notes/{noteId}')
    await run('POST /api/unsubscribe/{token}')
    await run('POST /api/me/resume')
    await run('DELETE /api/me')
    await run('POST /api/me/stay')
    await run('PATCH /api/organizer/profiles/{profileId}')
    await run('DELETE /api/organizer/profiles/{profileId}')
  })

  it('are one for each route, and each of them ran', () => {
    expect([...ran.keys()].toSorted()).toEqual([...operations.keys()].toSorted())
  })
})
