import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zoneAtNoon } from '../support/noon.ts'
import { anOpenWorld } from '../support/open-world.ts'
import { eventually } from '../support/world.ts'

/** What follows an introduction, with the real stack. Time moves by setting back what the table says of it. */

const { world, table, stop } = await anOpenWorld(4160)
afterAll(stop)

const timeZone = zoneAtNoon(new Date())
/** Twelve hours from noon. */
const midnight = zoneAtNoon(new Date(Date.now() + 12 * 3_600_000))

const stored = async (fits: (item: Record<string, unknown>) => boolean) => (await table.everything()).filter(fits)
const matchOf = async (menteeId: string) =>
  (await stored(({ sk, menteeId: its }) => String(sk).startsWith('match#') && its === menteeId))[0]
const mailTo = async (profileId: string, kind: string) =>
  (await stored(({ sk, profileId: to, kind: its }) => sk === 'mail' && to === profileId && its === kind))[0]
const profileOf = async (id: string) => (await stored(({ sk, id: its }) => sk === 'profile' && its === id))[0]

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
/** As if they had been introduced so long ago, and their next step were due now. */
async function wasIntroduced(menteeId: string, days: number, nextStep: string): Promise<void> {
  const dueAt = daysAgo(0)
  await table.put({ ...(await matchOf(menteeId)), introducedAt: daysAgo(days), nextStep, dueAt })
}

async function answers(email: string, answer: string) {
  const token = await world.matchLinkOf(email)
  const [match] = await world.matchesOf(token)
  return world.call('POST', `/api/matches/${match?.matchId}/answer`, { token, body: { answer } })
}

describe('after an introduction', () => {
  const [busy, one, two] = ['busy@example.org', 'one@example.org', 'two@example.org']
  const [mentor, mentee] = ['fits-not@example.org', 'asks@example.org']
  const [sleepy, owl] = ['sleepy@example.org', 'owl@example.org']
  const ids = new Map<string, string>()
  const idOf = (email: string) => ids.get(email) ?? ''

  beforeAll(async () => {
    const forms = [
      { role: 'mentor' as const, email: busy, capacity: 2, languages: ['aa'], timeZone, firstName: 'Busy' },
      { email: one, languages: ['aa'], timeZone },
      { email: two, languages: ['aa'], timeZone },
      { role: 'mentor' as const, email: mentor, capacity: 1, languages: ['bb'], timeZone, firstName: 'Maria' },
      { email: mentee, languages: ['bb'], timeZone },
      { role: 'mentor' as const, email: sleepy, capacity: 1, languages: ['cc'], timeZone: midnight },
      { email: owl, languages: ['cc'], timeZone: midnight },
    ]
    for (const form of forms) ids.set(form.email, await world.joins(form))
    await world.roundRuns()
    await table.outboxIsEmpty()
    await Promise.all([
      wasIntroduced(idOf(one), 8, 'first-contact'),
      wasIntroduced(idOf(two), 8, 'first-contact'),
      wasIntroduced(idOf(mentee), 30, 'fit-check'),
      wasIntroduced(idOf(owl), 3, 'reminder'),
    ])
    await world.minutePasses()
  })

  it('a mentor who lets two mentees wait is paused kindly, and both mentees are free and come earlier', async () => {
    for (const email of [one, two]) await world.letterTo(email, /Are you and Busy in touch/)
    expect(await answers(one, 'not-yet')).toMatchObject({ status: 200, body: { status: 'introduced' } })
    expect(await answers(one, 'not-yet')).toMatchObject({ status: 200, body: { status: 'introduced' } })
    expect(await profileOf(idOf(busy))).toMatchObject({ status: 'active' })
    expect(await answers(two, 'not-yet')).toMatchObject({ status: 200, body: { status: 'ended' } })

    const letter = await world.letterTo(busy, /We have paused your profile/)
    for (const email of [one, two]) {
      await world.letterTo(email, /Your match with Busy has ended/)
      expect(await profileOf(idOf(email))).toMatchObject({ status: 'active', roundsWaited: 1 })
      expect(await profileOf(idOf(email))).not.toHaveProperty('matchId')
    }
    expect(await profileOf(idOf(busy))).toMatchObject({ status: 'paused', matchIds: [] })
    const token = world.linkIn(letter, 'me')
    expect(await world.call('POST', '/api/me/resume', { token })).toMatchObject({ body: { status: 'active' } })
  })

  it('“not a fit” ends a match, and the other one does not hear why', async () => {
    await world.letterTo(mentor, /How is it going with Sam/)
    const asked = await world.letterTo(mentee, /How is it going with Maria/)
    expect(asked.body.text).toContain('988')
    expect(await answers(mentee, 'not-a-fit')).toMatchObject({ status: 200, body: { status: 'ended' } })
    expect(await answers(mentee, 'not-a-fit')).toMatchObject({ status: 200, body: { status: 'ended' } })
    expect(await answers(mentee, 'good')).toMatchObject({ status: 409 })
    const { body } = await world.letterTo(mentor, /Your match with Sam has ended/)
    expect(body.text.replace(/\s+/g, ' ')).not.toMatch(/does not fit|not a fit|told us/)
    expect(JSON.stringify(await world.matchesOf(await world.matchLinkOf(mentor)))).not.toMatch(/not-a-fit|answers/)
  })

  it('what waits for the morning is not sent any more when the match has ended by then', async () => {
    expect(await mailTo(idOf(owl), 'reminder')).toMatchObject({ status: 'due' })
    expect(await answers(sleepy, 'decline')).toMatchObject({ status: 200, body: { status: 'declined' } })
    for (const email of [owl, sleepy]) {
      await table.put({ ...(await mailTo(idOf(email), 'reminder')), dueAt: daysAgo(0) })
    }
    await world.minutePasses()
    for (const email of [owl, sleepy]) {
      const over = await eventually('the reminder is over', async () => {
        const mail = await mailTo(idOf(email), 'reminder')
        return mail?.dueAt ? undefined : mail
      })
      expect(over).toMatchObject({ status: 'dropped' })
      expect(over).not.toHaveProperty('facts')
      expect((await world.inboxOf(email)).map(({ subject }) => subject).join()).not.toContain('Have you seen')
    }
  })
})
