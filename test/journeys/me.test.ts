import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { type Database, startDatabase } from '../../local/database.ts'
import { openPostOffice } from '../support/post-office.ts'
import { tableBehind } from '../support/stored.ts'
import { aWorld, eventually, type World } from '../support/world.ts'

/** What members do for themselves, in a programme that gives them time to think better of leaving. */

let database: Database
let postOffice: Awaited<ReturnType<typeof openPostOffice>>
let table: ReturnType<typeof tableBehind>
let world: World

beforeAll(async () => {
  ;[database, postOffice] = await Promise.all([startDatabase(undefined), openPostOffice(() => undefined)])
  table = tableBehind(database.endpoint)
  const endpoints = { dynamodbEndpoint: database.endpoint, sesEndpoint: postOffice.endpoint }
  world = await aWorld({ port: 4180, settings: {}, ...endpoints })
})
afterAll(async () => {
  await world.stop()
  table.close()
  postOffice.close()
  await database.stop()
})

const me = (token: string) => world.call('GET', '/api/me', { token })
const post = (token: string, what: string, body?: unknown) => world.call('POST', `/api/me/${what}`, { token, body })
const leave = (token: string) => world.call('DELETE', '/api/me', { token })
const profileOf = async (id: string) =>
  (await table.everything()).find(({ sk, id: its }) => sk === 'profile' && its === id)

/** As if so much time had gone by: what was due later is due now. */
async function becomesDue(id: string): Promise<void> {
  const item = await profileOf(id)
  await table.put({ ...item, dueAt: new Date(Date.now() - 1000).toISOString() })
}

async function joins(email: string, more: object = {}) {
  const id = await world.joins({ email, ...more })
  return { id, token: await world.meLinkOf(email) }
}

describe('leaving', () => {
  const traces = /zebulonia|gone-for-good/i

  it('takes somebody out of the pool at once, and everything stays for those who think better of it', async () => {
    const { id, token } = await joins('stays@example.org')
    const answer = await leave(token)
    expect(answer).toMatchObject({ status: 202, body: { status: 'leaving', leavesAt: expect.any(String) } })
    expect(await leave(token)).toMatchObject({ status: 202, body: answer.body })
    expect((await me(token)).body).toMatchObject({ status: 'leaving', leavesAt: expect.any(String) })
    expect(await profileOf(id)).not.toHaveProperty('poolShard')
    const letter = await world.letterTo('stays@example.org', /^Goodbye/)
    expect(letter.body.text).toContain('will be deleted')

    const inLetter = world.linkIn(letter, 'me')
    expect(await post(inLetter, 'stay')).toMatchObject({ status: 200, body: { status: 'active' } })
    expect(await profileOf(id)).toHaveProperty('poolShard')
    expect(await profileOf(id)).not.toHaveProperty('dueAt')
    expect(await leave(token)).toMatchObject({ status: 202 })
    await eventually('another goodbye', async () => {
      const letters = await world.inboxOf('stays@example.org')
      return letters.filter(({ subject }) => /^Goodbye/.test(subject)).length === 2 ? true : undefined
    })
  })

  it('and thinking better of it keeps the day on which a pause ends', async () => {
    const { token } = await joins('rests-and-stays@example.org')
    const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
    const { body } = await post(token, 'pause', { until: day })
    await leave(token)
    expect((await post(token, 'stay')).body).toEqual(body)
  })

  it('deletes everything when the time is over, and tells the partner only then', async () => {
    const [goes, stays] = ['gone-for-good@example.org', 'left-behind@example.org']
    await world.joins({ role: 'mentor', email: stays, languages: ['xa'] })
    const id = await world.joins({ email: goes, firstName: 'Zebulonia', languages: ['xa'] })
    await world.roundRuns()
    const token = await world.meLinkOf(goes)
    await leave(token)
    await world.letterTo(goes, /^Goodbye/)
    expect(await world.matchesOf(await world.meLinkOf(stays))).toMatchObject([{ status: 'introduced' }])

    await becomesDue(id)
    expect(await me(token)).toMatchObject({ status: 401 })
    await world.minutePasses()
    expect(await profileOf(id)).toBeUndefined()
    await world.letterTo(stays, /has ended/)
    await table.outboxIsEmpty()
    const left = async () => (await table.everything()).filter((item) => traces.test(JSON.stringify(item)))
    await expect.poll(left).toEqual([])
  })
})

