import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import { barriersOn } from '../support/axe.ts'
import { aBrowser, type Device } from '../support/browser.ts'
import { organizes } from '../support/console.ts'
import { button, field, says, shows, summary } from '../support/reader.ts'
import { aWorld, type World } from '../support/world.ts'

/** The events part of the console, as an organizer meets it. */

const PORT = 4490
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

const AnEvent = z.looseObject({ startsAt: z.string(), status: z.string(), version: z.number(), title: z.string() })

const reads = async (eventId: string) => AnEvent.parse((await world.asOrganizer('GET', `/events/${eventId}`)).body)
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name, exact: true })
const notices = (page: Page, words: string | RegExp) => page.getByRole('status').getByText(words).waitFor()
const tab = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Pages of this event' }).getByRole('link', { name }).click()

/** A day of next month, on the clock of Chicago. */
function nextMonth(day: number, clock: string): string {
  const date = new Date()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + 2)
  return `${date.toISOString().slice(0, 7)}-${String(day).padStart(2, '0')}T${clock}`
}

const clockOf = (instant: string): string =>
  new Date(instant).toLocaleString('sv-SE', { timeZone: 'America/Chicago' }).slice(0, 16).replace(' ', 'T')

async function register(eventId: string, firstName: string, lastName: string, answers = {}): Promise<void> {
  const email = `${encodeURIComponent(lastName)}.${eventId}@example.org`
  const body = { firstName, lastName, email, answers }
  const { status } = await world.call('POST', `/api/events/${eventId}/registrations`, { body })
  expect(status).toBe(201)
}

const hasNoBarriers = async (page: Page) => expect(await barriersOn(page)).toEqual({ light: [], dark: [] })

it.each<Device>(['desktop', 'phone'])(
  'on a %s: next month’s event is made, published, looked at, printed, downloaded, moved against somebody else, called off',
  async (device) => {
    const page = await organizes(browser, { at: '#/events', device })
    await link(page, 'Make an event').click()
    await shows(page, 'A new event')

    // Filled in, lost by a reload, and back.
    await field(page, 'Title').fill('Coffee after the night shift')
    await field(page, 'What it is about (optional)').fill('Come **as you are**.')
    await page.locator('.preview strong', { hasText: 'as you are' }).waitFor()
    await field(page, 'Time zone').selectOption('America/Chicago')
    await field(page, 'Starts').fill(nextMonth(9, '19:00'))
    expect(await field(page, 'Ends').inputValue()).toBe(nextMonth(9, '20:00'))
    await field(page, 'How many seats (optional)').fill('2')
    await button(page, 'Add a question').click()
    await field(page, 'Question 1').fill('Hours?')
    await page.reload()
    await says(page, 'What you typed here before is back.')
    expect(await field(page, 'Question 1').inputValue()).toBe('Hours?')
    await page.getByLabel('Answered with').selectOption('Yes or no')
    await field(page, 'How many seats (optional)').fill('two')
    await button(page, 'Save as a draft').click()
    await summary(page).waitFor()
    await hasNoBarriers(page)
    await field(page, 'How many seats (optional)').fill('2')
    await button(page, 'Save as a draft').click()
    await shows(page, 'Coffee after the night shift')
    await says(page, 'Only organizers see this event.')
    const eventId = new URL(page.url()).hash.split('/').at(-1) ?? ''
    expect(clockOf((await reads(eventId)).startsAt)).toBe(nextMonth(9, '19:00'))

    await button(page, 'Publish').click()
    await notices(page, 'It is published.')
    await register(eventId, 'Ana', 'Zimmer')
    await register(eventId, 'Zoë', 'Adams', { hours: true })
    await register(eventId, 'Björn', 'Lund')

    // Who comes.
    await page.reload()
    await says(page, 'Have a seat')
    await hasNoBarriers(page)
    await tab(page, /^People/)
    await button(page, 'Zoë Adams').click()
    await field(page, 'Note (optional)').fill('Brings the cups')
    await hasNoBarriers(page)
    await button(page, 'Save what I wrote').click()
    await notices(page, 'Noted for Zoë Adams.')
    await page.getByRole('cell', { name: 'Brings the cups' }).waitFor()
    await field(page, 'Name, address or employer').fill('zim')
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(1)
    await tab(page, /^Waiting line/)
    await says(page, '1st in line')
    await button(page, 'Björn Lund').waitFor()

    // On paper.
    await tab(page, /^Lists/)
    await hasNoBarriers(page)
    await link(page, 'Print the door list').click()
    await says(page, '2 people with a seat')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('listitem').allInnerTexts().then(shown)).toEqual([
      'Adams, Zoë',
      'Zimmer, Ana',
      'Lund, Björn',
    ])
    for (const name of ['Console', 'Where you are']) {
      expect(await page.getByRole('navigation', { name }).isVisible()).toBe(false)
    }
    expect(await button(page, 'Print').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })

    // As a file, which the browser downloads.
    await page.goBack()
    const [file] = await Promise.all([page.waitForEvent('download'), button(page, 'Download CSV').click()])
    expect(file.suggestedFilename()).toBe('Coffee after the night shift attendees.csv')
    expect(file.url()).not.toContain('access_token')
    const rows = (await readFile(await file.path(), 'utf8')).trim().split('\r\n')
    expect(rows).toHaveLength(4)
    expect(rows[2]).toMatch(/Zoë,Adams.*Brings the cups,yes$/)

    // Somebody else moves it while this form is open.
    await tab(page, /^Event$/)
    await link(page, 'Change').click()
    await shows(page, /^Change “Coffee/)
    const theirs = { startsAt: (await moved(eventId, -60)).startsAt, place: 'Room 3' }
    expect((await world.asOrganizer('PATCH', `/events/${eventId}`, theirs)).status).toBe(200)
    await field(page, 'Starts').fill(nextMonth(9, '20:00'))
    await button(page, /^Save$/).click()
    await button(page, 'Save and tell them').click()
    await shows(page, /^Change “Coffee/)
    const clash = page.getByRole('region', { name: 'Somebody else has changed this event since you opened it' })
    await expect.poll(() => clash.evaluate((box) => box === document.activeElement)).toBe(true)
    await says(page, /6:00 PM Central/)
    await says(page, /8:00 PM Central/)
    await says(page, 'Room 3, and so it stands in your form now')
    expect(await field(page, 'Place (optional)').inputValue()).toBe('Room 3')
    expect(await field(page, 'Starts').inputValue()).toBe(nextMonth(9, '20:00'))
    await hasNoBarriers(page)
    await button(page, /^Save$/).click()
    await page.getByRole('dialog', { name: 'Tell 3 people?' }).waitFor()
    await button(page, 'Save and tell them').click()
    await notices(page, 'Saved. E-mail is on its way.')
    const now = await reads(eventId)
    expect([clockOf(now.startsAt), now.place]).toEqual([nextMonth(9, '20:00'), 'Room 3'])

    await button(page, 'Cancel the event').click()
    await says(page, '3 people hear of it by e-mail')
    await button(page, 'Cancel it and tell them').click()
    await notices(page, 'The event is cancelled. 3 people will hear of it.')
    await page.getByText('Cancelled', { exact: true }).waitFor()
    expect((await reads(eventId)).status).toBe('cancelled')
  },
)

