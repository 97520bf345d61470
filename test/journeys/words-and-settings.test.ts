import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { anOpenWorld } from '../support/open-world.ts'
import { eventually, Round, type World } from '../support/world.ts'

/** Organizers say mails in words of their own and set the programme, while it runs. */

let open: Awaited<ReturnType<typeof anOpenWorld>>
let world: World
beforeAll(async () => {
  open = await anOpenWorld(4360)
  world = open.world
})
afterAll(() => open.stop())

const Words = z.object({
  name: z.string(),
  version: z.number(),
  phrases: z.array(z.object({ id: z.string(), original: z.string(), text: z.string().optional() })),
})
const Settings = z.object({
  version: z.number(),
  settings: z.looseObject({ publish: z.string(), cadence: z.string(), organizers: z.string() }),
  deployed: z.looseObject({ publish: z.string() }),
  fixed: z.array(z.object({ name: z.string(), value: z.string(), where: z.string() })),
})
const Refusal = z.object({
  detail: z.string(),
  current: z.unknown().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
const Log = z.object({ items: z.array(z.looseObject({ mailId: z.string(), kind: z.string(), status: z.string() })) })
const Pairs = z.object({
  items: z.array(z.looseObject({ matchId: z.string(), score: z.number(), parts: z.record(z.string(), z.number()) })),
})

const wordsOf = async (kind: string) => Words.parse((await world.asOrganizer('GET', `/words/${kind}`)).body)
const edits = (kind: string, body: unknown) => world.asOrganizer('PATCH', `/words/${kind}`, body)
const sets = (body: unknown) => world.asOrganizer('PATCH', '/settings', body)
const settings = async () => Settings.parse((await world.asOrganizer('GET', '/settings')).body)
const pairJoins = (name: string) =>
  Promise.all([
    world.joins({ email: `mentee-${name}@example.org`, languages: ['en', name] }),
    world.joins({ role: 'mentor', email: `mentor-${name}@example.org`, languages: ['en', name], capacity: 1 }),
  ])
const flat = (text: string) => text.replace(/\s+/g, ' ')

describe('the words of a mail', () => {
  it('are listed with every kind, none edited yet', async () => {
    const { body } = await world.asOrganizer('GET', '/words')
    const { items } = z.object({ items: z.array(z.object({ kind: z.string(), edited: z.boolean() })) }).parse(body)
    expect(items).toHaveLength(25)
    expect(items.filter(({ edited }) => edited)).toEqual([])
    expect((await world.asOrganizer('GET', '/words/newsletter')).status).toBe(404)
  })

  it('that organizers change go out with the next round, and ours again with the one after', async () => {
    const { version } = await wordsOf('introduction')
    const edit = { version, phrases: { subject: 'Say hello to {partner}', nextTitle: 'And now, <b>you</b>' } }
    expect((await edits('introduction', edit)).status).toBe(200)
    await pairJoins('de')
    await world.roundRuns()
    const letter = await world.letterTo('mentee-de@example.org', /^Say hello to/)
    expect(letter.body.text).toContain('And now, <b>you</b>\n---')
    expect(letter.body.html).toContain('And now, &lt;b&gt;you&lt;/b&gt;')
    await world.letterTo('mentor-de@example.org', /^Say hello to/)

    const back = await edits('introduction', { version: 1, phrases: { subject: null, nextTitle: null } })
    expect(Words.parse(back.body).phrases.filter(({ text }) => text !== undefined)).toEqual([])
    await pairJoins('es')
    await world.roundRuns()
    await world.letterTo('mentee-es@example.org', /^Meet .*, your mentor$/)
  })

  it('are refused with a field that nobody fills in, too long, empty, or with control characters', async () => {
    const refused = async (text: string) => {
      const { status, body } = await edits('welcome', { phrases: { subject: text } })
      expect(status).toBe(400)
      const [error] = Refusal.parse(body).errors ?? []
      expect(error?.path).toBe('phrases.subject')
      return error?.message
    }
    expect(await refused('Hello {frist}')).toMatch(/^There is no \{frist\} .* \{programme\}\.$/)
    expect(await refused('x'.repeat(2001))).toContain('2000')
    expect(await refused('  ')).toContain('fill this in')
    expect(await refused('Hello\u0007')).toContain('plain text')
    expect((await wordsOf('welcome')).version).toBe(0)
  })

  it('that two organizers change at the same time are those of the first; the second one sees them', async () => {
    const [anna, ben] = await Promise.all(
      ['from Anna', 'from Ben'].map((text) => edits('link', { version: 0, phrases: { title: text } })),
    )
    const [first, second] = anna?.status === 200 ? [anna, ben] : [ben, anna]
    expect([first?.status, second?.status]).toEqual([200, 409])
    expect(Refusal.parse(second?.body).current).toEqual(first?.body)
  })

  it('can be looked at before they are saved, also in a mail program', async () => {
    const phrases = { title: 'Come in' }
    const preview = await world.asOrganizer('POST', '/words/welcome/preview', { phrases })
    const { examples } = z
      .object({ examples: z.array(z.object({ name: z.string(), text: z.string(), html: z.string() })) })
      .parse(preview.body)
    expect(examples.map(({ name }) => name)).toEqual(['A mentor', 'A mentee, before a round that has no date'])
    for (const { text } of examples) expect(text).toContain('Come in\n=======')

    const asked = await world.asOrganizer('POST', '/words/welcome/test', { to: 'anna@example.org', phrases })
    expect([asked.status, asked.body]).toEqual([202, { status: 'queued' }])
    const letter = await world.letterTo('anna@example.org', /Come in/)
    expect(flat(letter.body.text)).toContain('sent you this to look at: what it tells is made up.')
    expect(letter.body.text).toContain(`\n${world.origin}/me\n`)
    expect(letter.body.text).not.toContain('#')
    const { items } = Log.parse((await world.asOrganizer('GET', '/mail?kind=welcome')).body)
    expect(items.every(({ kind }) => kind === 'welcome')).toBe(true)
    expect(items.filter(({ mailId }) => mailId.startsWith('test#'))).toHaveLength(1)
    const audit = await world.asOrganizer('GET', '/audit')
    expect(audit.text).toContain('test-mail-sent')
    expect(audit.text).not.toContain('anna@example.org')
    expect((await wordsOf('welcome')).version).toBe(0)
  })
})

describe('the settings', () => {
  it('change the next round: its scores, whether it is published, and what pairs read', async () => {
    const before = await settings()
    expect(before).toMatchObject({ version: 0, settings: { publish: 'auto' }, deployed: { publish: 'auto' } })
    expect(before.fixed).toContainEqual({
      name: 'Address of the site',
      value: world.origin,
      where: 'cdk.json, programme.siteUrl',
    })
    const changed = await sets({
      version: 0,
      publish: 'review',
      weights: { topics: 1000, practice: 0, style: 0, contact: 0, background: 0 },
      cadence: 'Meet on the first Monday of the month.',
      organizers: 'Anna and Ben',
    })
    expect(changed.status).toBe(200)

    await pairJoins('fr')
    await world.regularRoundStarts()
    const round = await eventually('a draft waits', async () => {
      const { body } = await world.asOrganizer('GET', '/rounds')
      const [newest] = z.object({ items: z.array(Round) }).parse(body).items
      return newest?.status === 'drafted' && newest.progress.phase === 'done' ? newest : undefined
    })
    const { body } = await world.asOrganizer('GET', `/rounds/${round.roundId}/matches`)
    const [pair] = Pairs.parse(body).items
    expect(pair?.parts).toMatchObject({ topics: pair?.score, practice: 0, contact: 0, background: 0 })
    expect(await world.inboxOf('mentee-fr@example.org')).toHaveLength(2)
    const lastLook = await world.asOrganizer('GET', `/rounds/${round.roundId}/matches/${pair?.matchId}/mail`)
    expect(lastLook.text).toContain('Meet on the first Monday of the month.')
    // What is tried out begins with the programme as it is set now, in which nothing but topics counts.
    const tried = await world.asOrganizer('POST', `/rounds/${round.roundId}/what-if`, {})
    expect(tried.body).toMatchObject({ moved: 0, after: { totalScore: pair?.score } })

    expect((await world.asOrganizer('POST', `/rounds/${round.roundId}/publish`)).status).toBe(202)
    const letter = await world.letterTo('mentee-fr@example.org', /^Meet /)
    expect(letter.body.text).toContain('Meet on the first Monday of the month.')
    expect(letter.body.text).toMatch(/^Anna and Ben, for /m)
    await world.roundIs(round.roundId, 'published')
  })

  it('that two organizers change at the same time are those of the first; the second one sees them', async () => {
    const { version } = await settings()
    const [anna, ben] = await Promise.all(
      ['Anna', 'Ben'].map((organizers) => sets({ version, organizers, publish: 'auto' })),
    )
    const [first, second] = anna?.status === 200 ? [anna, ben] : [ben, anna]
    expect([first?.status, second?.status]).toEqual([200, 409])
    expect(Settings.parse(Refusal.parse(second?.body).current)).toMatchObject({
      version: version + 1,
      settings: Settings.parse(first?.body).settings,
    })
  })

  it('go back to what was deployed, and remember who changed what', async () => {
    const { status, body } = await sets({ weights: null, cadence: null, organizers: null })
    expect(status).toBe(200)
    const { settings: now, deployed } = Settings.parse(body)
    expect(now).toEqual(deployed)
    const history = await world.asOrganizer('GET', '/settings/history')
    const { items } = z
      .object({ items: z.array(z.object({ who: z.string(), changes: z.array(z.looseObject({ field: z.string() })) })) })
      .parse(history.body)
    expect(items).toHaveLength(3)
    expect(items[0]?.changes).toContainEqual({ field: 'weights.topics', from: 1000, to: 350 })
    expect(items[0]?.who).toBe('local-automation')
    expect(Refusal.parse((await sets({ weights: { topics: 1 } })).body).errors).toEqual([
      { path: 'weights', message: 'The five weights must add up to 1000.' },
    ])
  })
})

describe('a mail that somebody did not find', () => {
  it('goes out again, once for two clicks, in the words and with the links of now', async () => {
    const profileId = await world.joins({ email: 'lost@example.org' })
    await world.letterTo('lost@example.org', /^Welcome/)
    await open.table.outboxIsEmpty()
    const path = `/mail/${encodeURIComponent(`welcome#${profileId}`)}/resend`
    const answers = [await world.asOrganizer('POST', path), await world.asOrganizer('POST', path)]
    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      Array(2).fill([202, { mailId: `welcome#${profileId}#again-1` }]),
    )
    const welcomes = async () =>
      (await world.inboxOf('lost@example.org')).filter(({ subject }) => subject.startsWith('Welcome'))
    await eventually('it is there again', async () => ((await welcomes()).length === 2 ? true : undefined))
    await open.table.outboxIsEmpty()
    const letters = await welcomes()
    expect(letters).toHaveLength(2)
    for (const letter of letters) {
      const { status } = await world.call('GET', '/api/me', { token: world.linkIn(letter, 'me') })
      expect(status).toBe(200)
    }
  })

  it('that nobody can write again is refused in plain words', async () => {
    const { status, body } = await world.asOrganizer('POST', `/mail/${encodeURIComponent('welcome#nobody')}/resend`)
    expect([status, Refusal.parse(body).detail]).toEqual([404, 'There is no such mail.'])
  })
})
