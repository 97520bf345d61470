import type { BrowserContextOptions, Page } from 'playwright-core'
import { launchChromium } from './chromium.ts'

/** Pages as people see them, which keep a list of everything that is wrong with them. */

export const DEVICES = {
  phone: { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 900 } },
} as const satisfies Record<string, BrowserContextOptions>
export type Device = keyof typeof DEVICES

type Look = { device: Device; scheme?: 'light' | 'dark'; timeZone?: string }

/** `origin`: the site; a request to any other one is a complaint. `more`: arguments of Chromium's. */
export async function aBrowser(origin: string, more: string[] = []) {
  const browser = await launchChromium(more)
  const open = new Map<Page, string[]>()

  return {
    /** A new visitor: nothing stored, one page. `path` starts with a slash. */
    async opens(path: string, { device, scheme = 'light', timeZone = 'America/New_York' }: Look): Promise<Page> {
      const context = await browser.newContext({
        ...DEVICES[device],
        baseURL: origin,
        colorScheme: scheme,
        timezoneId: timeZone,
        locale: 'en-US',
      })
      await context.addInitScript(watchPage)
      const page = await context.newPage()
      const complaints: string[] = []
      open.set(page, complaints)
      const complain = (what: string) => complaints.push(`${device}, ${new URL(page.url()).pathname}: ${what}`)
      page.on('pageerror', (error) => complain(`error: ${error.message}`))
      page.on('console', (line) => {
        // The browser's own word on an answer above 399; `response` tells those that matter.
        if (line.type() === 'error' && !line.text().startsWith('Failed to load resource')) complain(line.text())
      })
      page.on('request', (request) => {
        if (new URL(request.url()).origin !== origin) complain(`asks somebody else: ${request.url()}`)
      })
      page.on('response', (response) => {
        const isPage = response.request().resourceType() === 'document'
        const refused = response.url().startsWith(`${origin}/api/`) || isPage ? 500 : 400
        if (response.status() >= refused) complain(`${response.url()} was answered with ${response.status()}`)
      })
      await page.goto(path)
      return page
    },

    /** Closes the page, or all that are open, and says what was wrong there. */
    async leaves(pages: Iterable<Page> = [...open.keys()]): Promise<string[]> {
      const said: string[] = []
      for (const page of pages) {
        await page.context().close()
        said.push(...(open.get(page) ?? []))
        open.delete(page)
      }
      return said
    },

    stop: () => browser.close(),
  }
}

/** Runs in the page: tells of what its policy forbids, and of content wider than the window, whenever it changes. */
function watchPage(): void {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    console.error(`The content security policy forbids ${violatedDirective} ${blockedURI}`),
  )
  let asked = false
  const look = () => {
    asked = false
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth) console.error(`The page is ${scrollWidth} wide in a window of ${clientWidth}.`)
  }
  const lookSoon = () => {
    if (!asked) requestAnimationFrame(look)
    asked = true
  }
  new MutationObserver(lookSoon).observe(document, { subtree: true, childList: true, attributes: true })
  window.addEventListener('load', lookSoon)
}
