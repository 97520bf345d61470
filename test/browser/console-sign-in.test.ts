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

/** Gives a name, even where another one is known. */
async function namesThemselves(page: Page, account: string): Promise<void> {
  await field(page, 'Your name').fill(account)
  await button(page, 'Sign in').click()
}

/** Signs in in that window, which closes by itself. */
const signsInThere = (window: Page, account: string) =>
  Promise.all([window.waitForEvent('close'), namesThemselves(window, account)])

it.each<Device>(['phone', 'desktop'])(
  'on a %s: who signs in again finds what they typed, and what they pressed done',
  async (device) => {
    const page = await losesSessionWith(`Each Friday, said on a ${device}.`, device)
    expect(await barriersOn(page)).toEqual({ light: [], dark: [] })
    await signsInThere(await opens(page, 'Sign in again'), 'Olga')
    await says(page, 'Saved.')
    expect(await again(page).count()).toBe(0)
    expect(await cadence(page).inputValue()).toBe(`Each Friday, said on a ${device}.`)
    expect(await keyboardOf(page).isThere(save(page))).toBe(true)
  },
)

it('what was typed in a dialog stays too, and can be undone after one more sign-in', async () => {
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
  await says(page, 'Noted for Zoë Adams.')
  await losesSession(page)
  await button(page, 'Undo').click()
  const window = await opens(page, 'Sign in again')
  const [undone] = await Promise.all([
    page.waitForResponse((response) => isSave(response) && response.ok()),
    signsInThere(window, 'Olga'),
  ])
  expect(undone.request().postDataJSON()).toMatchObject({ organizerNote: null })
})

it('who types goes on typing, whether they sign in again with the mouse or not now', async () => {
  const page = await organizes(browser, { at: '#/settings', device: 'desktop' })
  const signs = field(page, 'Who signs the e-mails (optional)')
  await signs.fill('The tm')
  await losesSession(page)
  for (const key of ['ArrowLeft', 'Enter']) await signs.press(key)
  await button(page, 'Not now').click()
  await page.keyboard.type('e')
  expect(await signs.inputValue()).toBe('The tem')
  await page.keyboard.press('Enter')
  await signsInThere(await opens(page, 'Sign in again'), 'Olga')
  await says(page, 'Saved.')
  await page.keyboard.type('a')
  expect(await signs.inputValue()).toBe('The team')
})

it('after “Not now” nothing waits, and all can be asked for again', async () => {
  const page = await organizes(browser, { at: '#/mail/words/welcome', device: 'desktop' })
  const preview = page.getByRole('region', { name: 'Preview' })
  await preview.getByText('Subject', { exact: true }).waitFor()
  await losesSession(page)
  const subject = page.getByRole('textbox').first()
  await subject.fill('Hello again')
  await again(page).waitFor()
  await button(page, 'Not now').click()
  await button(page, 'Preview it again').waitFor()
  await page.goto('/organize#/rounds')
  await again(page).waitFor()
  await page.keyboard.press('Escape')
  await button(page, /^Try again$/).waitFor()
  expect(await page.getByText('There was no round yet').count()).toBe(0)
  await page.goto('/organize#/audit')
  await again(page).waitFor()
  await page.keyboard.press('Escape')
  await says(page, 'You are not signed in any more.')
  await button(page, 'Download the trail').click()
  await button(page, 'Not now').click()
  await button(page, 'Download the trail').click()
  const window = await opens(page, 'Sign in again')
  await Promise.all([page.waitForEvent('download'), signsInThere(window, 'Olga')])
  await button(page, /^Try again$/).click()
  await page.getByRole('table').waitFor()
  expect(await again(page).count()).toBe(0)
})

it('a session that could not be renewed for a moment has not ended', async () => {
  const page = await organizes(browser, { at: '#/audit', device: 'phone' })
  // Just after the hour that a token lasts.
  await page.clock.setFixedTime(Date.now() + 3_610_000)
  const renewals: string[] = []
  await page.route('**/oidc/token', (route) => {
    renewals.push(route.request().url())
    return renewals.length === 1 ? route.abort() : route.fallback()
  })
  await page.goto('/organize#/settings')
  await cadence(page).waitFor()
  expect(renewals).toHaveLength(2)
  expect(await again(page).count()).toBe(0)
})

it('who does not find the window, or whose browser opens none, can try again or leave the page for it', async () => {
  const page = await losesSessionWith('Not lost yet.', 'phone')
  const lost = await opens(page, 'Sign in again')
  await says(page, 'Is there none, or did you close it?')
  expect(await barriersOn(page)).toEqual({ light: [], dark: [] })
  await signsInThere(await opens(page, 'Try again'), 'Olga')
  await says(page, 'Saved.')
  // Nobody waits for the first window any more: it says so, and stays.
  await namesThemselves(lost, 'Olga')
  await shows(lost, 'Back to the other window')
  await losesSession(page)
  await cadence(page).fill('Lost.')
  await save(page).click()
  await page.evaluate(() => {
    window.open = () => null
  })
  await button(page, 'Sign in again').click()
  await says(page, 'Your browser did not let us open a window.')
  await button(page, 'Leave this page to sign in').click()
  await namesThemselves(page, 'Olga')
  await shows(page, 'Settings')
  expect(await cadence(page).inputValue()).toBe('Not lost yet.')
})

it('somebody else who signs in gets nothing of what was typed', async () => {
  const page = await losesSessionWith('Said by Olga.', 'desktop')
  await signsInThere(await opens(page, 'Sign in again'), 'Omar')
  await says(page, 'You have signed in as Omar, but this page is of Olga.')
  await button(page, 'Not now').click()
  const [refused] = await Promise.all([page.waitForResponse(isSave), save(page).click()])
  expect(refused.status()).toBe(401)
  // The sign-in knows Omar now, and asks nevertheless.
  const window = await opens(page, 'Sign in again')
  const [saved] = await Promise.all([page.waitForResponse(isSave), signsInThere(window, 'Olga')])
  expect(saved.status()).toBe(200)
  expect(saved.request().postDataJSON()).toMatchObject({ cadence: 'Said by Olga.' })

  await page.goto('/organize#/events/new')
  await field(page, 'Title').fill('A secret of Olga')
  await losesSession(page)
  await page.goto('/organize#/audit')
  await signsInThere(await opens(page, 'Sign in again'), 'Omar')
  await button(page, 'Leave this page to sign in').click()
  await namesThemselves(page, 'Omar')
  await shows(page, 'Audit')
  await page.goto('/organize#/events/new')
  expect(await field(page, 'Title').inputValue()).toBe('')
})
