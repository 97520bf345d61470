import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { barriersOn } from '../support/axe.ts'
import { aBrowser } from '../support/browser.ts'
import { button, says, shows } from '../support/reader.ts'
import { aWorld, type World } from '../support/world.ts'

/** The page behind our questions: one tap, and where it ends something, a second one. */

let world: World
let browser: Awaited<ReturnType<typeof aBrowser>>
beforeAll(async () => {
  const port = 4430
  ;[world, browser] = await Promise.all([aWorld({ port }), aBrowser(`http://localhost:${port}`)])
})
afterEach(async () => expect(await browser.leaves()).toEqual([]))
afterAll(async () => {
  await browser?.stop()
  await world?.stop()
})

it('answers are one tap each, and a match is not ended by a slip of the thumb', async () => {
  const [mentor, mentee] = ['mentor@example.org', 'mentee@example.org']
  await world.joins({ role: 'mentor', email: mentor, firstName: 'Maria', capacity: 1 })
  await world.joins({ email: mentee, firstName: 'Fatima' })
  await world.roundRuns()
  const token = world.linkIn(await world.letterTo(mentee, /\/match#/), 'match')
  const page = await browser.opens(`/match#${token}`, { device: 'phone' })

  await says(page, 'Are you in touch?')
  expect(await button(page, 'Not a fit').count()).toBe(0)
  await button(page, 'Not yet').click()
  await shows(page, 'Thank you for telling us')
  await page.reload()
  await button(page, 'Yes, we are in touch').click()
  await shows(page, 'Good to hear')
  await page.reload()
  await button(page, 'Yes, and we have met').click()
  await shows(page, 'How good that you have met')

  await page.reload()
  await says(page, 'How is it going?')
  await button(page, 'I am not sure').click()
  await shows(page, 'Thank you for being open')
  await page.reload()
  await button(page, 'Not a fit').click()
  await says(page, 'This ends the match.')
  expect(await barriersOn(page)).toEqual({ light: [], dark: [] })
  await button(page, 'Keep the match').click()
  expect(await world.matchesOf(token)).toMatchObject([{ status: 'met' }])
  await button(page, 'Not a fit').click()
  await button(page, 'End the match').click()
  await shows(page, 'That is all right')
  await page.reload()
  await shows(page, 'This introduction is over')
  await world.letterTo(mentor, /Your match with Fatima has ended/)
})
