import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aBrowser } from '../support/browser.ts'
import { keyboardOf } from '../support/keyboard.ts'
import { box, button, field, heading, says, shows, summary } from '../support/reader.ts'
import { aMinuteLater, fillsIn } from '../support/visitor.ts'
import { aWorld, type World } from '../support/world.ts'

let world: World
let browser: Awaited<ReturnType<typeof aBrowser>>
beforeAll(async () => {
  const port = 4420
  ;[world, browser] = await Promise.all([aWorld({ port, settings: {} }), aBrowser(`http://localhost:${port}`)])
})
afterEach(async () => expect(await browser.leaves()).toEqual([]))
afterAll(async () => {
  await browser?.stop()
  await world?.stop()
})

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** The path of the link to that page in the newest mail that has one. */
const mailedLink = async (email: string, page: string) =>
  `/${page}#${world.linkIn(await world.letterTo(email, new RegExp(`/${page}#`)), page)}`

describe('signing up', () => {
  it('a mentor does it on a phone with the keyboard alone, and confirms', async () => {
    const email = 'keyboard.mentor@example.org'
    const page = await browser.opens('/', { device: 'phone' })
    const keys = keyboardOf(page)
    await keys.presses(page.getByRole('link', { name: 'Become a mentor' }))
    await keys.fills(field(page, 'First name'), 'Ana')
    await keys.fills(field(page, 'Last name'), 'Okafor')
    await keys.fills(field(page, 'E-mail address'), email)
    await keys.fills(field(page, 'State'), 'Ohio')
    await keys.presses(button(page, 'Next'))
    await says(page, 'Step 2 of 6')
    await keys.fills(field(page, 'Where you work'), 'Hospital')
    await keys.ticks(box(page, 'Hematology'))
    await keys.fills(field(page, 'Years of experience in the laboratory'), '12')
    await keys.fills(field(page, 'Shift'), 'Night')
    await keys.presses(button(page, 'Next'))
    await says(page, 'Step 3 of 6')
    await keys.ticks(page.getByLabel('Certification exam preparation'))
    await keys.fills(field(page, 'How many mentees at a time'), '2')
    await keys.presses(button(page, 'Next'))
    await says(page, 'Step 4 of 6')
    await keys.reaches(field(page, 'Time zone'))
    expect(await field(page, 'Time zone').inputValue()).toBe('America/New_York')
    await keys.ticks(page.getByLabel('Tuesday evening'))
    await keys.presses(button(page, 'Next'))
    await says(page, 'Step 5 of 6')
    await keys.presses(button(page, 'Next'))
    await says(page, 'Step 6 of 6')
    await says(page, 'Tuesday: evening')
    await aMinuteLater(page)
    await keys.ticks(page.getByLabel('I agree'))
    await keys.presses(button(page, 'Sign up'))
    await shows(page, 'Please check your mail')
    expect(await keys.isThere(heading(page, 'Please check your mail'))).toBe(true)
    await says(page, email)

    await page.goto(await mailedLink(email, 'confirm'))
    await keys.presses(button(page, 'Confirm my address'))
    await shows(page, 'Thank you, you are in')
    await page.goto(await mailedLink(email, 'me'))
    await says(page, 'You have 2 free seats')
  })

  it('what is wrong is summed up on top and told at each field, and the focus goes where the help is', async () => {
    const page = await browser.opens('/mentor', { device: 'phone' })
    const keys = keyboardOf(page)
    await field(page, 'First name').fill('Ana')
    await button(page, 'Next').click()
    const wrong = summary(page)
    await wrong.waitFor()
    expect(await keys.isThere(wrong)).toBe(true)
    expect(await wrong.getByRole('link').allTextContents()).toEqual(['Last name', 'E-mail address', 'State'])
    const lastName = field(page, 'Last name')
    expect(await lastName.getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('#lastName-error').textContent()).toContain('Please fill this in.')
    await wrong.getByRole('link', { name: 'Last name' }).click()
    await expect.poll(() => keys.isThere(lastName)).toBe(true)
    expect(await field(page, 'First name').inputValue()).toBe('Ana')
  })

  it('what is missing before sending leads back to its part', async () => {
    const page = await browser.opens('/mentee', { device: 'desktop' })
    await fillsIn(page, 'leads.back@example.org')
    await button(page, 'Sign up').click()
    await summary(page).getByRole('link', { name: 'Your agreement' }).waitFor()
    await button(page, 'Your work').click()
    await box(page, 'Microbiology').uncheck()
    await page.goBack()
    await page.getByLabel('I agree').check()
    await button(page, 'Sign up').click()
    await says(page, 'Step 2 of 6')
    await summary(page).getByRole('link', { name: 'Departments' }).click()
    await expect.poll(() => keyboardOf(page).isThere(box(page, 'Hematology'))).toBe(true)
  })

  it('what was typed is there again after going back, and after a reload, until one has it forgotten', async () => {
    const page = await browser.opens('/mentee', { device: 'phone' })
    await fillsIn(page, 'kept@example.org')
    await page.goBack()
    await says(page, 'Step 5 of 6')
    await page.goForward()
    await says(page, 'Step 6 of 6')
    await page.reload()
    await says(page, 'Welcome back: here is what you typed last time.')
    await says(page, 'kept@example.org')
    await button(page, 'Forget what I typed').click()
    await says(page, 'Step 1 of 6')
    expect(await field(page, 'First name').inputValue()).toBe('')
    await page.reload()
    expect(await field(page, 'First name').inputValue()).toBe('')
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
  })
})

