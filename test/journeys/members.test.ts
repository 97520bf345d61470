import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { type Database, startDatabase } from '../../local/database.ts'
import { openPostOffice, unverified } from '../support/post-office.ts'
import { tableBehind } from '../support/stored.ts'
import { aWorld, eventually, type World } from '../support/world.ts'

/** Signing up, looking after one's own profile, and leaving. People of one test share a language of their own. */

let database: Database
let postOffice: Awaited<ReturnType<typeof openPostOffice>>
let table: ReturnType<typeof tableBehind>
let world: World
/** Whom SES refuses for now. */
const refused = new Set<string>()

beforeAll(async () => {
  ;[database, postOffice] = await Promise.all([
    startDatabase(undefined),
    openPostOffice((to) => (refused.has(to) ? unverified(to) : undefined)),
  ])
  table = tableBehind(database.endpoint)
  world = await aWorld({ port: 4120, dynamodbEndpoint: database.endpoint, sesEndpoint: postOffice.endpoint })
})
afterAll(async () => {
  await world.stop()
  table.close()
  postOffice.close()
  await database.stop()
})

const me = (token: string) => world.call('GET', '/api/me', { token })
const change = (token: string, body: unknown) => world.call('PATCH', '/api/me', { token, body })
const asksForLink = (email: string) => world.call('POST', '/api/links', { body: { email } })
const subjectsTo = async (email: string) => (await world.inboxOf(email)).map(({ subject }) => subject)
const unplacedOf = async (roundId: string) =>
  z
    .object({ items: z.array(z.looseObject({ menteeId: z.string(), reason: z.string() })) })
    .parse((await world.asOrganizer('GET', `/rounds/${roundId}/unplaced`)).body).items

describe('signing up', () => {
  it('is answered the same, whoever has the address already', async () => {
    await world.joins({ email: 'known@example.org' })
    await world.signsUp({ email: 'pending@example.org' })
    const answers = await Promise.all(
      ['known@example.org', 'pending@example.org', 'nobody@example.org'].map((email) => world.signsUp({ email })),
    )
    const [first, ...others] = answers.map(({ status, body, headers }) => ({
      status,
      body,
      headers: [...headers.keys()],
    }))
    expect(first).toMatchObject({ status: 202, body: { status: 'confirmation-sent' } })
    for (const other of others) expect(other).toEqual(first)
  })

  it('again before confirming lets the latest form win, whichever link is used', async () => {
    const email = 'twice@example.org'
    await world.signsUp({ email, firstName: 'Early' })
    const early = world.linkIn(await world.letterTo(email), 'confirm')
    await world.signsUp({ email, firstName: 'Late', state: 'TX' })
    await world.call('POST', '/api/profiles/confirm', { body: { token: early } })
    expect((await me(await world.meLinkOf(email))).body).toMatchObject({
      firstName: 'Late',
      state: 'TX',
      timeZone: 'America/Chicago',
    })
  })

  it('again and again brings three confirmation mails an hour, and the form still counts', async () => {
    const email = 'Again@example.org'
    for (const firstName of ['One', 'Two', 'Three', 'Four', 'Five']) await world.signsUp({ email, firstName })
    await asksForLink('again@example.org ')
    await table.outboxIsEmpty()
    expect(await subjectsTo(email)).toEqual(Array(3).fill('Please confirm your address for Benchmate'))
    await world.confirms(email)
    expect((await me(await world.meLinkOf(email))).body).toMatchObject({ firstName: 'Five' })
  })

  it('several times at once makes one profile', async () => {
    const email = 'impatient@example.org'
    const answers = await Promise.all(Array.from({ length: 5 }, () => world.signsUp({ email })))
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(202))
    await table.outboxIsEmpty()
    expect(await world.inboxOf(email)).toHaveLength(3)
    const { body } = await world.asOrganizer('GET', `/profiles?q=${email}`)
    expect(body).toMatchObject({ items: [{ email, status: 'pending' }] })
    expect(await world.confirms(email)).toBe(
      z.object({ items: z.tuple([z.looseObject({ profileId: z.string() })]) }).parse(body).items[0].profileId,
    )
  })

  it('again as a member changes nothing, and says so by mail', async () => {
    const email = 'member@example.org'
    await world.joins({ email, firstName: 'Mina' })
    const token = await world.meLinkOf(email)
    const before = (await me(token)).body
    await world.signsUp({ email, firstName: 'Impostor', state: 'AK' })
    const letter = await world.letterTo(email, /already signed up/)
    expect(letter.body.text).not.toContain('Impostor')
    expect((await me(world.linkIn(letter, 'me'))).body).toEqual(before)
  })

  it('mails a stranger nothing that was typed in', async () => {
    const email = 'stranger@example.org'
    await world.signsUp({ email, firstName: 'Buy', lastName: 'Cheapwatches', about: 'Visit my shop' })
    const { subject, body } = await world.letterTo(email)
    for (const part of [subject, body.text, body.html]) expect(part).not.toMatch(/Cheapwatches|my shop|\bBuy\b/)
  })

  it('takes the time zone from the state, unless one is given', async () => {
    const [denver, given] = ['denver@example.org', 'given@example.org']
    await Promise.all([
      world.joins({ email: denver, state: 'CO' }),
      world.joins({ email: given, state: 'CO', timeZone: 'Europe/Berlin' }),
    ])
    expect((await me(await world.meLinkOf(denver))).body).toMatchObject({ timeZone: 'America/Denver' })
    expect((await me(await world.meLinkOf(given))).body).toMatchObject({ timeZone: 'Europe/Berlin' })
  })

  it('does nothing before the address is confirmed', async () => {
    const [mentor, mentee] = ['unconfirmed-mentor@example.org', 'ready@example.org']
    await world.signsUp({ role: 'mentor', email: mentor, languages: ['xb'] })
    const id = await world.joins({ email: mentee, languages: ['xb'] })
    const { roundId } = await world.roundRuns()
    expect(await unplacedOf(roundId)).toContainEqual(expect.objectContaining({ menteeId: id }))
    await table.outboxIsEmpty()
    expect(await world.inboxOf(mentor)).toHaveLength(1)
  })

  it('can be confirmed twice, with one welcome', async () => {
    const email = 'confirms-twice@example.org'
    await world.signsUp({ email })
    const token = world.linkIn(await world.letterTo(email), 'confirm')
    const confirm = () => world.call('POST', '/api/profiles/confirm', { body: { token } })
    const [once, again] = [await confirm(), await confirm()]
    expect(once).toMatchObject({ status: 200, body: { role: 'mentee', status: 'active' } })
    expect(again.body).toEqual(once.body)
    await table.outboxIsEmpty()
    expect((await subjectsTo(email)).filter((subject) => /Welcome/.test(subject))).toHaveLength(1)
  })
})

