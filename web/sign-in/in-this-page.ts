import { generateRandomCodeVerifier, generateRandomState } from 'oauth4webapi'
import * as z from 'zod'
import { type Authorization, addressOf } from './authorization.ts'

/** Signing in in the place of a page, which comes back to where it was. */

const Begun = z.object({ state: z.string(), verifier: z.string(), hash: z.string() })
const BEGUN = 'sign-in'

export async function inThisPage(authorization: Authorization): Promise<void> {
  const begun = { state: generateRandomState(), verifier: generateRandomCodeVerifier(), hash: location.hash }
  sessionStorage.setItem(BEGUN, JSON.stringify(begun))
  location.assign(await addressOf(authorization, begun))
}

/** Somebody went to sign in, and has come back in another way, e.g. with the browser's own button. */
export const wasLeft = (): boolean => sessionStorage.getItem(BEGUN) !== null

/** What was begun, for this once. */
export function taken(): z.output<typeof Begun> | undefined {
  const text = sessionStorage.getItem(BEGUN)
  sessionStorage.removeItem(BEGUN)
  return text ? Begun.safeParse(JSON.parse(text)).data : undefined
}