/** Signs up, confirms, and edits: only the mentor who speaks that language can be found then. */
async function arrives(page: Page, email: string, language: string): Promise<void> {
  await fillsIn(page, email)
  await page.getByLabel('I agree').check()
  await aMinuteLater(page)
  await button(page, 'Sign up').click()
  await shows(page, 'Please check your mail')
  await page.goto(await mailedLink(email, 'confirm'))
  await button(page, 'Confirm my address').click()
  await shows(page, 'Thank you, you are in')
  await page.goto(await mailedLink(email, 'me'))
  await says(page, 'Each round looks for a mentor for you')
  expect(await page.getByText('Central Time (Chicago)').count()).toBe(1)
  await button(page, 'Change my answers').click()
  await box(page, 'English').uncheck()
  await box(page, language).check()
  await button(page, 'Save').click()
  await says(page, 'Saved. You changed: Languages.')
}

/** Declines who was found, pauses, and leaves. */
async function departs(page: Page, email: string, mentor: string): Promise<void> {
  await page.goto(await mailedLink(email, 'match'))
  await shows(page, `Your mentor: ${mentor}`)
  await page.getByLabel('It does not fit. Please find somebody else').check()
  await button(page, 'Send my answer').click()
  await shows(page, 'That is all right')
  await page.goto(await mailedLink(email, 'me'))
  await says(page, 'An earlier introduction')
  await page.getByText('I need a break').click()
  await button(page, 'Pause').click()
  await says(page, 'You are paused.')
  await button(page, 'Delete my profile').click()
  await button(page, 'Delete everything').click()
  await shows(page, 'Goodbye, and thank you')
}

it('one person goes the whole way, from signing up to leaving, on a phone and on a desktop', async () => {
  const visits = [
    { device: 'phone', language: 'French', mentor: 'Jeanne Dubois', languages: ['fr'] },
    { device: 'desktop', language: 'Hindi', mentor: 'Asha Rao', languages: ['hi'] },
  ] as const
  const ways = await Promise.all(
    visits.map(async ({ device, language, mentor, languages }) => {
      const [firstName, lastName] = mentor.split(' ')
      const email = `whole.way.${device}@example.org`
      const taught = {
        topics: ['wellness' as const],
        availability: ['sat-morning' as const],
        timeZone: 'America/Chicago',
      }
      const address = `mentor.${device}@example.org`
      await world.joins({ role: 'mentor', email: address, firstName, lastName, languages: [...languages], ...taught })
      const page = await browser.opens('/mentee', { device })
      await arrives(page, email, language)
      return { page, email, mentor, address }
    }),
  )
  await world.roundRuns()
  await Promise.all(
    ways.map(async ({ page, email, mentor, address }) => {
      await departs(page, email, mentor)
      await world.letterTo(address, /has ended/)
      await world.letterTo(email, /will be deleted/)
    }),
  )
})

