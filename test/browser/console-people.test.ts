import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import * as z from 'zod'
import { MESSY } from '../imports/messy.ts'
import { barriersOn } from '../support/axe.ts'
import { aBrowser, type Device } from '../support/browser.ts'
import { organizes } from '../support/console.ts'
import { csvOf } from '../support/csv.ts'
import { keyboardOf } from '../support/keyboard.ts'
import { aMentee } from '../support/people.ts'
import { button, field, says, shows, summary } from '../support/reader.ts'
import { aWorld, type World } from '../support/world.ts'

/** Organizers bring a list of people in, find one of them, and look after them. */

let world: World
let browser: Awaited<ReturnType<typeof aBrowser>>
beforeAll(async () => {
  const port = 4480
  ;[world, browser] = await Promise.all([aWorld({ port, settings: {} }), aBrowser(`http://localhost:${port}`)])
  await Promise.all([
    world.joins({ email: 'ruiz.phone@example.org', firstName: 'Ana', lastName: 'Ruiz' }),
    world.joins({ email: 'ruiz.desktop@example.org', firstName: 'Björn', lastName: 'Ruiz', role: 'mentor' }),
  ])
})
afterAll(async () => {
  await browser?.stop()
  await world?.stop()
})

const NAMES: Record<Device, string> = { phone: 'Ana Ruiz', desktop: 'Björn Ruiz' }
const CLEAN = { light: [], dark: [] }
const Profiles = z.object({ items: z.array(z.looseObject({ profileId: z.string(), email: z.string() })) })

const person = async (email: string) =>
  Profiles.parse((await world.asOrganizer('GET', `/profiles?q=${email}`)).body).items[0]

async function downloadedFrom(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()])
  return readFile(await download.path(), 'utf8')
}

const figure = (page: Page, name: string) =>
  page.locator('.figures > div', { hasText: name }).last().locator('strong').textContent()

