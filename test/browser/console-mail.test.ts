import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import * as z from 'zod'
import { barriersOn } from '../support/axe.ts'
import { aBrowser, type Device } from '../support/browser.ts'
import { organizes, signsIn } from '../support/console.ts'
import { button, field, says, shows } from '../support/reader.ts'
import { aWorld, type World } from '../support/world.ts'

const Version = z.object({ version: z.int() })
const Settings = z.object({ version: z.int(), settings: z.object({ publish: z.string(), cadence: z.string() }) })

/** Organizers look after what is mailed, and after what may change while the programme runs. */

let world: World
let browser: Awaited<ReturnType<typeof aBrowser>>
beforeAll(async () => {
  const port = 4520
  ;[world, browser] = await Promise.all([aWorld({ port }), aBrowser(`http://localhost:${port}`)])
  await world.joins({ email: 'sam@example.org' })
})
afterAll(async () => {
  await browser?.stop()
  await world?.stop()
})

const goesTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name, exact: true }).click()

describe.for<Device>(['phone', 'desktop'])('on a %s', (device) => {
  it('somebody says a welcome in their own words, looks at it, sends a test, and goes back', async ({ expect }) => {
    const page = await organizes(browser, { at: '#/mail', device })
    await page.getByRole('table', { name: 'E-mails that went out' }).getByText('Arrived').first().waitFor()
    await page.getByRole('link', { name: 'The words' }).click()
    await shows(page, 'The words of each e-mail')
    const log = await barriersOn(page)
    await page
      .getByRole('table')
      .getByRole('link', { name: /welcome/i })
      .click()
    const subject = page.getByRole('textbox').first()
    const before = await subject.inputValue()
    await subject.fill('Hello from the {nowhere}')
    await page.locator('.error', { hasText: 'nowhere' }).first().waitFor()
    await subject.fill(`A warm hello from {programme} on a ${device}`)
    await page.locator('.mail-view dd', { hasText: `A warm hello from` }).waitFor()
    await field(page, 'To').fill(`${device}@example.org`)
    await button(page, 'Send the test').click()
    await says(page, 'The test is on its way.')
    await world.letterTo(`${device}@example.org`, /./)
    await button(page, 'Save 1 change').click()
    await says(page, 'Saved. The next e-mail')
    const editor = await barriersOn(page)
    await button(page, /Back to the original/).click()
    await button(page, 'Save 1 change').click()
    await expect.poll(() => button(page, /Back to the original/).count()).toBe(0)
    expect(await subject.inputValue()).toBe(before)
    expect({ log, editor, others: await browser.leaves([page]) }).toEqual({
      log: { light: [], dark: [] },
      editor: { light: [], dark: [] },
      others: [],
    })
  })

  it('mail can be sent again where that may work, and only there', async ({ expect }) => {
    const page = await organizes(browser, { at: '#/overview', device })
    const at = '2026-03-02T15:00:00.000Z'
    const mail = (mailId: string, status: string) => ({ mailId, kind: mailId.split('#')[0], status, createdAt: at })
    const delivery = { status: 'delivered', at }
    const items = [
      mail('introduction#round.sam#mentee', 'failed'),
      mail('reminder#round.sam#mentee', 'due'),
      mail('match-over#round.sam#mentor', 'sent'),
      { ...mail('test#anna#1', 'sent'), kind: 'welcome' },
      { ...mail('link#sam#1', 'sent'), delivery },
    ]
    await page.route(/api\/organizer\/mail(\?|$)/, (route) => route.fulfill({ json: { items } }))
    await goesTo(page, 'Mail')
    const rows = page.getByRole('table', { name: 'E-mails that went out' }).getByRole('row')
    await rows.filter({ hasText: '(a test)' }).waitFor()
    await rows.filter({ hasText: 'What it said is not kept' }).filter({ hasText: 'Sent' }).waitFor()
    expect(await button(page, 'Send again').count()).toBe(1)
    await rows.filter({ hasText: 'Given up' }).getByRole('button', { name: 'Send again' }).click()
    await says(page, 'There is no such mail.')
    expect(await browser.leaves([page])).toEqual([])
  })

  it('somebody changes a setting, meets another change, takes theirs back, and keeps the rest', async ({ expect }) => {
    const page = await organizes(browser, { at: '#/settings', device })
    await shows(page, 'Settings')
    await field(page, 'Working style').fill('149')
    await says(page, '1 are missing')
    await button(page, 'Save').click()
    await page.getByRole('region', { name: /another look/ }).waitFor()
    await field(page, 'Working style').fill('150')
    await page.getByLabel('Wait as a draft until an organizer has looked at it').check()
    const { body } = await world.asOrganizer('GET', '/settings')
    const organizers = `Ana on the ${device}`
    await world.asOrganizer('PATCH', '/settings', { ...Version.parse(body), organizers })
    await button(page, 'Save').click()
    await page.getByRole('alert').getByText(`Who signs the e-mails: ${organizers}`).waitFor()
    await field(page, 'Who signs the e-mails (optional)').fill(organizers)
    await button(page, 'Save').click()
    await says(page, 'Saved.')
    await page.getByRole('table', { name: 'Changes of the settings' }).getByText('Wait as a draft').first().waitFor()
    const barriers = await barriersOn(page)
    const cadence = `Each Friday, says the ${device}.`
    await field(page, 'How often pairs meet').fill(cadence)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await page.getByRole('radio', { name: 'Introduce the pairs at once', checked: true }).waitFor()
    expect(await field(page, 'How often pairs meet').inputValue()).toBe(cadence)
    await button(page, 'Save').click()
    await page.getByRole('table', { name: 'Changes of the settings' }).getByText(cadence).first().waitFor()
    const { version, settings } = Settings.parse((await world.asOrganizer('GET', '/settings')).body)
    expect(settings).toEqual({ publish: 'auto', cadence })
    await world.asOrganizer('PATCH', '/settings', { version, organizers: null })
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await says(page, 'so nothing is undone')
    expect(await field(page, 'How often pairs meet').inputValue()).toBe(cadence)
    await button(page, 'Fill in what was deployed').click()
    expect(await field(page, 'How often pairs meet').inputValue()).not.toBe(cadence)
    await page.getByText('Filled in').locator('..').getByRole('button', { name: 'Undo' }).click()
    expect(await field(page, 'How often pairs meet').inputValue()).toBe(cadence)
    await goesTo(page, 'Mail')
    await shows(page, 'Mail')
    expect({ barriers, others: await browser.leaves([page]) }).toEqual({
      barriers: { light: [], dark: [] },
      others: [],
    })
  })
})

