import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import { aFolder, run } from '../cli/a-command.ts'
import { crowdJoins } from '../support/crowd.ts'
import { zoneAtNoon } from '../support/noon.ts'
import { anOpenWorld } from '../support/open-world.ts'
import { eventually, Round } from '../support/world.ts'

/** An organizer is not content with a draft: tries something out, draws it up anew, publishes it, ends a match. */

const { world, table, stop } = await anOpenWorld(4350)
afterAll(stop)

const name = z.strictObject({ firstName: z.string(), lastName: z.string() })
const Pairs = z.object({
  items: z.array(
    z.looseObject({
      matchId: z.string(),
      menteeId: z.string(),
      mentorId: z.string(),
      score: z.int(),
      pinned: z.literal(true).optional(),
      mentee: name,
      mentor: name,
    }),
  ),
})
const Answer = z.object({
  before: z.looseObject({ placed: z.int(), totalScore: z.int() }),
  after: z.looseObject({ placed: z.int(), totalScore: z.int() }),
  unchanged: z.int(),
  moved: z.int(),
  moves: z.array(z.looseObject({ menteeId: z.string() })),
})
const Trail = z.object({ items: z.array(z.object({ what: z.string(), subject: z.string(), who: z.string() })) })

const timeZone = zoneAtNoon(new Date())
const emails = ['m1', 'm2', 'm3', 'e1', 'e2', 'e3', 'e4'].map((mark) => `${mark}@example.org`)
let ids: Map<string, string>
const idOf = (mark: string) => ids.get(`${mark}@example.org`) ?? ''

beforeAll(async () => {
  ids = await crowdJoins(
    world,
    emails.map((email, n) => ({
      email,
      timeZone,
      firstName: `Kim ${n}`,
      lastName: email.startsWith('m') ? 'Mentor' : 'Mentee',
      ...(email.startsWith('m') ? { role: 'mentor' as const, capacity: 1 } : { role: 'mentee' as const }),
      state: n % 2 ? ('OH' as const) : ('CA' as const),
    })),
  )
})

const asks = async (method: string, path: string, body?: unknown) => world.asOrganizer(method, `/rounds${path}`, body)
async function drafts(body: object = {}): Promise<string> {
  const { status, body: answer } = await asks('POST', '', { publish: false, ...body })
  expect(status).toBe(202)
  const { roundId } = z.object({ roundId: z.string() }).parse(answer)
  await world.roundIs(roundId, 'drafted')
  return roundId
}
const pairsOf = async (roundId: string, query = '') =>
  Pairs.parse((await asks('GET', `/${roundId}/matches${query}`)).body).items
const profileOf = async (id: string) => (await world.asOrganizer('GET', `/profiles/${id}`)).body
const about = async (email: string, subject: RegExp) =>
  (await world.inboxOf(email)).filter((letter) => subject.test(letter.subject))
const settled = (items: Awaited<ReturnType<typeof table.everything>>) =>
  items.filter(({ sk }) => /^(match|unplaced|round|profile|proof)/.test(String(sk)))

let first: string
let second: string

it('what would move is told without moving anybody', async () => {
  first = await drafts()
  const before = settled(await table.everything())
  const same = Answer.parse((await asks('POST', `/${first}/what-if`, {})).body)
  expect(same).toMatchObject({ unchanged: 3, moved: 0, before: { placed: 3 }, after: same.before })

  const weights = { topics: 0, practice: 0, style: 0, contact: 0, background: 1000 }
  const other = Answer.parse((await asks('POST', `/${first}/what-if`, { weights })).body)
  expect(other.unchanged + other.moved).toBeGreaterThanOrEqual(3)
  expect(other.after.placed).toBe(3)
  const [pair] = await pairsOf(first)
  const apart = { menteeId: pair?.menteeId, mentorId: pair?.mentorId }
  const never = Answer.parse((await asks('POST', `/${first}/what-if`, { never: [apart] })).body)
  expect(never.moves.map(({ menteeId }) => menteeId)).toContain(pair?.menteeId)
  expect(settled(await table.everything())).toEqual(before)
})