describe('looking after oneself', () => {
  it('answers can be changed and taken away, a pause begins and ends', async () => {
    const email = 'changes@example.org'
    await world.joins({ email, firstName: 'Lena', employer: 'Mercy Valley', topics: ['wellness'], languages: ['ko'] })
    const page = await browser.opens(await mailedLink(email, 'me'), { device: 'phone' })
    await shows(page, 'Hello Lena')
    await button(page, 'Change my answers').click()
    await shows(page, 'Change your answers')
    await page.locator('#employer').fill('')
    await page.getByLabel('Wellness').uncheck()
    await page.getByLabel('Time management').check()
    await button(page, 'Save').click()
    await says(page, 'Saved. You changed: Employer, Topics.')
    expect(await page.getByRole('term').allTextContents()).not.toContain('Employer')
    expect(await page.getByText('Time management').count()).toBe(1)
    expect(await page.getByText(/Wellness/).count()).toBe(0)

    await page.getByText('I need a break').click()
    await page.getByLabel('First day back').fill(inDays(30))
    await button(page, 'Pause').click()
    await says(page, 'You take part again from')
    await page.reload()
    await button(page, 'Take part again').click()
    await says(page, 'Welcome back.')

    await page.getByLabel('Reminders').uncheck()
    await button(page, 'Save my choice').click()
    await says(page, 'Saved: these are the e-mails you get from now on.')
    await page.reload()
    expect(await page.getByLabel('Reminders').isChecked()).toBe(false)
    expect(await page.getByLabel('How it is going').isChecked()).toBe(true)

    const [file] = await Promise.all([page.waitForEvent('download'), button(page, 'Download my data').click()])
    expect(file.suggestedFilename()).toBe('my-data.json')
  })

  it('everything can be deleted, after one more question, and for some minutes one can think better of it', async () => {
    const email = 'leaves@example.org'
    await world.joins({ email, firstName: 'Gus', languages: ['ru'] })
    const path = await mailedLink(email, 'me')
    const page = await browser.opens(path, { device: 'phone' })
    const keys = keyboardOf(page)
    await keys.presses(button(page, 'Delete my profile'))
    expect(await keys.isThere(button(page, 'Keep my profile'))).toBe(true)
    await page.keyboard.press('Escape')
    expect(await keys.isThere(button(page, 'Delete my profile'))).toBe(true)
    await page.keyboard.press('Enter')
    await keys.presses(button(page, 'Delete everything'))
    await shows(page, 'Goodbye, and thank you')
    await says(page, 'Everything about you is deleted on')
    await page.goto(`/me#${world.linkIn(await world.letterTo(email, /will be deleted/), 'me')}`)
    await shows(page, 'Goodbye, and thank you')
    await keys.presses(button(page, 'Keep my profile'))
    await shows(page, 'Hello Gus')
    await says(page, 'Nothing is deleted.')
  })

  it('a lost link is sent again', async () => {
    const email = 'forgetful@example.org'
    await world.joins({ email, firstName: 'Ida', languages: ['pt'] })
    const page = await browser.opens('/me#cut-in-two', { device: 'phone' })
    await shows(page, 'This link no longer works')
    await page.getByRole('link', { name: 'Get a new link' }).click()
    await field(page, 'E-mail address').fill(email)
    await page.keyboard.press('Enter')
    await shows(page, 'Please check your mail')
    expect(await keyboardOf(page).isThere(heading(page, 'Please check your mail'))).toBe(true)
    await page.goto(`/me#${world.linkIn(await world.letterTo(email, /Here is your link/), 'me')}`)
    await shows(page, 'Hello Ida')
  })
})
