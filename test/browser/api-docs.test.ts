import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { barriersOn } from '../support/axe.ts'
import { aBrowser, DEVICES, type Device } from '../support/browser.ts'
import { button, says } from '../support/reader.ts'
import { aWorld, type World } from '../support/world.ts'

/** The page about the API: a viewer that others keep, under our own content security policy. */

const PORT = 4244
let world: World
let browser: Awaited<ReturnType<typeof aBrowser>>

beforeAll(async () => {
  ;[world, browser] = await Promise.all([aWorld({ port: PORT }), aBrowser(`http://localhost:${PORT}`)])
})
afterAll(async () => {
  await browser?.stop()
  await world?.stop()
})

/** Opens what is said about a route. */
const route = (page: Page, name: RegExp) => page.getByRole('button', { name }).first().click()

describe.for(Object.keys(DEVICES) as Device[])('on a %s', (device) => {
  it('shows a route with its example, and sends it', async ({ expect }) => {
    const page = await browser.opens('/api-docs', { device })
    await route(page, /rounds\/\{roundId\}\/unplaced/)
    await says(page, `curl "http://localhost:${PORT}/api/organizer/rounds/$ROUND_ID/unplaced`)
    const { light, dark } = await barriersOn(page)
    await page.goto('/api-docs')
    await route(page, /\/health/)
    await button(page, 'Try it out').click()
    await button(page, 'Execute').click()
    await says(page, '"status": "ok"')
    expect({ light, dark, others: await browser.leaves([page]) }).toEqual({ light: [], dark: [], others: [] })
  })
})
