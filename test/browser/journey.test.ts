import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aBrowser } from '../support/browser.ts'
import { keyboardOf } from '../support/keyboard.ts'
import { box, button, field, heading, says, shows, summary } from '../support/reader.ts'
import { aWorld, type World } from '../support/world.ts'

let world: World
let browser: Awaited<ReturnType<typeof aBrowser>>
beforeAll(async () => {
  const port = 4420
  ;[world, browser] = await Promise.all([
    aWorld({ port, settings: { undoMinutes: 10 } }),
    aBrowser(`http://localhost:${port}`),
  ])
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

/** Two who share a language that nobody else here speaks, so that the round has no choice; gives both addresses. */
async function aPair(language: string): Promise<{ mentor: string; mentee: string }> {
  const [mentor, mentee] = [`mentor.${language}@example.org`, `mentee.${language}@example.org`]
  const languages = [language]
  await world.joins({ role: 'mentor', email: mentor, firstName: 'Maria', lastName: 'Okafor', languages, capacity: 1 })
  await world.joins({ email: mentee, firstName: 'Fatima', lastName: 'Haddad', employer: 'Mercy Valley', languages })
  await world.roundRuns()
  await world.letterTo(mentee, /\/match#/)
  return { mentor, mentee }
}

/** People take their time; a form that is filled in within three seconds is taken for a program's. */
const aMinuteLater = (page: Page) => page.clock.setFixedTime(Date.now() + 60_000)
/** The next part of the form. */
const next = async (page: Page, title: string) => {
  await button(page, 'Next').click()
  await page.getByText(title, { exact: true }).first().waitFor()
}

/** Fills in the form up to its review. */
async function fillsIn(page: Page, email: string): Promise<void> {
  await field(page, 'First name').fill('Otto')
  await field(page, 'Last name').fill('Lindqvist')
  await field(page, 'E-mail address').fill(email)
  await field(page, 'State').selectOption('Texas')
  await next(page, 'Your work')
  await field(page, 'Where you work').selectOption({ index: 2 })
  await box(page, 'Microbiology').check()
  await field(page, 'Years of experience in the laboratory').fill('0')
  await field(page, 'Shift').selectOption('Rotating')
  await next(page, 'What you want to talk about')
  await page.getByLabel('Wellness').check()
  await next(page, 'When and how')
  await page.locator('strong', { hasText: 'Central Time (Chicago)' }).waitFor()
  await page.getByLabel('Saturday morning').check()
  await next(page, 'Working style')
  await next(page, 'Is all of this right?')
}

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

  it('a mentee does it on a desktop, and confirms', async () => {
    const email = 'desktop.mentee@example.org'
    const page = await browser.opens('/mentee', { device: 'desktop' })
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

describe('an introduction', () => {
  it('says the same as its mail, and can be declined', async () => {
    const { mentor, mentee } = await aPair('ht')
    const page = await browser.opens(await mailedLink(mentee, 'match'), { device: 'phone' })
    await shows(page, 'Your mentor: Maria Okafor')
    const letter = (await world.letterTo(mentee, /\/match#/)).body.text.replace(/\s+/g, ' ')
    const reasons = await page.getByRole('listitem').allTextContents()
    expect(reasons.length).toBeGreaterThan(1)
    for (const reason of reasons) expect(letter).toContain(reason)
    const answers = /You can say: - (.+?) We have met, or/.exec(letter)?.[1]?.split(' - ') ?? []
    expect(answers).toHaveLength(4)
    for (const answer of answers) await page.getByLabel(answer).waitFor()
    const time = (await page.getByText('How about').textContent()) ?? ''
    expect(letter).toContain(time)

    await button(page, 'Send my answer').click()
    expect(await keyboardOf(page).isThere(summary(page))).toBe(true)
    await page.getByLabel('It does not fit. Please find somebody else').check()
    await button(page, 'Send my answer').click()
    await shows(page, 'That is all right')
    await page.reload()
    await shows(page, 'This introduction is over')
    await says(page, 'One of you said that it does not fit')
    expect(await page.getByText(/has left/).count()).toBe(0)
    expect((await world.letterTo(mentor, /has ended/)).subject).toContain('Fatima')
    await button(page, 'Tell an organizer').click()
    await shows(page, 'Thank you for telling us')
  })

  it('can be answered from one’s own page too, also with a problem for the organizers', async () => {
    const { mentor } = await aPair('vi')
    const page = await browser.opens(await mailedLink(mentor, 'me'), { device: 'desktop' })
    await says(page, 'All your seats are taken')
    await button(page, /We have met, or it does not fit/).click()
    await shows(page, 'Your mentee: Fatima Haddad')
    await page.getByLabel('We have met').check()
    await button(page, 'Send my answer').click()
    await shows(page, 'How good that you have met')
    await button(page, 'Back to my profile').click()
    await says(page, /you have met/)
    await button(page, /Something has changed/).click()
    await page.getByLabel('There is a problem').check()
    await page.getByLabel('What happened?').fill('We lost touch.')
    await button(page, 'Send my answer').click()
    await shows(page, 'Thank you for telling us')
    const { body } = await world.asOrganizer('GET', '/matches')
    expect(JSON.stringify(body)).toContain('We lost touch.')
  })
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
