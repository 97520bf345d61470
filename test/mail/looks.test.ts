import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { programme } from '../../local/mail-examples.ts'
import * as blocks from '../../shared/mail/blocks.ts'
import { layout } from '../../shared/mail/layout.ts'
import { barriersOn } from '../support/axe.ts'
import { launchChromium } from '../support/chromium.ts'

/** A mail with every kind of block in it, with words that are too long, in a real browser. */

const LONG = 'Sam'.repeat(50)
const { html } = layout(
  {
    subject: 'Every kind of block',
    preheader: 'Nobody sees this.',
    blocks: [
      blocks.title(`Title ${LONG}`),
      blocks.paragraph(`A paragraph ${LONG}`),
      blocks.section('A section'),
      blocks.bullets(['One', LONG]),
      blocks.numbered(['One', 'two']),
      blocks.quote(`عبد الرحمن\n\n${LONG}`),
      blocks.address('E-mail', `${LONG}@example.org`),
      blocks.button('A button with a label that is longer than a phone is wide', 'https://mentors.example.org/me#x'),
      blocks.button('Short', 'https://mentors.example.org/me#y'),
      blocks.link('A link', 'https://mentors.example.org/me#z'),
      blocks.note('A note'),
    ],
    why: 'You get this mail because it is an example.',
    crisisLine: true,
  },
  programme,
  'https://mentors.example.org/me#x',
)

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

async function shown(width: number) {
  const page = await browser.newPage({ viewport: { width, height: 800 } })
  await page.setContent(html)
  return page
}

test.each([320, 1280])('at %d pixels everything fits, and buttons are large enough for a thumb', async (width) => {
  const page = await shown(width)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  const heights = await page
    .locator('.button a')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  expect(heights).toHaveLength(2)
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(48)
  expect(await page.getByText('Nobody sees this.').isVisible()).toBe(false)
  const inCard = await page.locator('.card').boundingBox()
  expect(inCard?.width).toBe(Math.min(600, width - 24))
})

test('nothing is in the way of anybody, light or dark', async () => {
  const found = await barriersOn(await shown(360))
  // A mail has no landmarks: it is itself part of a page.
  const light = found.light.filter((barrier) => !/^(landmark-one-main|region):/.test(barrier))
  expect({ ...found, light }).toEqual({ light: [], dark: [] })
})

test('it is dark where people like it dark', async () => {
  const page = await shown(360)
  const backgrounds = () =>
    page.evaluate(() =>
      ['body', '.card', 'blockquote', '.button td', '.button a'].map(
        (where) => getComputedStyle(document.querySelector(where) ?? document.body).backgroundColor,
      ),
    )
  const light = await backgrounds()
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await backgrounds()
  for (const [i, colour] of light.entries()) expect(dark[i]).not.toBe(colour)
})