it('long answers in a list leave room for the rest on a tablet', async ({ expect }) => {
  const page = await organizes(browser, { at: '#/import', device: 'desktop' })
  await page.setViewportSize({ width: 800, height: 900 })
  const [headings, ...rows] = csvOf([aMentee(), aMentee()]).trimEnd().split('\n')
  const withLinks = rows.map((row, n) => `${row},https://cv.example.org/${'a'.repeat(90)}${n}`)
  const buffer = Buffer.from([`${headings},CV`, ...withLinks].join('\n'))
  await page.getByLabel('Choose a CSV file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer })
  await says(page, 'has 2 rows with people')
  const choice = await page.getByLabel(/^What column C is/).boundingBox()
  expect(choice?.width).toBeGreaterThan(100)
  expect(await browser.leaves([page])).toEqual([])
})

describe.for<Device>(['phone', 'desktop'])('on a %s', (device) => {
  it('a messy list comes in: columns, a look first, the good rows, and a file of the refused ones', async ({
    expect,
  }) => {
    const page = await organizes(browser, { at: '#/import', device })
    const start = await barriersOn(page)
    // Latin-1, and a column that says nothing of what it is.
    const list = MESSY.replaceAll('example.org', `${device}.example.org`)
      .replace(';Role;', ';Kind;')
      .replace(';role;', ';x;')
    const choose = (name: string, text: string) =>
      page
        .getByLabel('Choose a CSV file')
        .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') })
    await choose('workbook.xlsx', 'PK\u0003\u0004')
    await says(page, 'This is a workbook.')
    await choose('people.csv', list)
    await says(page, 'has 8 rows with people')
    await says(page, 'Åström')
    await page.getByLabel('What column D is, “Kind”').selectOption('Leave it out')
    await page.getByRole('combobox', { name: 'Mentor or mentee', exact: true }).waitFor()
    await page.getByLabel('What column D is, “Kind”').selectOption('Mentor or mentee')
    await expect.poll(() => figure(page, 'Rows with something wrong')).toBe('6')
    await says(page, 'There is no department “hematolgy”. Did you mean Hematology?')
    const chosen = await barriersOn(page)

    await button(page, 'See what would happen').click()
    await button(page, 'Bring 2 people in').waitFor()
    expect(await person(`zoe@${device}.example.org`)).toBeUndefined()
    await button(page, 'Bring 2 people in').click()
    await says(page, 'Done: 2 people are new. Nobody got any mail.')
    const done = await barriersOn(page)
    // Two rows of headings, and six that are refused.
    const refused = await downloadedFrom(page, 'Download the refused rows')
    expect(refused.split('\r\n')).toHaveLength(8)
    expect(refused).toMatch(/Illinios.*Did you mean Illinois\?/)

    await button(page, 'Import another list').click()
    await choose('again.csv', list)
    await button(page, 'See what would happen').click()
    await says(page, 'There is nobody else to bring in')
    expect({ start, chosen, done, others: await browser.leaves([page]) }).toEqual({
      start: CLEAN,
      chosen: CLEAN,
      done: CLEAN,
      others: [],
    })
  })

  it('somebody is found, corrected at the same time as by another one, paused, noted, deleted and kept', async ({
    expect,
  }) => {
    const page = await organizes(browser, { at: '#/people', device })
    const name = NAMES[device]
    const keys = keyboardOf(page)
    await field(page, 'Name or e-mail address').fill(`ruiz.${device}`)
    await expect.poll(() => page.locator('.people tbody tr').count()).toBe(1)
    const list = await barriersOn(page)
    await keys.presses(page.getByRole('link', { name, exact: true }))
    await shows(page, name)
    await says(page, 'Hematology')
    await keys.presses(button(page, 'Pause'))
    await says(page, `${name} is paused`)
    expect(await keys.isThere(button(page, 'Bring back'))).toBe(true)
    await keys.presses(button(page, 'Undo'))
    await says(page, `${name} takes part again.`)
    expect(await keys.isThere(page.locator('body'))).toBe(false)

    await page.getByRole('link', { name: 'Edit' }).click()
    await shows(page, `Edit ${name}`)
    await page.getByRole('group', { name: 'Their work' }).waitFor()
    expect(await page.locator('form.edit').textContent()).not.toMatch(/\byou/i)
    const about = page.getByRole('textbox', { name: 'About them' })
    await about.fill('x'.repeat(2001))
    await button(page, 'Save').click()
    await summary(page).getByText('About them: Please use at most 2000 characters.').waitFor()
    await about.fill('')
    await field(page, 'Shift').selectOption('Night')
    await page.getByLabel('Last name').fill('Ruiz-Lang')
    const { profileId } = (await person(`ruiz.${device}`)) ?? {}
    await world.asOrganizer('PATCH', `/profiles/${profileId}`, { shift: 'evening', employer: 'Mercy Valley' })
    await button(page, 'Save').click()
    await says(page, 'Somebody else has changed this person meanwhile')
    await says(page, 'Mercy Valley')
    await page.getByRole('group', { name: 'Shift' }).getByLabel('What they saved').check()
    const clash = await barriersOn(page)
    await button(page, 'Save this').click()
    await shows(page, name.replace('Ruiz', 'Ruiz-Lang'))
    expect(await person(`ruiz.${device}`)).toMatchObject({
      lastName: 'Ruiz-Lang',
      shift: 'evening',
      employer: 'Mercy Valley',
    })

    await page.getByRole('link', { name: /^Notes/ }).click()
    await field(page, 'A new note').fill('Would like to speak in March.')
    await button(page, 'Add the note').click()
    await page.getByRole('link', { name: 'Notes (1)' }).waitFor()
    await keys.presses(button(page, /^Remove/))
    await says(page, 'There is no note yet.')
    expect(await keys.isThere(page.locator('body'))).toBe(false)
    await button(page, 'Undo').last().click()
    await says(page, 'Would like to speak in March.')
    const notes = await barriersOn(page)
    await page.getByRole('link', { name: /^Mail \(/ }).click()
    await page.getByRole('table', { name: 'Mail to them' }).getByText('Welcome').waitFor()

    await button(page, 'Delete').click()
    await button(page, 'Delete everything').click()
    await says(page, 'They can be brought back until')
    await button(page, 'Bring them back').click()
    await button(page, 'Pause').waitFor()
    await page.getByRole('link', { name: '‹ People' }).click()
    await page.getByRole('link', { name: name.replace('Ruiz', 'Ruiz-Lang') }).waitFor()
    expect({ list, clash, notes, others: await browser.leaves([page]) }).toEqual({
      list: CLEAN,
      clash: CLEAN,
      notes: CLEAN,
      others: [],
    })
  })
})
