import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { barriersOn } from '../support/axe.ts'
import { aBrowser } from '../support/browser.ts'
import { keyboardOf } from '../support/keyboard.ts'
import { button, says, shows, summary } from '../support/reader.ts'
import { aWorld, type World } from '../support/world.ts'

/** What one finds behind the links of introductions, and of the questions that follow. */

let world: World
let browser: Awaited<ReturnType<typeof aBrowser>>
beforeAll(async () => {
  const port = 4430
  ;[world, browser] = await Promise.all([aWorld({ port }), aBrowser(`http://localhost:${port}`)])
  await Promise.all(LANGUAGES.map(joinAsPair))
  await world.roundRuns()
})
afterEach(async () => expect(await browser.leaves()).toEqual([]))
afterAll(async () => {
  await browser?.stop()
  await world?.stop()
})

/** Each is spoken by two people alone, so that the round has no choice. */
const LANGUAGES = ['ht', 'vi', 'ko']
const pairOf = (language: string) => ({
  mentor: `mentor.${language}@example.org`,
  mentee: `mentee.${language}@example.org`,
})

async function joinAsPair(language: string): Promise<void> {
  const { mentor, mentee } = pairOf(language)
  const languages = [language]
  await world.joins({ role: 'mentor', email: mentor, firstName: 'Maria', lastName: 'Okafor', languages, capacity: 1 })
  await world.joins({ email: mentee, firstName: 'Fatima', lastName: 'Haddad', employer: 'Mercy Valley', languages })
}

/** The path of the link to that page in the newest mail that has one. */
const mailedLink = async (email: string, page: string) =>
  `/${page}#${world.linkIn(await world.letterTo(email, new RegExp(`/${page}#`)), page)}`

describe('an introduction', () => {
  it('says the same as its mail, and can be declined', async () => {
    const { mentor, mentee } = pairOf('ht')
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
    const { mentor } = pairOf('vi')
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

  it('answers are one tap each, and a match is not ended by a slip of the thumb', async () => {
    const { mentor, mentee } = pairOf('ko')
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
})