describe('a pause', () => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

  it('until a day ends by itself', async () => {
    const { id, token } = await joins('rests@example.org')
    const paused = await post(token, 'pause', { until: inDays(30) })
    expect(paused).toMatchObject({ status: 200, body: { status: 'paused', pausedUntil: expect.any(String) } })
    expect(await profileOf(id)).not.toHaveProperty('poolShard')
    await becomesDue(id)
    expect((await me(token)).body).toMatchObject({ status: 'active' })
    await world.minutePasses()
    expect(await profileOf(id)).toHaveProperty('poolShard')
    expect(await profileOf(id)).not.toHaveProperty('dueAt')
  })

  it('without a day ends when they say so', async () => {
    const { token } = await joins('rests-long@example.org')
    expect(await post(token, 'pause', { until: inDays(30) })).toMatchObject({ status: 200 })
    const open = await post(token, 'pause')
    expect(open.body).toMatchObject({ status: 'paused' })
    expect(open.body).not.toHaveProperty('pausedUntil')
    expect((await post(token, 'resume')).body).toMatchObject({ status: 'active' })
  })

  it.each([inDays(-1), inDays(900), 'soon'])('until %s is refused', async (until) => {
    const { token } = await joins(`refused-${until}@example.org`)
    expect(await post(token, 'pause', { until })).toMatchObject({ status: 400, body: { errors: [{ path: 'until' }] } })
  })
})

describe('mail', () => {
  it('about new people stops for good with one click, also during a pause that has a day', async () => {
    const { token } = await joins('clicks@example.org')
    const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
    await post(token, 'pause', { until: day })
    const { headers = [] } = await world.letterTo('clicks@example.org', /Welcome/)
    const click = /<(http[^>]+)>/.exec(headers.find(({ name }) => name === 'list-unsubscribe')?.value ?? '')?.[1] ?? ''
    expect((await fetch(click, { method: 'POST', body: 'List-Unsubscribe=One-Click' })).status).toBe(200)
    const { body } = await me(token)
    expect(body).toMatchObject({ status: 'paused' })
    expect(body).not.toHaveProperty('pausedUntil')
  })

  it('of one kind can be stopped, on the page and with one click, and started again', async () => {
    const email = 'quiet@example.org'
    await joins(email, { languages: ['xb'] })
    const [letter] = await world.inboxOf(email).then((all) => all.filter(({ subject }) => /Welcome/.test(subject)))
    const header = letter?.headers?.find(({ name }) => name.toLowerCase() === 'list-unsubscribe')?.value ?? ''
    const token = /unsubscribe\/([^>?]+)/.exec(header)?.[1] ?? ''
    const choose = (off: string[]) => world.call('PATCH', '/api/me/mail', { token, body: { off } })
    expect((await world.call('GET', '/api/me/mail', { token })).body).toMatchObject({ off: [], status: 'active' })
    expect((await choose(['reminders', 'reminders'])).body).toEqual({ off: ['reminders'] })

    const click = await world.call('POST', `/api/unsubscribe/${token}?about=left-out`)
    expect(click).toMatchObject({ status: 200 })
    expect((await world.call('GET', '/api/me/mail', { token })).body).toMatchObject({ off: ['reminders', 'left-out'] })
    await world.roundRuns()
    await table.outboxIsEmpty()
    expect(
      (await world.inboxOf(email)).filter(({ body }) => /next round/i.test(body.text) && /why/i.test(body.text)),
    ).toEqual([])
    expect((await choose([])).body).toEqual({ off: [] })
    expect(await choose(['introductions'])).toMatchObject({ status: 400 })
    expect(await me(token)).toMatchObject({ status: 401 })
  })
})

