import type { Page } from 'playwright-core'
import { box, button, field } from './reader.ts'

/** Somebody who fills in the form of a mentee, part by part. */

/** People take their time; a form that is filled in within three seconds is taken for a program's. */
export const aMinuteLater = (page: Page) => page.clock.setFixedTime(Date.now() + 60_000)

/** The next part of the form. */
async function next(page: Page, title: string): Promise<void> {
  await button(page, 'Next').click()
  await page.getByText(title, { exact: true }).first().waitFor()
}

/** Fills in the form up to its review. */
export async function fillsIn(page: Page, email: string): Promise<void> {
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
