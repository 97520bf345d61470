import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/**
 * Pressed buttons often vanish: with their row, their notice, the question they answered. Then the browser leaves the
 * focus nowhere, and screen readers start over. Within `room` it goes to what is left around the button instead; from a
 * notice, back to where it was in the room before.
 */
export function useKeptFocus(room: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    /** The last one with the focus, and all that it stood in. */
    let way: Element[] = []
    let wayInRoom: Element[] = []
    const remember = ({ target }: FocusEvent) => {
      way = target instanceof Element ? wayTo(target) : []
      if (room.current && way.includes(room.current)) wayInRoom = way
    }
    /** Somebody has left it on purpose, e.g. by a click beside it; when it goes later, that is no matter. */
    const forget = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        if (target instanceof Element && target.isConnected && isNowhere()) way = []
      })
    const look = () => {
      const [last] = way
      if (!last || last.isConnected || !isNowhere()) return
      const left = (room.current && way.includes(room.current) ? way : wayInRoom).find((each) => each.isConnected)
      takeFocus(left === room.current ? (left?.querySelector('h1') ?? left) : left)
    }
    const watching = new MutationObserver(look)
    watching.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', remember)
    document.addEventListener('focusout', forget)
    return () => {
      watching.disconnect()
      document.removeEventListener('focusin', remember)
      document.removeEventListener('focusout', forget)
    }
  }, [room])
}

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body

function wayTo(element: Element): Element[] {
  const parent = element.parentElement
  return parent ? [element, ...wayTo(parent)] : [element]
}

/** What is not made for it gets the focus for this once. */
function takeFocus(element: Element | null | undefined): void {
  if (!(element instanceof HTMLElement)) return
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) {
    element.tabIndex = -1
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true })
  }
  element.focus({ preventScroll: true })
}
