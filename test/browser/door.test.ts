import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { barriersOn } from '../support/axe.ts'
import { aBrowser } from '../support/browser.ts'
import { cameraOn } from '../support/camera.ts'
import { signsIn } from '../support/console.ts'
import { anEventWorld } from '../support/event-world.ts'
import { keyboardOf } from '../support/keyboard.ts'
import { button, field, heading, says, shows } from '../support/reader.ts'

/** The door on a volunteer's phone. */

const PORT = 4460
let world: Awaited<ReturnType<typeof anEventWorld>>
let browser: Awaited<ReturnType<typeof aBrowser>>
beforeAll(async () => {
  ;[world, browser] = await Promise.all([anEventWorld(PORT), aBrowser(`http://localhost:${PORT}`)])
})
afterEach(async () => expect(await browser.leaves()).toEqual([]))
afterAll(async () => {
  await browser?.stop()
  await stopWorld()
})
let stopped: Promise<void> | undefined
const stopWorld = async () => {
  stopped ??= world?.stop()
  await stopped
}

const checkedIn = async (eventId: string) => {
  const pages = []
  for await (const page of world.registrations.pages(eventId)) pages.push(...page)
  return pages.filter(({ checkIn }) => checkIn).map(({ person }) => person?.firstName)
}

it('a volunteer signs in, finds a name, checks in, undoes it, and signs out', async () => {
  const eventId = await world.isOn({ id: 'evening', startsIn: 0.5, title: 'Evening circle', capacity: 3 })
  for (const [nth, name] of ['Ana', 'Björn', 'Chloë', 'Dana'].entries()) await world.registers(eventId, nth + 1, name)
  const page = await browser.opens('/door', { device: 'phone' })
  await shows(page, 'The door')
  await signsIn(page, 'door-sam')
  await shows(page, 'Which door?')
  await says(page, 'signed in as door-sam')
  const keys = keyboardOf(page)
  await keys.presses(button(page, 'Open the door of Evening circle'))
  await shows(page, 'Evening circle')
  await says(page, '0 of 3 are in')
  await field(page, 'Find a name').fill('bjorn')
  await expect.poll(() => page.getByRole('listitem').count()).toBe(1)
  await keys.presses(button(page, 'Check in Björn Rivera 2'))
  await says(page, 'Björn Rivera 2 is in. Welcome!')
  expect(await keys.isThere(button(page, 'Undo the check-in of Björn Rivera 2'))).toBe(true)
  await expect.poll(() => checkedIn(eventId)).toEqual(['Björn'])
  await page.keyboard.press('Enter')
  await says(page, 'is not in any more')
  await expect.poll(() => checkedIn(eventId)).toEqual([])
  await field(page, 'Find a name').fill('')
  await says(page, 'In line, has no seat')
  expect(await button(page, 'Check in Dana Rivera 4').count()).toBe(0)
  expect(await barriersOn(page)).toEqual({ light: [], dark: [] })

  await page.reload()
  await shows(page, 'Evening circle')
  await button(page, 'Sign out').click()
  await button(page, /Yes/).click()
  await shows(page, 'The door')
  await page.reload()
  await button(page, 'Sign in').waitFor()
})

describe('without a network', () => {
  it('check-ins are kept and sent later, each once and with the time of the phone', async () => {
    const eventId = await world.isOn({ id: 'cellar', startsIn: 0.5, title: 'In the cellar' })
    for (const nth of [1, 2, 3]) await world.registers(eventId, nth, `Pat${nth}`)
    const page = await browser.opens(`/door#${eventId}`, { device: 'phone' })
    await signsIn(page, 'door-sam')
    await shows(page, 'In the cellar')
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await losesNetwork(page)
    await button(page, 'Check in Pat1 Rivera 1').click()
    await button(page, 'Check in Pat2 Rivera 2').click()
    await says(page, '2 check-ins wait to be sent.')
    await says(page, '2 of 3 are in')
    expect(await button(page, 'Add a walk-in').isDisabled()).toBe(true)

    await page.reload()
    await shows(page, 'In the cellar')
    await says(page, '2 check-ins wait to be sent.')
    await says(page, '2 of 3 are in')
    await button(page, 'Check in Pat3 Rivera 3').click()
    await says(page, '3 check-ins wait to be sent.')
    expect(await checkedIn(eventId)).toEqual([])
    const first = (await world.registrations.getByNumber(eventId, [1]))[0]
    const atDoor = {
      registrationId: first?.id,
      idempotencyKey: 'another phone',
      at: new Date(Date.now() - 600_000).toISOString(),
    }
    await world.asOrganizer('POST', `/events/${eventId}/check-ins`, atDoor)

    await page.context().setOffline(false)
    await signsInAgain(page)
    await says(page, /Pat1 Rivera 1 was already checked in at .* on another phone/)
    await expect.poll(() => checkedIn(eventId)).toEqual(['Pat1', 'Pat2', 'Pat3'])
    await expect.poll(() => page.getByText('to be sent').count()).toBe(0)
  })
})

