import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import * as z from 'zod'
import { startProduct } from '../local/product.ts'
import { aBrowser } from '../test/support/browser.ts'
import { organizes } from '../test/support/console.ts'
import { csvOf } from '../test/support/csv.ts'
import { button, field, says } from '../test/support/reader.ts'
import { peopleFor } from './people.ts'

/**
 * `node bench/console-list.ts`: whether the console stutters with `PEOPLE` people, in Chromium on this computer, with all
 * of the product beside it. An import of that many rows, the list scrolled to its end page by page, scrolled again when
 * all of it is there, and searched. A task of the page above 50 ms is one that somebody may feel.
 */

const { PEOPLE, PORT } = z
  .object({ PEOPLE: z.coerce.number().default(10_000), PORT: z.coerce.number().default(4490) })
  .parse(process.env)
/** A fast wheel. */
const PIXELS_A_FRAME = 1200

const Watched = z.object({ tasks: z.array(z.number()), frames: z.array(z.number()) })
const product = await startProduct({ port: PORT, mailboxPort: PORT + 1, dataDir: ':memory:' })
const browser = await aBrowser(product.origin)
const page = await organizes(browser, { at: '#/import', device: 'desktop' })
page.setDefaultTimeout(600_000)
await page.evaluate(watch)

const file = join(mkdtempSync(join(tmpdir(), 'console-list-')), 'people.csv')
writeFileSync(file, csvOf(peopleFor(PEOPLE, 1, 'balanced')))
await measured(`${PEOPLE} rows are read`, async () => {
  await page.locator('input[type=file]').setInputFiles(file)
  await says(page, 'Rows we understand')
})
await page.getByRole('checkbox', { name: /has agreed/ }).check()
await measured('looked at on the server', async () => {
  await button(page, 'See what would happen').click()
  await button(page, /^Bring/).waitFor()
})
await measured('brought in', async () => {
  await button(page, /^Bring/).click()
  await page.getByRole('link', { name: 'See the people' }).waitFor()
})

await page.getByRole('link', { name: 'People', exact: true }).click()
await page.locator('tbody tr').first().waitFor()
await measured('the list is scrolled to its end, page by page', () => scrollThrough(page))
await page.evaluate(() => scrollTo(0, 0))
await measured('and again, now that all of it is there', () => scrollThrough(page))
await page.evaluate(() => scrollTo(0, 0))
for (const words of ['sam77', `sam${PEOPLE - 1}`, 'nobody at all', 'rivera', '']) {
  await measured(`“${words}” is searched, from the last key`, async () => {
    await field(page, 'Name or e-mail address').fill(words)
    await page.locator('.people[aria-busy=true]').waitFor({ state: 'attached' })
    await page.locator('.people[aria-busy=false]').waitFor()
  })
}
console.log((await browser.leaves()).join('\n'))
await browser.stop()
await product.stop()

/** Down to the last person, at a pace with which nobody can read. */
async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(
    ([people = 0, pixels = 0]) =>
      new Promise<void>((resolve) => {
        const step = () => {
          const rows = document.querySelectorAll('tbody tr').length
          const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1
          if (rows >= people && atEnd) resolve()
          else {
            scrollBy(0, pixels)
            requestAnimationFrame(step)
          }
        }
        step()
      }),
    [PEOPLE, PIXELS_A_FRAME],
  )
}

async function measured(what: string, work: () => Promise<unknown>): Promise<void> {
  await page.evaluate('watched.forget()')
  const began = performance.now()
  await work()
  const seconds = ((performance.now() - began) / 1000).toFixed(2)
  const { tasks, frames } = Watched.parse(await page.evaluate('watched.tell()'))
  const long = tasks.length ? `${tasks.length} tasks above 50 ms, the longest ${Math.max(...tasks)} ms` : 'no long task'
  const sorted = frames.toSorted((one, other) => one - other)
  const percentile = sorted[Math.floor(sorted.length * 0.99)] ?? 0
  console.log(
    `${what}: ${seconds} s, ${long}; ${frames.length} frames, 99 % within ${percentile} ms, the longest ${sorted.at(-1)} ms`,
  )
}

/** Runs in the page: how long its tasks and its frames take, in milliseconds. */
function watch(): void {
  let [tasks, frames]: number[][] = [[], []]
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks?.push(Math.round(duration))
  }).observe({ type: 'longtask' })
  let last = performance.now()
  const frame = (now: number) => {
    frames?.push(Math.round(now - last))
    last = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  const watched = {
    forget: () => {
      ;[tasks, frames] = [[], []]
    },
    tell: () => ({ tasks, frames }),
  }
  Object.assign(window, { watched })
}
