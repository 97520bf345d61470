import type { Page, Response } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import { barriersOn } from '../support/axe.ts'
import { aBrowser, type Device } from '../support/browser.ts'
import { organizes } from '../support/console.ts'
import { keyboardOf } from '../support/keyboard.ts'
import { button, field, says, shows } from '../support/reader.ts'
import { aWorld, type World } from '../support/world.ts'

/** The session of an organizer ends while they work. */

const PORT = 4530
let world: World
let browser: Awaited<ReturnType<typeof aBrowser>>
beforeAll(async () => {
  ;[world, browser] = await Promise.all([aWorld({ port: PORT }), aBrowser(`http://localhost:${PORT}`)])
})
afterEach(async () => expect(await browser.leaves()).toEqual([]))
afterAll(async () => {
  await browser?.stop()
  await world?.stop()
})

const cadence = (page: Page) => field(page, 'How often pairs meet')
const save = (page: Page) => button(page, /^Save/)
const again = (page: Page) => page.getByRole('dialog', { name: 'Please sign in again' })
const isSave = (response: Response) => response.request().method() === 'PATCH'

/** From now on their token is refused, and the sign-in does not know them any more. */
async function losesSession(page: Page): Promise<void> {
  let old: string | undefined
  await page.route('**/api/organizer/**', async (route, request) => {
    const { authorization } = await request.allHeaders()
    old ??= authorization
    return authorization === old ? route.fulfill({ status: 401, json: { message: 'Unauthorized' } }) : route.fallback()
  })
  await page.context().clearCookies()
}

/** An organizer who has typed something in the settings, and cannot save it. */
async function losesSessionWith(typed: string, device: Device): Promise<Page> {
  const page = await organizes(browser, { at: '#/settings', device })
  await cadence(page).fill(typed)
  await losesSession(page)
  await save(page).click()
  await again(page).waitFor()
  return page
}

/** Presses a button that opens a window. */
async function opens(page: Page, name: string): Promise<Page> {
  const [window] = await Promise.all([page.waitForEvent('popup'), button(page, name).click()])
  return window
}

/** Signs in in that window, which closes by itself. */
async function signsInThere(window: Page, account: string): Promise<void> {
  await field(window, 'Your name').fill(account)
  await Promise.all([window.waitForEvent('close'), button(window, 'Sign in').click()])
}

async function goesOn(page: Page): Promise<void> {
  await says(page, 'You are signed in again.')
  expect(await again(page).count()).toBe(0)
}

it.each<Device>(['phone', 'desktop'])(
  'on a %s: who signs in again goes on with all that they typed',
  async (device) => {
    const page = await losesSessionWith(`Each Friday, said on a ${device}.`, device)
    expect(await barriersOn(page)).toEqual({ light: [], dark: [] })
    await signsInThere(await opens(page, 'Sign in again'), 'Olga')
    await goesOn(page)
    expect(await cadence(page).inputValue()).toBe(`Each Friday, said on a ${device}.`)
    expect(await keyboardOf(page).isThere(save(page))).toBe(true)
    await page.keyboard.press('Enter')
    await says(page, 'Saved.')
  },
)

it('what was typed in a dialog stays too', async () => {
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  const about = { title: 'Evening circle', kind: 'meeting', timeZone: 'America/Chicago', status: 'published' }
  const made = await world.asOrganizer('POST', '/events', { ...about, startsAt: inHours(48), endsAt: inHours(50) })
  const { eventId } = z.object({ eventId: z.string() }).parse(made.body)
  const body = { firstName: 'Zoë', lastName: 'Adams', email: 'zoe@example.org' }
  await world.call('POST', `/api/events/${eventId}/registrations`, { body })
  const page = await organizes(browser, { at: `#/events/${eventId}/people`, device: 'phone' })
  await button(page, 'Zoë Adams').click()
  await field(page, 'Note (optional)').fill('Brings the cups')
  await losesSession(page)
  await button(page, 'Save what I wrote').click()
  await signsInThere(await opens(page, 'Sign in again'), 'Olga')
  await goesOn(page)
  expect(await keyboardOf(page).isThere(button(page, 'Save what I wrote'))).toBe(true)
  await page.keyboard.press('Enter')
  await says(page, 'Noted for Zoë Adams.')
})

it('a part that somebody opens meanwhile comes as soon as they are signed in again', async () => {
  const page = await losesSessionWith('Whenever it suits.', 'desktop')
  await button(page, 'Not now').click()
  await page.goto('/organize#/mail/words')
  await shows(page, 'The words of each e-mail')
  await signsInThere(await opens(page, 'Sign in again'), 'Olga')
  await goesOn(page)
  await page
    .getByRole('table')
    .getByRole('link', { name: /welcome/i })
    .waitFor()
})

it('who closes the window, or whose browser opens none, can try again or leave the page for it', async () => {
  const page = await losesSessionWith('Not lost yet.', 'phone')
  await (await opens(page, 'Sign in again')).close()
  await says(page, 'Is there none, or did you close it?')
  expect(await barriersOn(page)).toEqual({ light: [], dark: [] })
  await page.evaluate(() => {
    window.open = () => null
  })
  await button(page, 'Try again').click()
  await says(page, 'Your browser did not let us open a window.')
  expect(await cadence(page).inputValue()).toBe('Not lost yet.')
  await button(page, 'Leave this page to sign in').click()
  await field(page, 'Your name').fill('Olga')
  await button(page, 'Sign in').click()
  await shows(page, 'Settings')
  expect(await cadence(page).inputValue()).not.toBe('Not lost yet.')
})

it('somebody else who signs in does not go on with what was typed', async () => {
  const page = await losesSessionWith('Said by Olga.', 'desktop')
  await signsInThere(await opens(page, 'Sign in again'), 'Omar')
  await says(page, 'You have signed in as Omar, but this page is of Olga.')
  await button(page, 'Not now').click()
  const [refused] = await Promise.all([page.waitForResponse(isSave), save(page).click()])
  expect(refused.status()).toBe(401)
  // The sign-in knows Omar now, and asks nevertheless.
  await signsInThere(await opens(page, 'Sign in again'), 'Olga')
  await goesOn(page)
  const [saved] = await Promise.all([page.waitForResponse(isSave), save(page).click()])
  expect(saved.status()).toBe(200)
  expect(saved.request().postDataJSON()).toMatchObject({ cadence: 'Said by Olga.' })
})