describe('somebody in both roles', () => {
  const email = 'both@example.org'
  const ids = { mentor: '', mentee: '' }
  beforeAll(async () => {
    ids.mentor = await world.joins({ role: 'mentor', email, languages: ['xc'] })
    await world.signsUp({ email: 'BOTH@example.org', languages: ['xc'] })
    const letter = await world.letterTo('BOTH@example.org', /signed up as a mentee/)
    const { body } = await world.call('POST', '/api/profiles/confirm', {
      body: { token: world.linkIn(letter, 'confirm') },
    })
    ids.mentee = z.object({ profileId: z.string() }).parse(body).profileId
  })

  it('has two profiles', () => {
    expect(ids.mentee).not.toBe(ids.mentor)
  })

  it('is never paired with themselves', async () => {
    const { roundId } = await world.roundRuns()
    expect((await unplacedOf(roundId)).map(({ menteeId }) => menteeId)).toContain(ids.mentee)
    const { body } = await world.asOrganizer('GET', `/matches?profileId=${ids.mentor}`)
    expect(body).toEqual({ items: [] })
  })

  it('who lost the link gets one for each role', async () => {
    expect(await asksForLink(email)).toMatchObject({ status: 202 })
    const roles = await Promise.all(
      (['mentor', 'mentee'] as const).map(async (role) => {
        const letter = await world.letterTo(
          role === 'mentor' ? email : 'BOTH@example.org',
          new RegExp(`opens your ${role} profile`),
        )
        return (await me(world.linkIn(letter, 'me'))).body
      }),
    )
    expect(roles).toMatchObject([
      { role: 'mentor', profileId: ids.mentor },
      { role: 'mentee', profileId: ids.mentee },
    ])
  })
})

it('asking for a link is answered the same to strangers, who get no mail', async () => {
  await world.joins({ email: 'forgetful@example.org' })
  const known = await asksForLink('forgetful@example.org')
  const unknown = await asksForLink('unknown@example.org')
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
  expect([...unknown.headers.keys()]).toEqual([...known.headers.keys()])
  await world.letterTo('forgetful@example.org', /Your link/)
  await table.outboxIsEmpty()
  expect(await world.inboxOf('unknown@example.org')).toEqual([])
})

