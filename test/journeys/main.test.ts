import { afterAll, beforeAll, expect, it } from 'vitest'
import { aWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld({ port: 4100 })
})
afterAll(() => world.stop())

it('a mentor and two mentees: the right one is introduced, declines, and the next round pairs the other', async () => {
  const mentor = { role: 'mentor', email: 'maria@example.org', firstName: 'Maria', capacity: 1 } as const
  const fitting = { email: 'fitting@example.org', firstName: 'Fatima', topics: ['cert_prep'] } as const
  const other = { email: 'other@example.org', firstName: 'Otto', topics: ['wellness'], setting: 'pol' } as const
  await world.joins({ ...mentor, topics: ['cert_prep'] })
  await world.joins({ ...fitting, topics: [...fitting.topics] })
  await world.joins({ ...other, topics: [...other.topics] })

  const first = await world.roundRuns()
  expect(first.summary).toMatchObject({ placed: 1, unplaced: 1 })

  const toMentee = await world.letterTo(fitting.email, /\/match#/)
  expect(toMentee.body.text).toContain('maria@example.org')
  const toMentor = await world.letterTo(mentor.email, /\/match#/)
  expect(toMentor.body.text).toContain('fitting@example.org')
  expect(await world.inboxOf(other.email)).not.toContainEqual(expect.objectContaining({ subject: toMentee.subject }))
  const leftOut = await world.letterTo(other.email, /mentor.*(seat|place)/is)
  expect(leftOut.body.text).toMatch(/seat/)

  const token = world.linkIn(toMentee, 'match')
  const [match] = await world.matchesOf(token)
  expect(match).toMatchObject({ status: 'introduced', partner: { firstName: 'Maria' } })
  const answer = await world.call('POST', `/api/matches/${match?.matchId}/answer`, {
    token,
    body: { answer: 'decline' },
  })
  expect(answer).toMatchObject({ status: 200, body: { status: 'declined' } })

  const second = await world.roundRuns()
  expect(second.summary).toMatchObject({ placed: 1, unplaced: 1 })
  const introduction = await world.letterTo(other.email, /\/match#/)
  expect(introduction.body.text).toContain('maria@example.org')
  const why = await world.letterTo(fitting.email, /paired with before/)
  expect(why.body.text).not.toContain('/match#')
})
