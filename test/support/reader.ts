import type { Page } from 'playwright-core'

/** What somebody looks for on a page, by the words that stand there. */

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
export const box = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true })
export const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
/** The list of what is wrong, on top of a form. */
export const summary = (page: Page) => page.getByRole('region', { name: /another look/ })

/** Waits until the page has this title. */
export const shows = (page: Page, title: string | RegExp) => heading(page, title).waitFor()
export const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