describe('one’s own profile', () => {
  const optional = {
    employer: 'Northside Lab',
    pursuing: 'MLS' as const,
    style: { structure: 1, feedback: 2, pace: 3 },
    about: 'I like slides.',
  }
  const joins = async (email: string, more = {}) => {
    await world.joins({ email, ...more })
    return world.meLinkOf(email)
  }

  it('shows what was signed up with', async () => {
    const token = await joins('shows@example.org', optional)
    expect((await me(token)).body).toMatchObject({
      email: 'shows@example.org',
      status: 'active',
      role: 'mentee',
      ...optional,
    })
  })

  it('keeps what a change does not mention, and clears what it empties', async () => {
    const token = await joins('clears@example.org', optional)
    const before = (await me(token)).body
    const nothing = await change(token, {})
    expect(nothing).toMatchObject({ status: 200, body: before })

    const cleared = await change(token, { employer: null, pursuing: null, style: null, about: '' })
    for (const field of Object.keys(optional)) expect(cleared.body).not.toHaveProperty(field)
    expect((await me(token)).body).toEqual(cleared.body)
    expect(cleared.body).toMatchObject({ firstName: 'Sam', topics: ['cert_prep'] })
  })

  it('moves the time zone with the state while nobody chose another', async () => {
    const token = await joins('moves@example.org', { state: 'OH' })
    expect((await change(token, { state: 'CA' })).body).toMatchObject({ state: 'CA', timeZone: 'America/Los_Angeles' })
    expect((await change(token, { state: 'HI', timeZone: 'Asia/Tokyo' })).body).toMatchObject({
      timeZone: 'Asia/Tokyo',
    })
    expect((await change(token, { state: 'NY' })).body).toMatchObject({ state: 'NY', timeZone: 'Asia/Tokyo' })
  })

  it('paused sits out the next round, and resumed is in it', async () => {
    const [mentor, mentee] = ['steady@example.org', 'pauses@example.org']
    await world.joins({ role: 'mentor', email: mentor, languages: ['xd'] })
    const token = await joins(mentee, { languages: ['xd'] })
    const pause = () => world.call('POST', '/api/me/pause', { token })
    expect(await pause()).toMatchObject({ status: 200, body: { status: 'paused' } })
    expect(await pause()).toMatchObject({ status: 200, body: { status: 'paused' } })
    const { roundId } = await world.roundRuns()
    expect(await world.matchesOf(token)).toEqual([])
    const { profileId } = z.object({ profileId: z.string() }).parse((await me(token)).body)
    expect((await unplacedOf(roundId)).map(({ menteeId }) => menteeId)).not.toContain(profileId)

    expect(await world.call('POST', '/api/me/resume', { token })).toMatchObject({ body: { status: 'active' } })
    await world.roundRuns()
    expect(await world.matchesOf(token)).toMatchObject([{ status: 'introduced', partner: { email: mentor } }])
  })

  it('is paused by one click on “unsubscribe” in the mail program', async () => {
    const email = 'unsubscribes@example.org'
    const token = await joins(email)
    const { headers = [] } = await world.letterTo(email, /Welcome/)
    const header = (name: string) => headers.find((each) => each.name === name)?.value ?? ''
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    const url = /<(http[^>]+)>/.exec(header('list-unsubscribe'))?.[1] ?? ''

    await fetch(url) // as a program does that looks at every link
    expect((await me(token)).body).toMatchObject({ status: 'active' })

    const clicked = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    expect(clicked.status).toBe(200)
    expect((await me(token)).body).toMatchObject({ status: 'paused' })
  })
})

