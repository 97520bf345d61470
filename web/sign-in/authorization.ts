import { calculatePKCECodeChallenge } from 'oauth4webapi'
import type { OrganizerScope, SignIn } from '../../shared/domain/organizer.ts'

/** Where somebody signs in, and what for. `prompt`: asks for a name and a password, even of who is known there. */
export type Authorization = { settings: SignIn; scopes: readonly OrganizerScope[]; prompt?: 'login' }

/** What must be known again when a sign-in comes back. It is no secret once it was used. */
export type Attempt = { state: string; verifier: string }

/** The page of this address: where the sign-in comes back to. */
export const page = () => location.origin + location.pathname

/** The address to sign in at. */
export async function addressOf(
  { settings, scopes, prompt }: Authorization,
  { state, verifier }: Attempt,
): Promise<string> {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: settings.clientId,
    redirect_uri: page(),
    scope: ['openid', 'email', ...scopes.map((scope) => settings.scopes[scope])].join(' '),
    state,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(prompt && { prompt }),
  })
  return `${settings.authorizationEndpoint}?${query}`
}
