import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

declare const axe: { run(options: RunOptions): Promise<AxeResults> }

/** The rules that look at colours; the others find the same in every scheme. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

/** What axe-core finds wrong with a page as it is now, in both schemes: the rule, and the first place that breaks it. */
export async function barriersOn(page: Page): Promise<{ light: string[]; dark: string[] }> {
  await page.evaluate(`${AXE};0`)
  const found = async (colorScheme: 'light' | 'dark', rules: RunOptions) => {
    await page.emulateMedia({ colorScheme })
    await page.waitForFunction((scheme) => matchMedia(`(prefers-color-scheme: ${scheme})`).matches, colorScheme)
    return page.evaluate(async (options) => {
      // Pages that listen for the scheme hear of it just before the next frame.
      await new Promise(requestAnimationFrame)
      const { violations } = await axe.run({ resultTypes: ['violations'], ...options })
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
    }, rules)
  }
  return { light: await found('light', {}), dark: await found('dark', { runOnly: OF_COLOUR }) }
}
