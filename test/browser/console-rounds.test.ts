import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import * as z from 'zod'
import { barriersOn } from '../support/axe.ts'
import { aBrowser, type Device } from '../support/browser.ts'
import { organizes } from '../support/console.ts'
import { crowdJoins } from '../support/crowd.ts'
import { button, field, says, shows } from '../support/reader.ts'
import { aWorld, type World } from '../support/world.ts'

/** An organizer makes a draft, changes two pairs, publishes it, and ends a match. */

let world: World
let browser: Awaited<ReturnType<typeof aBrowser>>
beforeAll(async () => {
  const port = 4470
  ;[world, browser] = await Promise.all([aWorld({ port }), aBrowser(`http://localhost:${port}`)])
})
afterAll(async () => {
  await browser?.stop()
  await world?.stop()
})

const Pairs = z.object({
  items: z.array(
    z.object({ mentee: z.object({ firstName: z.string() }), mentor: z.object({ firstName: z.string() }) }),
  ),
})

/** Three mentees for two mentors with two seats each, and Dee, whom nobody understands. */
async function peopleJoin(language: string, lastName: string): Promise<void> {
  const one = (firstName: string, more = {}) => ({
    firstName,
    lastName,
    email: `${firstName}@${lastName}.example.org`.toLowerCase(),
    languages: [language],
    ...more,
  })
  await crowdJoins(world, [
    one('Tom', { role: 'mentor', capacity: 2 }),
    one('Uma', { role: 'mentor', capacity: 2 }),
    one('Ana', { topics: ['cert_prep', 'leadership'] }),
    one('Bo'),
    one('Cy'),
    one('Dee', { languages: ['tlh'] }),
  ])
}

const mentorsIn = async (page: Page): Promise<Record<string, string>> => {
  const roundId = decodeURIComponent(new URL(page.url()).hash.split('/')[2] ?? '')
  const { body } = await world.asOrganizer('GET', `/rounds/${roundId}/matches`)
  return Object.fromEntries(Pairs.parse(body).items.map(({ mentee, mentor }) => [mentee.firstName, mentor.firstName]))
}

const opens = (page: Page, part: RegExp) =>
  page.getByRole('navigation', { name: 'Parts of this round' }).getByRole('link', { name: part }).click()
const asked = (page: Page) => page.getByRole('dialog')

async function finds(page: Page, role: string, name: string): Promise<void> {
  await field(page, `Find the ${role} by name`).fill(name)
  await page.getByRole('radio', { name: new RegExp(`^${name}`) }).check()
}

describe.for<[Device, string]>([
  ['phone', 'ht'],
  ['desktop', 'vi'],
])('on a %s', ([device, language]) => {
  it('somebody makes a draft, changes two pairs, publishes it, and ends a match', async ({ expect }) => {
    await peopleJoin(language, device)
    const page = await organizes(browser, { at: '#/rounds', device })
    await button(page, 'Make a draft').click()
    await says(page, /The draft is ready\. 3 pairs, \d mentees? without a mentor\./)
    await shows(page, /^Draft of/)
    await says(page, 'No other pairing is better')
    const glance = await barriersOn(page)

    await opens(page, /^Without/)
    await page.getByLabel('What stopped them').selectOption('No common language')
    await page.getByRole('row', { name: new RegExp(`Dee ${device}.*none of those shares a language`) }).waitFor()

    await opens(page, /^Pairs/)
    const pairs = page.getByRole('table', { name: 'Pairs' })
    await field(page, 'Find a pair by a name').fill('ana')
    await expect.poll(() => pairs.getByRole('row', { name: new RegExp(`${device}.*${device}`) }).count()).toBe(1)
    const list = await barriersOn(page)
    const before = await mentorsIn(page)
    await button(page, /^Take out Ana/).click()
    await asked(page).getByLabel('Just try it').check()
    await button(page, 'See what would move').last().click()
    await page.getByRole('heading', { name: 'Pairs that must never be' }).waitFor()
    await button(page, 'Pin a pair by hand').click()
    const other = before.Bo === 'Uma' ? 'Tom' : 'Uma'
    await finds(page, 'mentee', `Bo ${device}`)
    await finds(page, 'mentor', `${other} ${device}`)
    await button(page, 'Pin these two').click()
    await field(page, 'Topics').fill('300')
    await says(page, '50 of 1000 are still to be given.')
    await button(page, 'Make them add up').click()
    await button(page, 'See what would move').click()
    await page.getByRole('table', { name: 'Who would move' }).getByText(`Ana ${device}`).waitFor()
    expect(await page.getByText('look again to see').count()).toBe(0)
    const change = await barriersOn(page)
    await button(page, 'Make this the draft').click()
    await asked(page).getByText(`Bo ${device} and ${other} ${device} are pinned.`).waitFor()
    await button(page, 'Replace it').click()
    await opens(page, /^Pairs/)
    await pairs.getByText('Pinned').waitFor()
    const after = await mentorsIn(page)

    await opens(page, /^Publish/)
    await page.locator('.drawn').first().getByText('Why we paired you').waitFor()
    const publish = await barriersOn(page)
    await button(page, 'Publish this round').click()
    await button(page, 'Publish it').click()
    await shows(page, /^Round of/)
    await page.reload()
    await opens(page, /^Pairs/)
    await button(page, /^End the match of Ana/).click()
    await asked(page).getByRole('button', { name: 'End the match' }).click()
    await pairs.getByText('Ended', { exact: true }).waitFor()
    await world.letterTo(`ana@${device}.example.org`, /has ended|is over/i)

    expect(after).toMatchObject({ Bo: other, Cy: expect.any(String) })
    expect(after.Ana).not.toBe(before.Ana)
    const nothing = { light: [], dark: [] }
    expect({ glance, list, change, publish }).toEqual({
      glance: nothing,
      list: nothing,
      change: nothing,
      publish: nothing,
    })
    expect(await browser.leaves([page])).toEqual([])
  })
})
