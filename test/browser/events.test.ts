import type { Page } from 'playwright-core'
import decodeQr from 'qr/decode.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { barriersOn } from '../support/axe.ts'
import { aBrowser, type Device } from '../support/browser.ts'
import { keyboardOf } from '../support/keyboard.ts'
import { button, field, heading, says, shows, summary } from '../support/reader.ts'
import { aWorld, type World } from '../support/world.ts'

/** What is on, registering for it, and one's own registration, as people meet them. */

let world: World
let browser: Awaited<ReturnType<typeof aBrowser>>
beforeAll(async () => {
  const port = 4450
  ;[world, browser] = await Promise.all([aWorld({ port }), aBrowser(`http://localhost:${port}`)])
})
afterAll(async () => {
  await browser?.stop()
  await world?.stop()
})

const DAY = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString()

/** Ten days ahead, in Chicago, for an hour. */
async function anEvent(details: Record<string, unknown> = {}): Promise<string> {
  const answer = await world.asOrganizer('POST', '/events', {
    title: 'Coffee after the night shift',
    kind: 'meeting',
    timeZone: 'America/Chicago',
    startsAt: inDays(10),
    endsAt: inDays(10 + 1 / 24),
    place: 'The back room of the Bluebird, Madison',
    status: 'published',
    ...details,
  })
  return z.object({ eventId: z.string() }).parse(answer.body, { reportInput: true }).eventId
}

async function registers(eventId: string, name: string): Promise<void> {
  const body = { firstName: name, lastName: 'Okafor', email: `${name}@example.org` }
  const { status } = await world.call('POST', `/api/events/${eventId}/registrations`, { body })
  expect(status).toBe(201)
}

