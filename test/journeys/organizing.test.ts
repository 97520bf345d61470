import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { readOverviewRoute } from '../../shared/api/overview.ts'
import { PHASES } from '../../shared/domain/round.ts'
import { aFolder, run } from '../cli/a-command.ts'
import { crowdJoins } from '../support/crowd.ts'
import { zoneAtNoon } from '../support/noon.ts'
import { anOpenWorld } from '../support/open-world.ts'
import { eventually, Round } from '../support/world.ts'

/** An organizer's week: draft a round, look at it, correct it, publish it; and look people up. */

const { world, table, stop } = await anOpenWorld(4130)
afterAll(stop)

const Pairs = z.object({
  items: z.array(
    z.looseObject({
      matchId: z.string(),
      menteeId: z.string(),
      mentorId: z.string(),
      score: z.int(),
      parts: z.record(z.string(), z.int()),
      reasons: z.array(z.string()),
      status: z.string(),
    }),
  ),
})
const LeftOut = z.object({
  items: z.array(z.looseObject({ menteeId: z.string(), reason: z.string(), detail: z.string() })),
})

async function drafts() {
  const { body } = await world.asOrganizer('POST', '/rounds', { publish: false })
  const { roundId } = z.object({ roundId: z.string() }).parse(body)
  return world.roundIs(roundId, 'drafted')
}
async function publishes(roundId: string) {
  expect(await world.asOrganizer('POST', `/rounds/${roundId}/publish`)).toMatchObject({
    status: 202,
    body: { roundId },
  })
  const round = await world.roundIs(roundId, 'published')
  await table.outboxIsEmpty()
  return round
}
const pairsOf = async (roundId: string) =>
  Pairs.parse((await world.asOrganizer('GET', `/rounds/${roundId}/matches`)).body).items
const leftOutOf = async (roundId: string) =>
  LeftOut.parse((await world.asOrganizer('GET', `/rounds/${roundId}/unplaced`)).body).items
const profileOf = async (id: string) => (await world.asOrganizer('GET', `/profiles/${id}`)).body
const introductionsTo = async (email: string) =>
  (await world.inboxOf(email)).filter(({ subject }) => subject.startsWith('Meet '))
const leftOutMailsTo = async (email: string) =>
  (await world.inboxOf(email)).filter(({ subject }) => subject.startsWith('No mentor for you yet'))

/** Everybody of one test speaks a language of their own, so that nobody of another test fits them. */
const pairOf = async (language: string, more = {}) => {
  const [mentor, mentee] = [`mentor-${language}@example.org`, `mentee-${language}@example.org`]
  const languages = [language]
  const ids = await crowdJoins(world, [
    { role: 'mentor', email: mentor, capacity: 1, languages, ...more },
    { role: 'mentee', email: mentee, languages, ...more },
  ])
  return { mentor, mentee, mentorId: ids.get(mentor) ?? '', menteeId: ids.get(mentee) ?? '', languages }
}

