import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { barriersOn } from '../support/axe.ts'
import { aBrowser, DEVICES, type Device } from '../support/browser.ts'
import { box, button, field, says, shows, summary } from '../support/reader.ts'
import { aWorld, type World } from '../support/world.ts'

/** Everybody can use every page: in light and in dark colours, on a phone and on a desktop. */

let world: World
let browser: Awaited<ReturnType<typeof aBrowser>>
/** Links by who holds them, as paths. */
const links = new Map<string, string>()

beforeAll(async () => {
  const port = 4440
  ;[world, browser] = await Promise.all([aWorld({ port, settings: {} }), aBrowser(`http://localhost:${port}`)])
  await Promise.all([aPair('open', 'ht'), aPair('over', 'vi'), aPair('met', 'ko'), ...leavers(), aNewcomer()])
  await world.roundRuns()
  for (const name of ['open', 'over', 'met']) await keepLinks(name)
  await answer('over', 'decline')
  await answer('met', 'met')
})
afterAll(async () => {
  await browser?.stop()
  await world?.stop()
})

const address = (name: string) => `${name}@example.org`
const longAddress = (name: string) => `${name}.with.a.rather.long.name.in.it@mercy-valley-laboratory.example.org`

/** Two whom the round pairs, since nobody else here speaks that language. */
async function aPair(name: string, language: string): Promise<void> {
  const about = 'Twelve years between the analyzers.\nI like to hear how others do it.'
  const languages = [language]
  const employer = 'Mercy Valley Medical Center'
  await world.joins({ role: 'mentor', email: longAddress(name), lastName: 'Okafor', about, languages })
  await world.joins({ email: address(name), about, employer, style: { structure: 2, feedback: 5, pace: 3 }, languages })
}

const leavers = () =>
  Object.keys(DEVICES).map(async (device) => {
    await world.joins({ email: address(device), languages: ['ru'] })
    links.set(`me of ${device}`, `/me#${await world.meLinkOf(address(device))}`)
  })

async function aNewcomer(): Promise<void> {
  await world.signsUp({ email: address('new') })
  links.set('confirm', `/confirm#${world.linkIn(await world.letterTo(address('new'), /\/confirm#/), 'confirm')}`)
}

async function keepLinks(name: string): Promise<void> {
  links.set(`match ${name}`, `/match#${await world.matchLinkOf(address(name))}`)
  links.set(`me ${name}`, `/me#${await world.meLinkOf(address(name))}`)
}

async function answer(name: string, what: string): Promise<void> {
  const token = await world.matchLinkOf(address(name))
  const [match] = await world.matchesOf(token)
  await world.call('POST', `/api/matches/${match?.matchId}/answer`, { token, body: { answer: what } })
}

/** The first part of a form, filled in; the second one is there. */
async function startsWithWork(page: Page): Promise<void> {
  await field(page, 'First name').fill('Otto')
  await field(page, 'Last name').fill('Lindqvist')
  await field(page, 'E-mail address').fill('otto@example.org')
  await field(page, 'State').selectOption('Texas')
  await button(page, 'Next').click()
  await says(page, 'Step 2 of 6')
}

/** As if one had come so far, and reloaded the page. */
async function isAt(page: Page, part: string): Promise<void> {
  await page.evaluate((to) => history.replaceState({ part: to }, ''), part)
  await page.reload()
}

type State = { path: string | ((device: Device) => string); comes: (page: Page) => Promise<unknown> }
const link = (name: string) => () => links.get(name) ?? `no link called ${name}`