/** The path of somebody's own registration, from their newest mail that fits. */
const registrationOf = async (name: string, fits = /\/registration#/) =>
  `/registration#${world.linkIn(await world.letterTo(`${name}@example.org`, fits), 'registration')}`

/** What a scanner reads from the page's code. */
async function scanned(page: Page): Promise<string> {
  await page.locator('svg.qr').waitFor()
  const pixels = await page.evaluate(() => {
    const code = document.querySelector<SVGSVGElement>('svg.qr')
    const size = (code?.viewBox.baseVal.width ?? 0) * 8
    const context = new OffscreenCanvas(size, size).getContext('2d')
    if (!context) throw new Error('There is no canvas.')
    context.fillStyle = '#fff'
    context.fillRect(0, 0, size, size)
    context.scale(8, 8)
    context.fillStyle = '#000'
    context.fill(new Path2D(code?.querySelector('path')?.getAttribute('d') ?? ''))
    return { size, data: [...context.getImageData(0, 0, size, size).data] }
  })
  return decodeQr({ width: pixels.size, height: pixels.size, data: Uint8ClampedArray.from(pixels.data) })
}

async function fillsIn(page: Page, name: string): Promise<void> {
  await field(page, 'First name').fill(name)
  await field(page, 'Last name').fill('Okafor')
  await field(page, 'E-mail address').fill(`${name}@example.org`)
}

describe('coming to an event', () => {
  it('somebody finds it on the first page, registers with the keyboard alone, and sees where it is', async () => {
    const questions = [{ type: 'yes-no', key: 'first', label: 'Is it your first time with us?', required: true }]
    const eventId = await anEvent({ title: 'Keyboard coffee', startsAt: inDays(2), endsAt: inDays(2.1), questions })
    const page = await browser.opens('/', { device: 'phone' })
    const keys = keyboardOf(page)
    await keys.presses(page.getByRole('link', { name: 'Keyboard coffee' }))
    await shows(page, 'Keyboard coffee')
    await says(page, 'On your clock')
    await says(page, 'In person. People with a seat see the place.')
    expect(await page.getByText('Bluebird').count()).toBe(0)
    await keys.fills(field(page, 'First name'), 'Ana')
    await keys.fills(field(page, 'Last name'), 'Okafor')
    await keys.fills(field(page, 'E-mail address'), 'ana@example.org')
    await keys.ticks(page.getByLabel('Yes', { exact: true }))
    await keys.presses(button(page, 'Register'))
    await shows(page, 'You have a seat')
    expect(await keys.isThere(heading(page, 'You have a seat'))).toBe(true)

    await page.goto(await registrationOf('ana'))
    await says(page, 'The back room of the Bluebird, Madison')
    expect(await scanned(page)).toMatch(new RegExp(`^${eventId}\\.1-`))
    expect(await browser.leaves([page])).toEqual([])
  })

  it('a full one gives a place in line; a seat that is given back is held, and taken', async () => {
    const eventId = await anEvent({ capacity: 1 })
    await registers(eventId, 'first')
    const page = await browser.opens(`/event?id=${eventId}`, { device: 'desktop' })
    await fillsIn(page, 'second')
    await button(page, 'Join the line').click()
    await shows(page, 'You are 1st in line')
    await registers(eventId, 'third')
    await page.goto(await registrationOf('second'))
    await says(page, '1st of 2')

    const other = await browser.opens(await registrationOf('first'), { device: 'phone' })
    await button(other, 'I cannot come').click()
    await button(other, 'Give it back').click()
    await shows(other, 'You are not registered any more')

    await page.goto(await registrationOf('second', /A seat is free for you/))
    await shows(page, 'A seat is free for you')
    await says(page, /held for you until .+ \(about \d+ hours left\)/)
    await button(page, 'Take it').click()
    await shows(page, 'You have a seat')
    await says(page, 'The back room of the Bluebird, Madison')
    expect(await browser.leaves([page, other])).toEqual([])
  })

  it('an offer can be passed on, after a second question', async () => {
    const eventId = await anEvent({ capacity: 1 })
    for (const name of ['goes', 'passes', 'gets']) await registers(eventId, name)
    const [, token = ''] = (await registrationOf('goes')).split('#')
    const { body } = await world.call('GET', `/api/registrations/${registrationIdIn(token)}`, { token })
    expect(body).toMatchObject({ status: 'confirmed' })
    await world.call('DELETE', `/api/registrations/${registrationIdIn(token)}`, { token })
    const page = await browser.opens(await registrationOf('passes', /A seat is free for you/), { device: 'phone' })
    await button(page, 'Pass it on').click()
    await button(page, 'Not yet').click()
    await button(page, 'Pass it on').click()
    await button(page, 'Yes, pass it on').click()
    await shows(page, 'You are not registered any more')
    await world.letterTo('gets@example.org', /A seat is free for you/)
    expect(await browser.leaves([page])).toEqual([])
  })

  it('when many come at once it tries again by itself, as the same registration', async () => {
    const eventId = await anEvent({ capacity: 3 })
    const keys: (string | undefined)[] = []
    const page = await browser.opens(`/event?id=${eventId}`, { device: 'phone' })
    await page.route('**/registrations', async (route) => {
      keys.push(route.request().headers()['idempotency-key'])
      // The second answer is lost on its way: the registration is there already.
      if (keys.length === 2) await route.fetch()
      return keys.length < 3 ? route.fulfill({ status: 503, json: {} }) : route.continue()
    })
    await fillsIn(page, 'patient')
    await button(page, 'Register').click()
    await says(page, 'We keep trying for you')
    await shows(page, 'You have a seat')
    expect(keys).toHaveLength(3)
    expect(new Set(keys).size).toBe(1)
    expect((await world.call('GET', `/api/events/${eventId}`)).body).toMatchObject({ seatsLeft: 2 })
    const busy = `phone, /event: ${world.origin}/api/events/${eventId}/registrations was answered with 503`
    expect(await browser.leaves([page])).toEqual([busy, busy])
  })

  it('what organizers wrote is shown as they meant it, and never runs', async () => {
    const description =
      '# Bring a case\n\n**Coffee** is there. <img src=x onerror=alert(1)> [A map](https://example.org/map)'
    const eventId = await anEvent({ title: '<script>alert(1)</script> 🧪 قهوة', description })
    const page = await browser.opens(`/event?id=${eventId}`, { device: 'phone' })
    await shows(page, '<script>alert(1)</script> 🧪 قهوة')
    await page.getByRole('heading', { level: 3, name: 'Bring a case' }).waitFor()
    await page.locator('strong', { hasText: 'Coffee' }).waitFor()
    await says(page, '<img src=x onerror=alert(1)>')
    expect(await page.getByRole('link', { name: 'A map' }).getAttribute('rel')).toContain('noopener')
    expect(await browser.leaves([page])).toEqual([])
  })

  it('a calendar can have one event, or subscribe to all of them', async () => {
    await anEvent({ title: 'Calendar coffee' })
    const page = await browser.opens('/events', { device: 'desktop' })
    const address = await field(page, 'Or paste this address into your calendar').inputValue()
    const all = await world.call('GET', address.replace(world.origin, ''))
    expect(all.headers.get('content-type')).toContain('text/calendar')
    expect(all.text).toContain('Calendar coffee')
    expect(await page.getByRole('link', { name: 'Subscribe' }).getAttribute('href')).toBe(
      address.replace('http:', 'webcal:'),
    )
    await page.getByRole('link', { name: 'Calendar coffee' }).click()
    const link = page.getByRole('link', { name: 'Add to calendar' })
    const [file] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(file.suggestedFilename()).toMatch(/\.ics$/)
    expect(await browser.leaves([page])).toEqual([])
  })

  it('what is wrong is told at each field, and nothing typed is lost on a reload', async () => {
    const options = ['Everything', 'Vegan']
    const questions = [{ type: 'choice', key: 'diet', label: 'What do you eat?', options, required: true }]
    const page = await browser.opens(`/event?id=${await anEvent({ questions })}`, { device: 'phone' })
    await field(page, 'First name').fill('Fatima')
    await button(page, 'Register').click()
    await summary(page).waitFor()
    const wrong = await summary(page).getByRole('link').allTextContents()
    expect(wrong).toEqual(['Last name', 'E-mail address', 'What do you eat?'])
    await summary(page).getByRole('link', { name: 'What do you eat?' }).click()
    await page.keyboard.press('Space')
    await page.reload()
    await shows(page, 'Coffee after the night shift')
    expect(await field(page, 'First name').inputValue()).toBe('Fatima')
    expect(await page.getByLabel('Everything').isChecked()).toBe(true)
    expect(await browser.leaves([page])).toEqual([])
  })
})

type State = { path: () => Promise<string>; comes: (page: Page) => Promise<unknown> }

/** A full circle, with somebody who has its seat and somebody who waits. */
let circle: Promise<string> | undefined
const aFullCircle = () => {
  circle ??= (async () => {
    const eventId = await anEvent({ title: 'Circle for night people', kind: 'circle', capacity: 1 })
    for (const name of ['seated', 'waiting']) await registers(eventId, name)
    return eventId
  })()
  return circle
}
const ofTheCircle = (name: string) => async () => {
  await aFullCircle()
  return registrationOf(name)
}

const STATES: Record<string, State> = {
  'what is on': {
    async path() {
      await aFullCircle()
      return '/events'
    },
    comes: (page) => says(page, 'Full: 1 person in line'),
  },
  'nothing of a kind': {
    path: async () => '/events?kind=course',
    comes: (page) => says(page, 'No courses are planned'),
  },
  'a circle': {
    path: async () => `/event?id=${await aFullCircle()}`,
    comes: (page) => page.locator('main').getByRole('link', { name: '988' }).waitFor(),
  },
  'a form with its errors': {
    async path() {
      const options = ['Staffing', 'Certification']
      const questions = [
        { type: 'choices', key: 'topics', label: 'What should we talk about?', options, required: true },
        { type: 'number', key: 'years', label: 'Years at the bench' },
      ]
      const description = '# Bring a case\n\nThere is **coffee**, and [a map](https://example.org/map).'
      return `/event?id=${await anEvent({ questions, description })}`
    },
    async comes(page) {
      await field(page, 'Years at the bench (optional)').fill('many')
      await button(page, 'Register').click()
      await summary(page).getByRole('link', { name: 'Years at the bench' }).waitFor()
    },
  },
  'registration that opens later': {
    path: async () => `/event?id=${await anEvent({ registration: { opensAt: inDays(3) } })}`,
    comes: (page) => says(page, 'Registration opens on'),
  },
  'an event that is cancelled': {
    async path() {
      const eventId = await anEvent()
      await world.asOrganizer('DELETE', `/events/${eventId}`)
      return `/event?id=${eventId}`
    },
    comes: (page) => says(page, 'This event is cancelled.'),
  },
  'no such event': { path: async () => '/event?id=none', comes: (page) => shows(page, 'There is no such event') },
  'a seat': { path: ofTheCircle('seated'), comes: (page) => page.locator('svg.qr').waitFor() },
  'a seat, and the question before it is given back': {
    path: ofTheCircle('seated'),
    async comes(page) {
      await button(page, 'I cannot come').click()
      await button(page, 'Give it back').waitFor()
    },
  },
  'a place in line': {
    path: ofTheCircle('waiting'),
    async comes(page) {
      await shows(page, 'You are 1st in line')
      await page.getByText('What you told us').click()
    },
  },
  'a dead link': {
    path: async () => '/registration#cut-in-two',
    comes: (page) => shows(page, 'This link no longer works'),
  },
}

describe.for<Device>(['phone', 'desktop'])('everybody can use it on a %s', (device) => {
  it.concurrent.for(Object.entries(STATES))('%s', async ([, { path, comes }], { expect }) => {
    const page = await browser.opens(await path(), { device })
    const missed = await comes(page).then(
      () => '',
      async (error) => `${error}\nInstead it says: ${await page.textContent('main')}`,
    )
    const { light, dark } = await barriersOn(page)
    expect({ missed, light, dark, others: await browser.leaves([page]) }).toEqual({
      missed: '',
      light: [],
      dark: [],
      others: [],
    })
  })
})

const registrationIdIn = (token: string): string =>
  z.object({ sub: z.string() }).parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())).sub