it('a save takes nothing from who goes on typing, and an undo is seen after a walk', async ({ expect }) => {
  const page = await organizes(browser, { at: '#/settings', device: 'desktop' })
  const cadence = field(page, 'How often pairs meet')
  const before = await cadence.inputValue()
  await cadence.fill('Weekly')
  const answer = Promise.withResolvers<void>()
  await page.route('**/api/organizer/settings', (route) => answer.promise.then(() => route.continue()), { times: 1 })
  await button(page, 'Save').click()
  await cadence.pressSequentially(' or so ')
  answer.resolve()
  await says(page, 'Saved.')
  await cadence.pressSequentially('always')
  expect(await cadence.inputValue()).toBe('Weekly or so always')
  await goesTo(page, 'Audit')
  await shows(page, 'Audit')
  await goesTo(page, 'Settings')
  expect(await cadence.inputValue()).toBe('Weekly')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(() => cadence.inputValue()).toBe(before)
  await cadence.fill('Monthly')
  await button(page, 'Save').click()
  await says(page, 'Saved.')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(() => cadence.inputValue()).toBe(before)
  expect(await browser.leaves([page])).toEqual([])
})

it('who may only help at the door is told so, and sent there', async ({ expect }) => {
  const page = await browser.opens('/organize', { device: 'phone' })
  await signsIn(page, 'door-sam')
  await shows(page, 'This account does not organize')
  await page.getByRole('link', { name: 'Go to the door' }).waitFor()
  expect(await browser.leaves([page])).toEqual([])
})

it('when the session has ended, the page says so, stays, and comes back to the same place', async ({ expect }) => {
  const page = await organizes(browser, { at: '#/settings', device: 'desktop' })
  await field(page, 'How often pairs meet').fill('Each Friday.')
  await page.route('**/api/organizer/**', (route) => route.fulfill({ status: 401, json: { message: 'Unauthorized' } }))
  await button(page, 'Save').click()
  await says(page, 'Your sign-in has ended.')
  expect(await field(page, 'How often pairs meet').inputValue()).toBe('Each Friday.')
  await page.unroute('**/api/organizer/**')
  await button(page, 'Sign in again').click()
  await shows(page, 'Settings')
  await goesTo(page, 'Audit')
  await shows(page, 'Audit')
  await button(page, 'Sign out').click()
  await button(page, /Yes/).click()
  await shows(page, 'Organizers')
  expect(await browser.leaves([page])).toEqual([])
})