describe('leaving', () => {
  const personal = {
    firstName: 'Zebulonia',
    lastName: 'Quackenbush',
    about: 'I collect barometers.',
    employer: 'Xylograph Laboratories',
  }
  const traces = /zebulonia|quackenbush|barometer|xylograph|gone-for-good/i
  const traced = async () => (await table.everything()).filter((item) => traces.test(JSON.stringify(item)))
  const leave = (token: string) => world.call('DELETE', '/api/me', { token })

  /** A pair that has been introduced; the one whose role is given has the personal words above. */
  async function introduced(leaver: 'mentor' | 'mentee', languages: string[]) {
    const [goes, stays] = [`gone-for-good-${leaver}@example.org`, `stays-${leaver}@example.org`]
    await world.joins({ role: leaver, email: goes, languages, ...personal })
    await world.joins({ role: leaver === 'mentor' ? 'mentee' : 'mentor', email: stays, languages })
    await world.roundRuns()
    const tokens = { goes: await world.meLinkOf(goes), stays: await world.meLinkOf(stays) }
    const [match] = await world.matchesOf(tokens.goes)
    expect(match).toMatchObject({ status: 'introduced' })
    expect(await traced()).not.toEqual([])
    return { goes, stays, tokens, matchId: match?.matchId ?? '' }
  }

  it('as a mentee says goodbye, tells the mentor, frees the seat, and leaves nothing personal behind', async () => {
    const { goes, stays, tokens, matchId } = await introduced('mentee', ['xe'])
    const answer = `/api/matches/${matchId}/answer`
    const note = 'Zebulonia and I cannot find an hour.'
    await world.call('POST', answer, { token: tokens.stays, body: { answer: 'problem', note } })
    await world.signsUp({ email: goes, ...personal })

    expect(await leave(tokens.goes)).toMatchObject({ status: 200 })
    expect(await me(tokens.goes)).toMatchObject({ status: 401 })
    expect(await world.matchesOf(tokens.stays)).toMatchObject([{ status: 'ended', partner: null }])
    expect((await me(tokens.stays)).body).toMatchObject({ openMatches: 0 })

    await world.letterTo(goes, /^Goodbye/)
    const told = await world.letterTo(stays, /has ended/)
    expect(told.body.text).toContain('Your seat is free again')
    await table.outboxIsEmpty()
    expect(await traced()).toEqual([])
    expect((await asksForLink(goes)).status).toBe(202)
  })

  it('as a mentor tells the mentee, who is in the next round', async () => {
    const { goes, stays, tokens } = await introduced('mentor', ['xf'])
    expect(await leave(tokens.goes)).toMatchObject({ status: 200 })
    await world.letterTo(goes, /^Goodbye/)
    await world.letterTo(stays, /has ended/)
    await table.outboxIsEmpty()
    expect(await traced()).toEqual([])

    const next = 'next-mentor@example.org'
    await world.joins({ role: 'mentor', email: next, languages: ['xf'] })
    await world.roundRuns()
    expect(await world.matchesOf(tokens.stays)).toContainEqual(
      expect.objectContaining({ status: 'introduced', partner: expect.objectContaining({ email: next }) }),
    )
  })

  it('of both mentees leaves their mentor with two matches of somebody who left', async () => {
    const [mentor, ...mentees] = ['left-alone@example.org', 'leaves-1@example.org', 'leaves-2@example.org']
    await world.joins({ role: 'mentor', email: mentor, capacity: 2, languages: ['xg'] })
    for (const email of mentees) await world.joins({ email, languages: ['xg'] })
    await world.roundRuns()
    for (const email of mentees) await leave(await world.meLinkOf(email))
    await table.outboxIsEmpty()
    const ended = { status: 'ended', partner: null }
    expect(await world.matchesOf(await world.meLinkOf(mentor))).toMatchObject([ended, ended])
  })

  it('before anything happened, and coming back, is possible', async () => {
    const email = 'gone-for-good-early@example.org'
    const before = await world.joins({ email, ...personal })
    await leave(await world.meLinkOf(email))
    await world.letterTo(email, /^Goodbye/)
    await table.outboxIsEmpty()
    expect(await traced()).toEqual([])
    await world.signsUp({ email })
    await table.outboxIsEmpty()
    expect(await world.confirms(email)).not.toBe(before)
    expect((await subjectsTo(email)).filter((subject) => /Welcome/.test(subject))).toHaveLength(1)
  })

  it('in one role keeps the other', async () => {
    const email = 'half-gone@example.org'
    await world.joins({ role: 'mentor', email })
    await world.signsUp({ email })
    const letter = await world.letterTo(email, /signed up as a mentee/)
    await world.call('POST', '/api/profiles/confirm', { body: { token: world.linkIn(letter, 'confirm') } })
    const asMentee = world.linkIn(await world.letterTo(email, /mentor who fits you/), 'me')
    const asMentor = world.linkIn(await world.letterTo(email, /mentees who fit you/), 'me')
    await leave(asMentee)
    expect(await me(asMentee)).toMatchObject({ status: 401 })
    expect((await me(asMentor)).body).toMatchObject({ role: 'mentor', status: 'active' })
  })
})

it('a decline takes back the introduction that the other one has not got yet', async () => {
  const [mentor, mentee] = ['declines-at-once@example.org', 'still-waits@example.org']
  await world.joins({ role: 'mentor', email: mentor, languages: ['sw'] })
  const profileId = await world.joins({ email: mentee, languages: ['sw'] })
  await world.letterTo(mentee, /\/me#/)
  refused.add(mentee)
  await world.roundRuns()
  const introduction = async () =>
    (await table.everything()).find((item) => item.kind === 'introduction' && item.profileId === profileId)
  await eventually('SES refused it, and it waits', async () => ((await introduction())?.lastError ? true : undefined))

  const token = await world.matchLinkOf(mentor)
  const [match] = await world.matchesOf(token)
  await world.call('POST', `/api/matches/${match?.matchId}/answer`, { token, body: { answer: 'decline' } })
  expect(await introduction()).toBeUndefined()
  refused.delete(mentee)
})