/** Chromium says it is offline before its network is: a request sent at once may still arrive, its answer lost. */
async function losesNetwork(page: Page): Promise<void> {
  await page.context().setOffline(true)
  const answers = () =>
    page.evaluate(() =>
      fetch('/api/events')
        .then(() => true)
        .catch(() => false),
    )
  await expect.poll(answers).toBe(false)
}

async function signsInAgain(page: Page): Promise<void> {
  await button(page, 'Sign in again').click()
}

it('somebody walks in while there is a seat, and is told when there is none', async () => {
  const eventId = await world.isOn({ id: 'small', startsIn: 0.5, title: 'A small one', capacity: 1 })
  const page = await browser.opens(`/door#${eventId}`, { device: 'phone' })
  await signsIn(page, 'ana@example.org')
  await shows(page, 'A small one')
  await says(page, 'Nobody has registered yet.')
  await button(page, 'Add a walk-in').click()
  await button(page, 'Let them in').click()
  await page.getByRole('region', { name: /another look/ }).waitFor()
  await field(page, 'First name').fill('Wu')
  await field(page, 'Last name').fill('Li')
  expect(await barriersOn(page)).toEqual({ light: [], dark: [] })
  await button(page, 'Let them in').click()
  await says(page, 'Wu Li is in. Welcome!')
  await says(page, '1 of 1 are in')
  await button(page, 'Add a walk-in').click()
  await field(page, 'First name').fill('Too')
  await field(page, 'Last name').fill('Late')
  await button(page, 'Let them in').click()
  await says(page, 'All seats are taken.')
  expect(await heading(page, 'A small one').count()).toBe(1)
})

it('a session goes on after its first hour without asking, and ends with the page', async () => {
  const eventId = await world.isOn({ id: 'long', startsIn: 0.5, title: 'A long evening' })
  const page = await browser.opens(`/door#${eventId}`, { device: 'phone' })
  await signsIn(page, 'door-sam')
  await shows(page, 'A long evening')
  expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).toBe(
    '[{},{"signed-in":"door-sam"}]',
  )
  await page.clock.setFixedTime(Date.now() + 3_570_000)
  const [renewed] = await Promise.all([page.waitForResponse(/\/oidc\/token$/), button(page, 'Another event').click()])
  expect(renewed.request().postData()).toContain('grant_type=refresh_token')
  expect(renewed.status()).toBe(200)
  await button(page, 'Open the door of A long evening').waitFor()
})

it('the camera reads the code of an e-mail, and says so when it sees it again', async () => {
  const eventId = await world.isOn({ id: 'scanned', startsIn: 0.5, title: 'Scanned' })
  const { registrationId } = await world.registers(eventId, 1, 'Ana')
  const phone = await aBrowser(`http://localhost:${PORT}`, cameraOn(registrationId))
  try {
    const page = await phone.opens(`/door#${eventId}`, { device: 'phone' })
    await page.context().grantPermissions(['camera'])
    await signsIn(page, 'door-sam')
    await shows(page, 'Scanned')
    await button(page, 'Scan a code').click()
    await says(page, 'Ana Rivera 1 is in. Welcome!')
    await expect.poll(() => checkedIn(eventId)).toEqual(['Ana'])
    await button(page, 'Stop scanning').click()
    await button(page, 'Scan a code').click()
    await says(page, /Ana Rivera 1 was already checked in at/)
    expect(await phone.leaves()).toEqual([])
  } finally {
    await phone.stop()
  }
})

it('the page opens with its list when the server cannot be reached at all', async () => {
  const eventId = await world.isOn({ id: 'gone', startsIn: 0.5, title: 'Far away' })
  await world.registers(eventId, 1, 'Ana')
  const page = await browser.opens(`/door#${eventId}`, { device: 'phone' })
  await signsIn(page, 'door-sam')
  await says(page, 'Ana Rivera 1')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await stopWorld()
  await page.reload()
  await shows(page, 'Far away')
  await says(page, 'No network. You can go on')
  await button(page, 'Check in Ana Rivera 1').click()
  await says(page, '1 check-in waits to be sent.')
  await page.goto('/door')
  await page.reload()
  await says(page, 'There is no network.')
  await button(page, 'Open the door').click()
  await says(page, '1 of 1 are in')
  expect(await button(page, 'Undo the check-in of Ana Rivera 1').count()).toBe(1)
})
