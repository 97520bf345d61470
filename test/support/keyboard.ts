import type { Locator, Page } from 'playwright-core'

/** More than any page of ours has; so many presses without getting there means that there is no way. */
const MOST_STOPS = 250

/** Somebody who has no mouse. Everything happens where the focus is. */
export function keyboardOf(page: Page) {
  const { keyboard } = page
  const isThere = (target: Locator) => target.evaluate((element) => element === document.activeElement)

  /** Presses Tab until the target has the focus. */
  async function reaches(target: Locator): Promise<void> {
    await target.waitFor({ state: 'attached' })
    for (let stops = 0; !(await isThere(target)); stops++) {
      if (stops === MOST_STOPS) throw new Error(`The keyboard never reaches ${target}.`)
      await keyboard.press('Tab')
    }
  }

  return {
    isThere,
    reaches,
    /** Goes there and types; in a list this chooses what begins like that. */
    async fills(target: Locator, text: string): Promise<void> {
      await reaches(target)
      await keyboard.type(text)
    },
    async ticks(target: Locator): Promise<void> {
      await reaches(target)
      await keyboard.press('Space')
    },
    async presses(target: Locator): Promise<void> {
      await reaches(target)
      await keyboard.press('Enter')
    },
  }
}