const shown = (texts: string[]) =>
  texts.map((text) => text.replace(/^[☐☑]\s*/, '').trim()).filter((text) => /, /.test(text))

async function isSoonAndEmpty(): Promise<void> {
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  const about = {
    title: 'Empty evening',
    kind: 'meeting',
    timeZone: 'America/Chicago',
    capacity: 10,
    status: 'published',
  }
  const made = await world.asOrganizer('POST', '/events', { ...about, startsAt: inHours(48), endsAt: inHours(50) })
  expect(made.status).toBe(201)
}

async function moved(eventId: string, minutes: number) {
  const { startsAt } = await reads(eventId)
  return { startsAt: new Date(Date.parse(startsAt) + minutes * 60_000).toISOString() }
}

it('a series is listed date by date before it is saved; then published, one of it copied, another made smaller', async () => {
  await isSoonAndEmpty()
  const page = await organizes(browser, { at: '#/events', device: 'desktop' })
  await page.getByRole('row', { name: /Empty evening.*0 of 10.*Short of people/ }).waitFor()
  await page.getByLabel('Kind').selectOption('Course')
  await says(page, 'There is none of this kind here.')
  await link(page, 'Make an event').click()
  await field(page, 'Title').fill('Circle of Tuesdays')
  await field(page, 'Kind').selectOption('Support circle')
  await field(page, 'Time zone').selectOption('America/Chicago')
  await field(page, 'Starts').fill('2035-02-13T19:00')
  await page.getByLabel('Repeats').selectOption('Every month on the second Tuesday')
  await field(page, 'How many dates').fill('3')
  await says(page, '3 dates, each an event of its own')
  // The clocks go forward in between.
  await says(page, 'Tue, Mar 13, 2035, 7:00 PM CDT')
  await hasNoBarriers(page)
  await button(page, 'Save all dates as drafts').click()
  await shows(page, 'Series: Circle of Tuesdays')
  await says(page, 'Every month on the second Tuesday, 3 times.')
  await button(page, 'Publish all 3 drafts').click()
  await notices(page, '3 events are published.')
  await hasNoBarriers(page)

  await link(page, 'Circle of Tuesdays').first().click()
  await link(page, 'Copy to another date').click()
  await field(page, 'Starts').fill('2035-03-11T02:30')
  await says(page, 'from 2:00 AM to 3:00 AM: 2:30 AM never comes')
  await field(page, 'Starts').fill('2035-03-12T19:00')
  await button(page, 'Make the copy').click()
  await shows(page, 'Circle of Tuesdays')
  await says(page, 'Only organizers see this event.')
  await button(page, 'Delete the draft').click()
  await button(page, 'Delete it').click()
  await says(page, 'There is no draft.')

  await link(page, 'Upcoming').click()
  const last = link(page, 'Circle of Tuesdays').last()
  const eventId = (await last.getAttribute('href'))?.split('/').at(-1) ?? ''
  await register(eventId, 'Ana', 'Lund')
  await register(eventId, 'Ben', 'Adams')
  await last.click()
  await link(page, 'Change').click()
  await field(page, 'How many seats (optional)').fill('1')
  await button(page, /^Save$/).click()
  await summary(page).waitFor()
  await page.getByRole('checkbox', { name: /Fewer seats than the 2 that are taken/ }).check()
  await button(page, /^Save$/).click()
  await notices(page, 'Saved.')
  expect(await reads(eventId)).toMatchObject({ capacity: 1, seats: { confirmed: 2, seatsLeft: -1 } })
  await button(page, 'Undo').click()
  await notices(page, 'It is as it was.')
  expect((await reads(eventId)).capacity).toBeUndefined()
})
