import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, it } from 'vitest'
import * as z from 'zod'
import { barriersOn } from '../support/axe.ts'
import { aBrowser, type Device } from '../support/browser.ts'
import { organizes } from '../support/console.ts'
import { keyboardOf } from '../support/keyboard.ts'
import { button, field, says, shows } from '../support/reader.ts'
import { aWorld, type World } from '../support/world.ts'

/** Organizers see how the programme is and what needs a hand, and who of them did what. */

let world: World
let browser: Awaited<ReturnType<typeof aBrowser>>
beforeAll(async () => {
  const port = 4510
  ;[world, browser] = await Promise.all([aWorld({ port }), aBrowser(`http://localhost:${port}`)])
})
afterAll(async () => {
  await browser?.stop()
  await world?.stop()
})

const DAY = 86_400_000

/** One pair with a problem, one mentee left out, a draft that waits, and an event that nobody has heard of. */
async function peopleCome(): Promise<void> {
  await Promise.all([
    world.joins({ role: 'mentor', email: 'sam@example.org', capacity: 1 }),
    world.joins({ email: 'ana@example.org', firstName: 'Ana', lastName: 'Silva' }),
    world.joins({ email: 'ben@example.org', state: 'TX', departments: ['blood_bank'] }),
  ])
  await world.roundRuns()
  const told = await world.matchLinkOf('ana@example.org')
  const [match] = await world.matchesOf(told)
  await world.call('POST', `/api/matches/${match?.matchId}/answer`, { token: told, body: { answer: 'problem' } })
  const startsAt = new Date(Date.now() + 3 * DAY).toISOString()
  const event = await world.asOrganizer('POST', '/events', {
    title: 'Coffee',
    kind: 'meeting',
    timeZone: 'America/Chicago',
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + DAY / 24).toISOString(),
    capacity: 12,
    status: 'published',
  })
  if (event.status !== 201) throw new Error(`Making the event was answered with ${event.status}: ${event.text}`)
  const { body } = await world.asOrganizer('POST', '/rounds', { publish: false })
  await world.roundIs(z.object({ roundId: z.string() }).parse(body).roundId, 'drafted')
}

it('a new programme is told what to do first', async ({ expect }) => {
  const page = await organizes(browser, { device: 'phone' })
  await shows(page, 'Overview')
  await says(page, 'Nobody is here yet')
  const found = { ...(await barriersOn(page)), others: await browser.leaves([page]) }
  expect(found).toEqual({ light: [], dark: [], others: [] })
})

describe('once there are people', () => {
  beforeAll(peopleCome)

  it.for<Device>(['phone', 'desktop'])(
    'what needs a hand leads to it, and charts can be read, on a %s',
    async (device, { expect }) => {
      const page = await organizes(browser, { device })
      await says(page, 'mentee waits, and no seat is free')
      const needs = page.getByRole('region', { name: 'What needs a hand today' })
      await needs.getByText('1 pair reports a problem.').waitFor()
      await needs.getByText('1 event soon with less than half of the seats taken.').waitFor()
      expect(await needs.getByRole('link', { name: 'Look at the draft' }).getAttribute('href')).toMatch(/^#\/rounds\/./)

      await page.getByRole('img', { name: 'Sign-ups, week by week' }).locator('path').first().waitFor()
      const topics = page.getByRole('region', { name: 'Topics' })
      await topics.getByText('1 mentee wants certification exam preparation, and no free seat offers it.').waitFor()
      const keys = keyboardOf(page)
      await keys.presses(topics.locator('summary'))
      await topics.getByRole('row', { name: 'Certification exam preparation / new specialty 1 0' }).waitFor()
      await keys.ticks(page.getByRole('radio', { name: /^Alaska/ }))
      for (const key of ['Right', 'Down', 'Down', 'Left', 'Left', 'Left', 'Left'])
        await page.keyboard.press(`Arrow${key}`)
      await says(page, 'Ohio: 1 active mentor with no free seat; 1 active mentee, of whom none waits.')
      const barriers = await barriersOn(page)

      await needs.getByRole('link', { name: 'Ana Silva' }).click()
      await shows(page, 'Ana Silva')
      await page.goBack()
      await page.getByRole('link', { name: '1 mentor: Active' }).click()
      await shows(page, 'People')
      expect(
        await Promise.all(['Role', 'Status'].map((name) => page.getByRole('combobox', { name }).inputValue())),
      ).toEqual(['mentor', 'active'])
      expect({ barriers, others: await browser.leaves([page]) }).toEqual({
        barriers: { light: [], dark: [] },
        others: [],
      })
    },
  )

  it.for<Device>(['phone', 'desktop'])(
    'the trail of a day is read and downloaded, on a %s',
    async (device, { expect }) => {
      const page = await organizes(browser, { at: '#/audit', device })
      const done = page.getByRole('table', { name: 'What was done' })
      await done.getByText('Made an event').waitFor()
      await done.getByText('local-automation').first().waitFor()
      expect(await done.getByRole('link', { name: 'a round' }).first().getAttribute('href')).toMatch(/^#\/rounds\/./)
      const barriers = await barriersOn(page)

      await field(page, 'Last day').fill('2020-01-01')
      await says(page, 'The last day is before the first one.')
      await field(page, 'Last day').fill(new Date().toISOString().slice(0, 10))
      const coming = page.waitForEvent('download')
      await button(page, 'Download the trail').click()
      const file = await readFile(await (await coming).path(), 'utf8')
      expect(file).toMatch(/^\W*at,who,what,subject,details\r?\n/)
      expect(file).toContain(',event-created,')

      await page.getByRole('link', { name: '‹ Day before' }).click()
      await says(page, 'Nothing was done on this day.')
      await page.getByRole('link', { name: 'Today' }).click()
      await done.getByText('Made an event').waitFor()
      expect({ barriers, others: await browser.leaves([page]) }).toEqual({
        barriers: { light: [], dark: [] },
        others: [],
      })
    },
  )
})
