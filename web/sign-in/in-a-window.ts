import { generateRandomCodeVerifier, generateRandomState } from 'oauth4webapi'
import type { Attempt } from './authorization.ts'

/**
 * Signing in in a window of its own, so that a page stays as it is. The page and its window speak over a channel that is
 * named by the random state. They cannot reach each other in any other way: Cognito's pages cut a window from the one
 * that opened it (Cross-Origin-Opener-Policy), which then takes it for closed and may not share what is stored.
 */

/** Tells the state of such a window, which comes back in its address, from that of a whole page. */
const MARK = 'window.'

/** Of the windows that may still come back: somebody who does not find one tries again, and has two. */
let awaited: BroadcastChannel[] = []

/**
 * Opens the window and waits for what it comes back with, for as long as it takes: nobody can tell whether it was
 * closed. The first window that comes back is heard, and no other one that was open then. Undefined when the browser lets
 * no window open; it does within a click alone, before anything is waited for.
 */
export async function inAWindow(
  addressOf: (attempt: Attempt) => Promise<string>,
): Promise<(Attempt & { parameters: URLSearchParams }) | undefined> {
  const opened = window.open('', 'sign-in', 'popup,width=480,height=720')
  if (!opened) return undefined
  // It may be there from the time before, behind this one.
  opened.focus()
  const attempt = { state: MARK + generateRandomState(), verifier: generateRandomCodeVerifier() }
  const channel = new BroadcastChannel(attempt.state)
  awaited.push(channel)
  const back = new Promise<string>((resolve) => {
    channel.onmessage = ({ data }) => {
      channel.postMessage('heard')
      for (const each of awaited) each.close()
      awaited = []
      resolve(String(data))
    }
  })
  opened.location.replace(await addressOf(attempt))
  return { ...attempt, parameters: new URLSearchParams(await back) }
}

/** In such a window that has come back: hands its parameters over, and closes once it was heard. False in any other. */
export function handsOver(): boolean {
  const state = new URLSearchParams(location.search).get('state')
  if (!state?.startsWith(MARK)) return false
  const channel = new BroadcastChannel(state)
  channel.onmessage = () => window.close()
  channel.postMessage(location.search)
  history.replaceState(null, '', location.pathname)
  return true
}