describe('a draft', () => {
  it('shows who was paired and why, who was left out and why, and tells nobody yet', async () => {
    const pair = await pairOf('xa')
    const alone = await world.joins({ email: 'alone@example.org', languages: ['zz'], timeZone: zoneAtNoon(new Date()) })
    const { roundId, summary } = await drafts()
    expect(summary).toMatchObject({ mentees: 2, mentors: 1, placed: 1, unplaced: 1 })

    const [drafted, ...others] = await pairsOf(roundId)
    expect(others).toEqual([])
    expect(drafted).toMatchObject({ menteeId: pair.menteeId, mentorId: pair.mentorId, status: 'drafted' })
    const parts = Object.values(drafted?.parts ?? {})
    expect(parts.length).toBeGreaterThanOrEqual(5)
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(drafted?.score)
    expect(drafted?.score).toBeGreaterThan(0)
    expect(drafted?.reasons.length).toBeGreaterThan(0)

    const [leftOut] = await leftOutOf(roundId)
    expect(leftOut).toMatchObject({ menteeId: alone, reason: 'language', detail: expect.stringMatching(/\d/) })
    await table.outboxIsEmpty()
    for (const email of [pair.mentor, pair.mentee]) expect(await introductionsTo(email)).toEqual([])
    expect(await leftOutMailsTo('alone@example.org')).toEqual([])
    expect(await profileOf(pair.menteeId)).toMatchObject({ openMatches: 0 })
    expect(await world.matchesOf(await world.meLinkOf(pair.mentee))).toEqual([])

    await publishes(roundId)
    for (const email of [pair.mentor, pair.mentee]) expect(await introductionsTo(email)).toHaveLength(1)
    expect(await leftOutMailsTo('alone@example.org')).toHaveLength(1)
    expect(await profileOf(pair.menteeId)).toMatchObject({ openMatches: 1 })
    expect(await profileOf(pair.mentorId)).toMatchObject({ openMatches: 1 })
  })

  it('can be checked again by anybody, from its proof and its pool without names', async () => {
    await pairOf('xp')
    const { roundId } = await drafts()
    const headers = { authorization: `Bearer ${await world.organizerToken()}` }
    const [pool, proof] = await Promise.all(
      ['pool.ndjson', 'proof'].map(async (what) =>
        (await fetch(`${world.origin}/api/organizer/rounds/${roundId}/${what}`, { headers })).text(),
      ),
    )
    expect(pool).not.toMatch(/@|firstName|lastName/)
    const folder = aFolder()
    const files = [folder.file('pool.ndjson', pool ?? ''), folder.file('proof.json', proof ?? '')]
    const rules = folder.file('rules.json', JSON.stringify(JSON.parse(proof ?? '').settings))
    const checked = await run('match', ...files, '--verify', '--rules', rules)
    expect(checked).toMatchObject({ code: 0, err: '' })

    await publishes(roundId)
    expect((await world.asOrganizer('GET', `/rounds/${roundId}/pool.ndjson`)).status).toBe(409)
  })

  it('can be changed: a pair that was taken out for ever is not introduced, and not drafted again', async () => {
    const pair = await pairOf('xb')
    const { roundId, summary } = await drafts()
    const [drafted] = await pairsOf(roundId)
    const path = `/rounds/${roundId}/matches/${drafted?.matchId}?never=1`
    expect(await world.asOrganizer('DELETE', path)).toMatchObject({ status: 200, body: { status: 'taken-out' } })
    expect((await world.asOrganizer('DELETE', path)).status).toBe(404)

    const after = Round.parse((await world.asOrganizer('GET', `/rounds/${roundId}`)).body)
    expect(after.summary).toMatchObject({ placed: 0, unplaced: (summary?.unplaced ?? 0) + 1, totalScore: 0 })
    expect(await leftOutOf(roundId)).toContainEqual(
      expect.objectContaining({ menteeId: pair.menteeId, reason: 'taken-out' }),
    )
    await publishes(roundId)
    for (const email of [pair.mentor, pair.mentee]) expect(await introductionsTo(email)).toEqual([])
    expect(await profileOf(pair.menteeId)).toMatchObject({ roundsWaited: 1, openMatches: 0 })

    const next = await world.roundRuns()
    expect(await pairsOf(next.roundId)).toEqual([])
    expect((await leftOutOf(next.roundId)).map(({ menteeId }) => menteeId)).toContain(pair.menteeId)
  })

  it('can be changed: a pair that was taken out once is drafted again', async () => {
    const pair = await pairOf('xc')
    const { roundId } = await drafts()
    const [drafted] = await pairsOf(roundId)
    await world.asOrganizer('DELETE', `/rounds/${roundId}/matches/${drafted?.matchId}`)
    await publishes(roundId)
    expect(await introductionsTo(pair.mentee)).toEqual([])
    await world.roundRuns()
    expect(await profileOf(pair.menteeId)).toMatchObject({ openMatches: 1 })
  })

  it('cannot be changed once it is published', async () => {
    await pairOf('xd')
    const { roundId } = await drafts()
    await publishes(roundId)
    const [introduced] = await pairsOf(roundId)
    expect(introduced).toMatchObject({ status: 'introduced' })
    const answer = await world.asOrganizer('DELETE', `/rounds/${roundId}/matches/${introduced?.matchId}`)
    expect(answer).toMatchObject({ status: 409, body: { detail: 'Only a draft can be changed.' } })
    expect(await pairsOf(roundId)).toEqual([introduced])
  })

  it('whose mentor pauses meanwhile loses that pair: the mentee is told, and has waited one more round', async () => {
    const pair = await pairOf('xe', { timeZone: zoneAtNoon(new Date()) })
    const { roundId } = await drafts()
    await world.call('POST', '/api/me/pause', { token: await world.meLinkOf(pair.mentor) })
    const { summary } = await publishes(roundId)
    expect(summary).toMatchObject({ placed: 0 })
    for (const email of [pair.mentor, pair.mentee]) expect(await introductionsTo(email)).toEqual([])
    expect(await leftOutMailsTo(pair.mentee)).toHaveLength(1)
    expect(await profileOf(pair.menteeId)).toMatchObject({ roundsWaited: 1, openMatches: 0 })
    expect(await profileOf(pair.mentorId)).toMatchObject({ status: 'paused', openMatches: 0 })
    expect(await pairsOf(roundId)).toMatchObject([{ status: 'ended', endedBecause: 'unavailable' }])
    expect(await leftOutOf(roundId)).toContainEqual(
      expect.objectContaining({ menteeId: pair.menteeId, reason: 'unavailable' }),
    )
  })

  it('published twice, at once and later, introduces once', async () => {
    const pair = await pairOf('xf')
    const { roundId } = await drafts()
    const publish = () => world.asOrganizer('POST', `/rounds/${roundId}/publish`)
    const answers = await Promise.all([publish(), publish(), publish()])
    expect(answers.map(({ status }) => status)).toContain(202)
    for (const { status } of answers) expect([202, 409]).toContain(status)
    const published = await world.roundIs(roundId, 'published')
    await publishes(roundId)
    expect(Round.parse((await world.asOrganizer('GET', `/rounds/${roundId}`)).body)).toEqual(published)
    for (const email of [pair.mentor, pair.mentee]) expect(await introductionsTo(email)).toHaveLength(1)
    expect(await profileOf(pair.mentorId)).toMatchObject({ openMatches: 1 })
  })
})