const STATES: Record<string, State> = {
  'the start': {
    path: '/',
    async comes(page) {
      await shows(page, 'Someone who has stood at your bench')
      await says(page, 'The next round is on')
      await says(page, 'No date is set yet')
    },
  },
  'what is stored': { path: '/privacy', comes: (page) => shows(page, 'What we store, item by item') },
  'no page': { path: '/nowhere', comes: (page) => shows(page, 'There is no page here') },
  'a mentor’s form': {
    path: '/mentor',
    async comes(page) {
      await startsWithWork(page)
      await page.getByText('Credentials (optional)').click()
      await box(page, 'Medical Laboratory Scientist (ASCP BOC, AMT)').check()
    },
  },
  'a mentee’s form with all its errors': {
    path: '/mentee',
    async comes(page) {
      await startsWithWork(page)
      for (const tick of (await page.locator('[name=departments]').all()).slice(0, 7)) await tick.check()
      await button(page, 'Next').click()
      await summary(page).waitFor()
    },
  },
  'the week in a form': {
    path: '/mentee',
    async comes(page) {
      await isAt(page, 'week')
      await page.getByLabel('Tuesday evening').check()
    },
  },
  'working style in a form': {
    path: '/mentor',
    async comes(page) {
      await isAt(page, 'style')
      await page.getByLabel('5, An agenda each time').check()
    },
  },
  'a form looked over before it is sent': {
    path: '/mentor',
    async comes(page) {
      await startsWithWork(page)
      await isAt(page, 'review')
      await says(page, 'Lindqvist')
    },
  },
  'an address to confirm': { path: link('confirm'), comes: (page) => button(page, 'Confirm my address').waitFor() },
  'an address confirmed': {
    path: link('confirm'),
    async comes(page) {
      await button(page, 'Confirm my address').click()
      await shows(page, 'Thank you, you are in')
    },
  },
  'one’s own page with a mentor': { path: link('me open'), comes: (page) => says(page, 'Sam Okafor') },
  'one’s own page after a decline': { path: link('me over'), comes: (page) => says(page, 'An earlier introduction') },
  'answers being changed': {
    path: link('me open'),
    async comes(page) {
      await button(page, 'Change my answers').click()
      await shows(page, 'Change your answers')
    },
  },
  'a pause': {
    path: link('me over'),
    async comes(page) {
      const rest = page.getByText('I need a break')
      const back = button(page, 'Take part again')
      await rest.or(back).waitFor()
      if (await back.isVisible()) await back.click()
      else {
        await rest.click()
        await button(page, 'Pause').click()
      }
      await says(page, /You are paused.|Welcome back./)
    },
  },
  'the question before everything is deleted': {
    path: link('me open'),
    async comes(page) {
      await button(page, 'Delete my profile').click()
      await button(page, 'Delete everything').waitFor()
    },
  },
  goodbye: {
    path: (device) => links.get(`me of ${device}`) ?? '/',
    async comes(page) {
      await button(page, 'Delete my profile').click()
      await button(page, 'Delete everything').click()
      await button(page, 'Keep my profile').waitFor()
      await shows(page, 'Goodbye, and thank you')
    },
  },
  'an introduction, with an error': {
    path: link('match open'),
    async comes(page) {
      await button(page, 'Send my answer').click()
      await summary(page).waitFor()
    },
  },
  'an introduction, with a problem': {
    path: link('match open'),
    async comes(page) {
      await page.getByLabel('There is a problem').check()
      await page.getByLabel('What happened?').waitFor()
    },
  },
  'an introduction answered': {
    path: link('match met'),
    async comes(page) {
      await page.getByLabel('There is a problem').check()
      await button(page, 'Send my answer').click()
      await shows(page, 'Thank you for telling us')
    },
  },
  'an introduction that is over': {
    path: link('match over'),
    comes: (page) => shows(page, 'This introduction is over'),
  },
  'a link lost': {
    path: '/link',
    async comes(page) {
      await field(page, 'E-mail address').fill('nobody')
      await button(page, 'Send me a link').click()
      await summary(page).waitFor()
    },
  },
  'a link sent': {
    path: '/link',
    async comes(page) {
      await field(page, 'E-mail address').fill('nobody@example.org')
      await button(page, 'Send me a link').click()
      await shows(page, 'Please check your mail')
    },
  },
  'a dead link': { path: '/me#cut-in-two', comes: (page) => shows(page, 'This link no longer works') },
  'the end of e-mails': {
    // Such a page takes the link to one’s own page too; the one in a mail's header is out of sight.
    path: () => (links.get('me met') ?? '').replace('/me', '/unsubscribe'),
    comes: (page) => button(page, 'Stop the e-mails').waitFor(),
  },
}

describe.for<Device>(['phone', 'desktop'])('on a %s', (device) => {
  it.concurrent.for(Object.entries(STATES))('%s', async ([, { path, comes }], { expect }) => {
    const page = await browser.opens(typeof path === 'string' ? path : path(device), { device })
    const missed = await comes(page).then(
      () => '',
      async (error) => `${error}\nInstead it says: ${await page.textContent('main')}`,
    )
    const { light, dark } = await barriersOn(page)
    const found = { missed, light, dark, others: await browser.leaves([page]) }
    expect(found).toEqual({ missed: '', light: [], dark: [], others: [] })
  })
})