it('a pin that cannot be is refused by name, and nothing begins', async () => {
  const pins = [{ menteeId: idOf('e1'), mentorId: idOf('m1') }]
  const twice = [...pins, { menteeId: idOf('e2'), mentorId: idOf('m1') }]
  const answer = await asks('POST', '', { publish: false, from: first, pins: twice })
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'pins.1' }] } })
  const mistyped = { publish: false, weights: { topics: 1 } }
  expect(await asks('POST', '', mistyped)).toMatchObject({ status: 400, body: { errors: [{ path: 'weights' }] } })
  expect(await asks('POST', '', { publish: false, from: 'never' })).toMatchObject({ status: 404 })
})

it('a new draft with a pair chosen by hand takes the place of the old one, whose pairs go', async () => {
  // Somebody whom the draft leaves out, so that the choice makes a difference.
  const placed = new Set((await pairsOf(first)).map(({ menteeId }) => menteeId))
  const [leftOut = ''] = ['e1', 'e2', 'e3', 'e4'].map(idOf).filter((id) => !placed.has(id))
  const pins = [{ menteeId: leftOut, mentorId: idOf('m2') }]
  second = await drafts({ from: first, rules: { loadPenalty: 7 }, pins })
  const pairs = await pairsOf(second)
  expect(pairs.filter(({ pinned }) => pinned)).toMatchObject(pins)
  expect(pairs).toHaveLength(3)
  expect((await asks('GET', `/${second}`)).body).toMatchObject({
    pins,
    replaces: first,
    settings: { rules: { loadPenalty: 7 } },
    summary: { optimal: true, placed: 3 },
  })

  const old = Round.parse((await asks('GET', `/${first}`)).body)
  expect(old).toMatchObject({ status: 'failed', failedBecause: 'A newer draft took its place.' })
  await eventually('the pairs of the old draft are gone', async () =>
    (await pairsOf(first)).length ? undefined : true,
  )
  expect(await asks('POST', `/${first}/publish`)).toMatchObject({ status: 409 })
})

it('the new draft is proved to be the best around the pair that was chosen', async () => {
  const headers = { authorization: `Bearer ${await world.organizerToken()}` }
  const [pool, proof] = await Promise.all(
    ['pool.ndjson', 'proof'].map(async (what) =>
      (await fetch(`${world.origin}/api/organizer/rounds/${second}/${what}`, { headers })).text(),
    ),
  )
  const folder = aFolder()
  const files = [folder.file('pool.ndjson', pool ?? ''), folder.file('proof.json', proof ?? '')]
  expect(await run('match', ...files, '--verify')).toMatchObject({ code: 0, err: '' })
})

it('pairs are sorted by score and found by name; so are those left out', async () => {
  const scores = (await pairsOf(second, '?sort=-score')).map(({ score }) => score)
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  const [one] = await pairsOf(second)
  const q = encodeURIComponent(one?.mentee.firstName.toUpperCase() ?? '')
  expect((await pairsOf(second, `?q=${q}&sort=mentee`)).map(({ matchId }) => matchId)).toEqual([one?.matchId])
  expect(await asks('GET', `/${second}/matches?sort=score&cursor=x`)).toMatchObject({ status: 400 })
  expect(await asks('GET', `/${second}/unplaced?q=mentee&reason=seats`)).toMatchObject({
    body: { items: [{ reason: 'seats', mentee: { lastName: 'Mentee' } }] },
  })
  expect(await asks('GET', `/${second}/unplaced?q=nobody`)).toMatchObject({ body: { items: [] } })
})

it('the mail of a pair can be read before it goes out, with links that lead nowhere', async () => {
  const [pair] = await pairsOf(second)
  const { status, body } = await asks('GET', `/${second}/matches/${pair?.matchId}/mail`)
  expect(status).toBe(200)
  const { mails } = z
    .object({ mails: z.array(z.object({ to: z.string(), subject: z.string(), text: z.string(), html: z.string() })) })
    .parse(body)
  expect(mails.map(({ to }) => to)).toEqual(['mentee', 'mentor'])
  expect(mails[0]?.subject).toContain(`${pair?.mentor.firstName} ${pair?.mentor.lastName}`)
  expect(mails[0]?.text).toContain(`${world.origin}/match#example`)
  expect(mails[1]?.html).toContain(pair?.mentee.firstName)
  for (const email of emails) expect(await about(email, /^Meet /)).toEqual([])
})