describe('the overview', () => {
  type Overview = z.output<ReturnType<typeof readOverviewRoute>['answers'][200]>
  const overview = async () =>
    readOverviewRoute().answers[200].parse((await world.asOrganizer('GET', '/overview')).body)
  /** Counts are a few seconds old; so much more is known after a while. */
  const tells = (what: string, fits: (seen: Overview) => boolean) =>
    eventually(`the overview tells ${what}`, async () => {
      const seen = await overview()
      return fits(seen) ? seen : undefined
    })

  it('tells who waits and who has room, the draft, its pairs, and the problem that one of them reports', async () => {
    const before = await overview()
    const pair = await pairOf('xg', { topics: ['cert_prep'], departments: ['blood_bank'] })
    const joined = await tells('of both', ({ people }) => people.mentee.active > before.people.mentee.active)
    expect(joined.people.mentor.active).toBe(before.people.mentor.active + 1)
    expect(joined.waiting).toBe(before.waiting + 1)
    expect(joined.seats).toEqual({ ...before.seats, free: before.seats.free + 1 })
    const [bank, bankBefore] = [joined.departments.blood_bank, before.departments.blood_bank]
    expect(bank).toEqual({ wanted: bankBefore.wanted + 1, offered: bankBefore.offered + 1 })

    const { roundId } = await drafts()
    expect(await overview()).toMatchObject({ lastRound: { roundId, status: 'drafted', placed: 1 } })
    expect((await overview()).needsAHand.drafts).toContain(roundId)
    await publishes(roundId)
    const introduced = await tells('of the pair', ({ seats }) => seats.taken > before.seats.taken)
    expect(introduced).toMatchObject({ lastRound: { roundId, status: 'published' }, waiting: before.waiting })
    expect(introduced.needsAHand.drafts).not.toContain(roundId)

    const [match] = await pairsOf(roundId)
    const answer = { answer: 'problem', note: 'They asked me for money.' }
    const token = await world.matchLinkOf(pair.mentee)
    await world.call('POST', `/api/matches/${match?.matchId}/answer`, { token, body: answer })
    const { needsAHand } = await tells('of the problem', ({ needsAHand }) => needsAHand.problems.count > 0)
    expect(needsAHand.problems).toEqual({ count: 1, ids: [match?.matchId] })
  })

  it('tells of the next event, that hardly anybody comes so far, and nothing about anybody', async () => {
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
    const { body } = await world.asOrganizer('POST', '/events', {
      title: 'Coffee after the night shift',
      kind: 'meeting',
      timeZone: 'America/Chicago',
      startsAt: inDays(3),
      endsAt: inDays(3.1),
      capacity: 10,
      status: 'published',
    })
    const { eventId } = z.object({ eventId: z.string() }).parse(body)
    const { nextEvents, needsAHand } = await overview()
    expect(nextEvents).toMatchObject([{ eventId, seatsLeft: 10, waiting: 0 }])
    expect(needsAHand.halfEmptyEvents).toEqual(nextEvents)
    expect((await world.asOrganizer('GET', '/overview')).text).not.toMatch(/@|rivera|firstName/i)
  })
})

