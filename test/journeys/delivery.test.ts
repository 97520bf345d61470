import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { crowdJoins } from '../support/crowd.ts'
import { aWorld, eventually, type World } from '../support/world.ts'

/** What becomes of mail: SES's simulator addresses, the delivery log, and addresses that get no more mail. */

let world: World
beforeAll(async () => {
  world = await aWorld({ port: 4170 })
})
afterAll(() => world.stop())

const Log = z.object({
  items: z.array(
    z.looseObject({
      mailId: z.string(),
      kind: z.string(),
      profileId: z.string(),
      status: z.string(),
      attempts: z.number(),
      sentAt: z.string().optional(),
      delivery: z.object({ status: z.string(), at: z.string(), diagnostic: z.string().optional() }).optional(),
      lastError: z.string().optional(),
    }),
  ),
  nextCursor: z.string().optional(),
})
const logOf = async (query = '') => Log.parse((await world.asOrganizer('GET', `/mail${query}`)).body)
const to = (email: string) => `?to=${encodeURIComponent(email)}`

/** The log of an address, once it has what is looked for. */
const logShows = (email: string, delivery: string) =>
  eventually(`the log of an address shows ${delivery}`, async () =>
    (await logOf(to(email))).items.find((entry) => entry.delivery?.status === delivery),
  )
const Profile = z.looseObject({ mailProblem: z.object({ kind: z.string(), at: z.string() }).optional() })
const profileOf = async (id: string) => Profile.parse((await world.asOrganizer('GET', `/profiles/${id}`)).body)

it('mail that arrives is in the log as delivered, newest first, without an address', async () => {
  const profileId = await world.joins({ email: 'arrives@example.org' })
  await eventually('both mails are delivered', async () =>
    (await logOf(`${to('arrives@example.org')}&status=delivered`)).items.length === 2 ? true : undefined,
  )
  const { items } = await logOf(to('Arrives@example.org'))
  expect(items.map(({ kind }) => kind)).toEqual(['welcome', 'confirm'])
  expect(items[0]).toMatchObject({ mailId: `welcome#${profileId}`, profileId, status: 'sent', attempts: 1 })
  expect(items[0]?.sentAt).toBeDefined()
  expect(JSON.stringify(await logOf())).not.toContain('example.org')
})

it('pages through all mail', async () => {
  await crowdJoins(
    world,
    Array.from({ length: 30 }, (_, n) => ({ email: `many${n}@example.org` })),
  )
  const first = await logOf()
  expect(first.nextCursor).toBeDefined()
  const rest = await logOf(`?cursor=${first.nextCursor}`)
  const ids = [...first.items, ...rest.items].map(({ mailId }) => mailId)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThanOrEqual(62)
})

it('refuses what it does not know, and a cursor where everything comes at once', async () => {
  for (const query of ['?status=lost', '?to=nobody', `${to('a@example.org')}&cursor=abc`]) {
    expect((await world.asOrganizer('GET', `/mail${query}`)).status).toBe(400)
  }
  expect((await logOf(to('stranger@example.org'))).items).toEqual([])
})

describe('an address whose mailbox does not exist', () => {
  const email = 'bounce+nurse@simulator.amazonses.com'
  let profileId = ''

  it('gets no more mail, and its profile says so', async () => {
    // Its owner could not read the mail; this test can.
    profileId = await world.joins({ role: 'mentor', email })
    const bounced = await logShows(email, 'bounced')
    expect(bounced.delivery?.diagnostic).toBe('Permanent General 5.1.1')
    const { mailProblem } = await eventually('the profile shows it', async () => {
      const profile = await profileOf(profileId)
      return profile.mailProblem && profile
    })
    expect(mailProblem).toMatchObject({ kind: 'bounce' })
    const list = await world.asOrganizer('GET', '/profiles?role=mentor')
    expect(JSON.stringify(list.body)).toContain('"mailProblem":{"kind":"bounce"')
  })

  it('is left alone by mail that it did not ask for', async () => {
    const before = (await world.inboxOf(email)).length
    await world.joins({ email: 'partner@example.org' })
    await world.roundRuns()
    const introduction = await eventually('its introduction is dropped', async () =>
      (await logOf(`${to(email)}&status=dropped`)).items.find(({ kind }) => kind === 'introduction'),
    )
    expect(introduction).toMatchObject({ lastError: 'address suppressed', attempts: 0 })
    expect(await world.inboxOf(email)).toHaveLength(before)
  })

  it('still gets the link that is asked for', async () => {
    const before = (await world.inboxOf(email)).length
    expect((await world.call('POST', '/api/links', { body: { email } })).status).toBe(202)
    await eventually('the link comes', async () => (await world.inboxOf(email)).length > before || undefined)
  })

  it('gets mail again when an organizer says so', async () => {
    await eventually('the link bounces, too', async () =>
      (await logOf(`${to(email)}&status=bounced`)).items.find(({ kind }) => kind === 'link'),
    )
    const { status, body } = await world.asOrganizer('PATCH', `/profiles/${profileId}`, { allowMail: true })
    expect(status).toBe(200)
    expect(body).not.toHaveProperty('mailProblem')
    expect(await profileOf(profileId)).not.toHaveProperty('mailProblem')
  })
})

it('a complaint closes the address, too', async () => {
  const email = 'complaint@simulator.amazonses.com'
  const profileId = await world.joins({ email })
  const { delivery } = await logShows(email, 'complained')
  expect(delivery?.diagnostic).toBe('abuse')
  await eventually('the profile shows it', async () => (await profileOf(profileId)).mailProblem)
  expect(await profileOf(profileId)).toMatchObject({ mailProblem: { kind: 'complaint' } })
})

it('no log has an address', () => {
  expect(world.logs.join('\n')).not.toMatch(/simulator|example\.org/)
})
