import type { Page } from 'playwright-core'
import type { aBrowser, Device } from './browser.ts'
import { button, field } from './reader.ts'

type Browser = Awaited<ReturnType<typeof aBrowser>>

/** Signs in on this computer's stand-in, whose names say what they may. */
export async function signsIn(page: Page, account: string): Promise<void> {
  await button(page, 'Sign in').click()
  await field(page, 'Your name').fill(account)
  await button(page, 'Sign in').click()
}

/** An organizer who has signed in to the console, at a place such as `#/people`. */
export async function organizes(
  browser: Browser,
  { at = '', device, account = 'Olga' }: { at?: string; device: Device; account?: string },
): Promise<Page> {
  const page = await browser.opens(`/organize${at}`, { device })
  await signsIn(page, account)
  await page.getByRole('navigation', { name: 'Console' }).waitFor()
  return page
}