describe('a crowd', () => {
  const languages = ['ya']
  const menteeEmails = Array.from({ length: 57 }, (_, i) => `crowd-mentee-${i}@example.org`)
  const mentorEmails = Array.from({ length: 11 }, (_, i) => `crowd-mentor-${i}@example.org`)
  let ids: Map<string, string>
  let roundId: string
  /** The round as it was seen, again and again, while it ran. */
  const seen: z.output<typeof Round>[] = []

  beforeAll(async () => {
    ids = await crowdJoins(world, [
      ...menteeEmails.map((email) => ({ role: 'mentee' as const, email, languages, firstName: '=cmd()' })),
      ...mentorEmails.map((email) => ({
        role: 'mentor' as const,
        email,
        languages,
        capacity: 5,
        lastName: 'Ünal, "Öz"',
      })),
    ])
    const { body } = await world.asOrganizer('POST', '/rounds', { publish: true })
    roundId = z.object({ roundId: z.string() }).parse(body).roundId
    await eventually('the round is published', async () => {
      const round = Round.parse((await world.asOrganizer('GET', `/rounds/${roundId}`)).body)
      seen.push(round)
      return round.status === 'published' || undefined
    })
  })

  const Page = z.object({ items: z.array(z.looseObject({})), nextCursor: z.string().optional() })
  /** Follows the cursors from page to page. */
  async function allOf(path: string) {
    const pages: Record<string, unknown>[][] = []
    let cursor: string | undefined
    do {
      const mark = cursor ? `${path.includes('?') ? '&' : '?'}cursor=${cursor}` : ''
      const page = Page.parse((await world.asOrganizer('GET', `${path}${mark}`)).body)
      pages.push(page.items)
      cursor = page.nextCursor
    } while (cursor)
    return pages
  }
  const idsOf = (emails: readonly string[]) => emails.map((email) => ids.get(email)).toSorted()

  it('is listed page by page, each of them once', async () => {
    const pages = await allOf('/profiles?q=crowd-')
    expect(pages.length).toBeGreaterThan(1)
    const listed = pages.flat().map(({ profileId }) => profileId)
    expect(listed.toSorted()).toEqual(idsOf([...menteeEmails, ...mentorEmails]))
  })

  it('is filtered by role, status, and a piece of name or address', async () => {
    const listed = async (query: string) => (await allOf(`/profiles?${query}`)).flat().map(({ profileId }) => profileId)
    expect((await listed('role=mentor&q=CROWD-')).toSorted()).toEqual(idsOf(mentorEmails))
    expect(await listed('q=crowd-mentee-42@')).toEqual(idsOf(['crowd-mentee-42@example.org']))
    expect((await listed(`q=${encodeURIComponent('Ünal, "')}`)).toSorted()).toEqual(idsOf(mentorEmails))
    expect(await listed('status=pending&q=crowd-')).toEqual([])
    await world.asOrganizer('PATCH', `/profiles/${ids.get('crowd-mentee-7@example.org')}`, { status: 'paused' })
    expect(await listed('status=paused&q=crowd-')).toEqual(idsOf(['crowd-mentee-7@example.org']))
  })

  it('is paired as far as seats go; the pairs are listed page by page, each of them once', async () => {
    const pages = await allOf(`/rounds/${roundId}/matches`)
    expect(pages.length).toBeGreaterThan(1)
    const listed = pages.flat()
    expect(new Set(listed.map(({ menteeId }) => menteeId)).size).toBe(55)
    expect(listed).toHaveLength(55)
    expect(new Set(listed.map(({ mentorId }) => mentorId))).toEqual(new Set(idsOf(mentorEmails)))

    const everywhere = (await allOf('/matches?status=introduced')).flat().filter((match) => match.roundId === roundId)
    expect(everywhere.map(({ matchId }) => matchId).toSorted()).toEqual(listed.map(({ matchId }) => matchId).toSorted())
    const ofMentor = (await allOf(`/matches?profileId=${ids.get('crowd-mentor-3@example.org')}`)).flat()
    expect(ofMentor).toHaveLength(5)
    expect(await allOf(`/matches?profileId=${ids.get('crowd-mentor-3@example.org')}&status=declined`)).toEqual([[]])
    const leftOut = (await leftOutOf(roundId)).filter(({ menteeId }) => [...ids.values()].includes(menteeId))
    expect(leftOut.map(({ reason }) => reason)).toEqual(['seats', 'seats'])
  })

  it('is exported with both names and addresses, and no cell is a formula', async () => {
    const { status, headers, text } = await world.asOrganizer('GET', '/matches.csv?status=introduced')
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(headers.get('content-disposition')).toContain('matches.csv')
    const [header, ...rows] = text.trimEnd().split('\r\n')
    expect(header).toContain('menteeFirstName,menteeLastName,menteeEmail,mentorFirstName,mentorLastName,mentorEmail')
    const ofCrowd = rows.filter((row) => row.includes(roundId))
    expect(ofCrowd).toHaveLength(55)
    for (const row of ofCrowd) {
      expect(row).toMatch(
        /,'=cmd\(\),Rivera,crowd-mentee-\d+@example\.org,Sam,"Ünal, ""Öz""",crowd-mentor-\d+@example\.org$/,
      )
    }
    expect((await world.asOrganizer('GET', '/matches.csv?status=declined')).text.trimEnd().split('\r\n')).toEqual([
      header,
    ])
  })

  it('could watch the round come along', () => {
    const order: readonly string[] = PHASES
    const phases = seen.map(({ progress }) => order.indexOf(progress.phase))
    expect(phases).not.toContain(-1)
    expect(phases).toEqual(phases.toSorted((a, b) => a - b))
    for (const { progress } of seen) expect(progress.done).toBeLessThanOrEqual(progress.total)
    expect(seen.at(-1)).toMatchObject({ progress: { phase: 'done', done: 55, total: 55 }, summary: { placed: 55 } })
  })

  it('stands in the list of rounds, newest first', async () => {
    const rounds = (await allOf('/rounds')).flat()
    expect(rounds[0]).toMatchObject({ roundId, status: 'published' })
    const started = rounds.map(({ startedAt }) => startedAt)
    expect(started).toEqual(started.toSorted().toReversed())
  })
})