it('published, it introduces the pair that was chosen', async () => {
  expect(await asks('POST', `/${second}/publish`)).toMatchObject({ status: 202 })
  await world.roundIs(second, 'published')
  await table.outboxIsEmpty()
  const pinned = (await pairsOf(second)).find((pair) => pair.pinned)
  expect(pinned).toMatchObject({ status: 'introduced', mentorId: idOf('m2') })
  expect(await profileOf(pinned?.menteeId ?? '')).toMatchObject({ openMatches: 1 })
  expect(await asks('GET', `/${second}/matches/${pinned?.matchId}/mail`)).toMatchObject({ status: 409 })
  expect(await asks('DELETE', `/${second}`)).toMatchObject({ status: 409 })
})

it('a match that is ended frees both, tells both once, and never comes back', async () => {
  const [match, quiet] = await pairsOf(second)
  const ends = (matchId: string | undefined, body: object) => world.asOrganizer('POST', `/matches/${matchId}/end`, body)
  for (let again = 0; again < 2; again++) {
    expect(await ends(match?.matchId, {})).toMatchObject({ status: 200, body: { status: 'ended' } })
  }
  expect(await ends(quiet?.matchId, { tell: false })).toMatchObject({ status: 200 })
  expect(await ends(`${second}.nobody`, {})).toMatchObject({ status: 404 })
  await table.outboxIsEmpty()

  const emailOf = (id: string | undefined) => emails.find((email) => ids.get(email) === id) ?? ''
  for (const id of [match?.menteeId, match?.mentorId]) {
    expect(await about(emailOf(id), /^Your match with .* has ended$/)).toHaveLength(1)
    expect(await profileOf(id ?? '')).toMatchObject({ openMatches: 0 })
  }
  for (const id of [quiet?.menteeId, quiet?.mentorId]) expect(await about(emailOf(id), /has ended$/)).toEqual([])
  expect((await pairsOf(second)).find(({ matchId }) => matchId === match?.matchId)).toMatchObject({
    status: 'ended',
    endedBecause: 'organizer',
  })
  const pins = [{ menteeId: match?.menteeId, mentorId: match?.mentorId }]
  const message = 'These two were paired before, or are never to be paired.'
  expect(await asks('POST', '', { publish: false, pins })).toMatchObject({
    status: 400,
    body: { errors: [{ path: 'pins.0', message }] },
  })
})

it('a draft that nobody wants is thrown away, and who was in it waits for the next round', async () => {
  const third = await drafts()
  const [pair] = await pairsOf(third)
  expect(await world.asOrganizer('POST', `/matches/${pair?.matchId}/end`, {})).toMatchObject({ status: 409 })
  for (let again = 0; again < 2; again++) {
    expect(await asks('DELETE', `/${third}`)).toMatchObject({ status: 200, body: { status: 'failed' } })
  }
  expect((await asks('GET', `/${third}`)).body).toMatchObject({ failedBecause: 'An organizer threw this draft away.' })
  expect(await asks('POST', `/${third}/what-if`, {})).toMatchObject({ status: 409 })
  await eventually('its pairs are gone', async () => ((await pairsOf(third)).length ? undefined : true))
  expect((await pairsOf(await drafts())).map(({ menteeId }) => menteeId)).toContain(pair?.menteeId)
})

it('all of it is in the audit trail, once each', async () => {
  const { items } = Trail.parse((await world.asOrganizer('GET', '/audit')).body)
  const deeds = (what: string) => items.filter((entry) => entry.what === what).map(({ subject }) => subject)
  expect(deeds('round-started').slice(0, 2)).toEqual([first, second])
  expect(deeds('round-published')).toEqual([second])
  expect(deeds('round-discarded')).toHaveLength(1)
  expect(deeds('match-ended')).toHaveLength(2)
})