it('the download has every item that is stored about somebody', async () => {
  const email = 'curious@example.org'
  const { id, token } = await joins(email, { languages: ['xc'] })
  await world.joins({ role: 'mentor', email: 'known@example.org', languages: ['xc'] })
  await world.roundRuns()
  await table.outboxIsEmpty()
  const answer = await world.call('GET', '/api/me/data', { token })
  expect(answer.headers.get('content-disposition')).toContain('attachment')
  const Data = z.object({
    profile: z.looseObject({ contact: z.looseObject({ email: z.string() }) }),
    address: z.looseObject({ hash: z.string() }),
    matches: z.array(z.looseObject({})),
    leftOut: z.array(z.looseObject({})),
    mail: z.array(z.looseObject({})),
  })
  const data = Data.parse(answer.body)
  expect(data.profile.contact.email).toBe(email)
  const about = (await table.everything()).filter(
    (item) => JSON.stringify(item).includes(id) && /^(profile|address|match#|unplaced#|mail$)/.test(String(item.sk)),
  )
  const theirs = about.filter(
    (item) => !(item.sk === 'profile' && item.id !== id) && !(item.sk === 'mail' && item.profileId !== id),
  )
  expect(theirs).toHaveLength(2 + data.matches.length + data.leftOut.length + data.mail.length)
})

describe('a sign-up', () => {
  const signUp = async (email: string, more: object) => world.signsUp({ email, ...more })
  const stored = async (email: string) =>
    (await table.everything()).filter((item) => JSON.stringify(item).includes(email))

  it.each([
    ['in a field that nobody sees', { website: 'https://example.org' }],
    ['faster than anybody', { secondsOpen: 1.2 }],
  ])('filled in %s is answered as always, and forgotten', async (what, more) => {
    const email = `robot-${what.length}@example.org`
    expect(await signUp(email, more)).toMatchObject({ status: 202, body: { status: 'confirmation-sent' } })
    expect(await stored(email)).toEqual([])
  })

  it('with another spelling of an address is the same person', async () => {
    const { token } = await joins('Sam.Double@gmail.com', { languages: ['xd'] })
    await signUp('samdouble+lab@googlemail.com', { languages: ['xd'] })
    await world.letterTo('Sam.Double@gmail.com', /already signed up/)
    expect(await world.inboxOf('samdouble+lab@googlemail.com')).toEqual([])

    await signUp('samdouble+mentor@gmail.com', { role: 'mentor', languages: ['xd'] })
    await world.confirms('samdouble+mentor@gmail.com')
    await world.roundRuns()
    expect(await world.matchesOf(token)).toEqual([])
  })

  it('with another spelling, to which no more mail may go for now, takes no link away', async () => {
    const email = 'besieged@example.org'
    for (const firstName of ['One', 'Two', 'Three']) await signUp(email, { firstName })
    await signUp('besieged+x@example.org', { firstName: 'Impostor' })
    await world.confirms(email)
    expect((await me(await world.meLinkOf(email))).body).toMatchObject({ email, firstName: 'Three' })
  })

  it('with another spelling before confirming ends the link that went to the first', async () => {
    await signUp('two.spellings@example.org', {})
    const first = world.linkIn(await world.letterTo('two.spellings@example.org'), 'confirm')
    await signUp('two.spellings+x@example.org', {})
    await world.confirms('two.spellings+x@example.org')
    expect(await world.call('POST', '/api/profiles/confirm', { body: { token: first } })).toMatchObject({ status: 401 })
  })
})

it('anybody can read whose programme it is, and when its next round is', async () => {
  const { status, body, headers } = await world.call('GET', '/api/programme')
  expect({ status, body }).toMatchObject({ status: 200, body: { name: 'Benchmate', timeZone: 'America/Chicago' } })
  const { nextRoundAt } = z.object({ nextRoundAt: z.iso.datetime() }).parse(body)
  expect(Date.parse(nextRoundAt)).toBeGreaterThan(Date.now())
  expect(headers.get('cache-control')).toContain('max-age')
})
