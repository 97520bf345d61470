import {
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  type Client,
  getValidatedIdTokenClaims,
  None,
  processAuthorizationCodeResponse,
  processRefreshTokenResponse,
  refreshTokenGrantRequest,
  type TokenEndpointResponse,
  validateAuthResponse,
} from 'oauth4webapi'
import type { SignIn } from '../../shared/domain/organizer.ts'

/** Somebody who has signed in on this page. Their tokens are in memory alone: they end with the page. */
export type Session = {
  /** Their account: two may have one address. */
  id: string
  /** Their address, or what else they are known by. */
  who: string
  /** A token that is good for a minute at least, renewed when it must be; undefined when that cannot be done now. */
  token(): Promise<string | undefined>
  signOut(): void
}

type Returned = { parameters: URLSearchParams; state: string; verifier: string; page: string }

/** Changes the code that the sign-in came back with into tokens. Throws when anything about it is not right. */
export async function sessionFrom(settings: SignIn, { parameters, state, verifier, page }: Returned): Promise<Session> {
  const { server, client, options } = partiesOf(settings)
  const checked = validateAuthResponse(server, client, parameters, state)
  const answer = await authorizationCodeGrantRequest(server, client, None(), checked, page, verifier, options)
  const tokens = await processAuthorizationCodeResponse(server, client, answer)
  const claims = getValidatedIdTokenClaims(tokens)
  if (!claims) throw new Error('Nothing says who has signed in.')
  return {
    id: claims.sub,
    who: typeof claims.email === 'string' ? claims.email : claims.sub,
    token: renewing(settings, tokens),
    signOut: () => location.assign(`${settings.signOutAt}${encodeURIComponent(page)}`),
  }
}

const A_MINUTE = 60_000
const endOf = ({ expires_in = 3600 }: TokenEndpointResponse): number => Date.now() + expires_in * 1000

function renewing(settings: SignIn, first: TokenEndpointResponse): Session['token'] {
  const { server, client, options } = partiesOf(settings)
  let [tokens, end] = [first, endOf(first)]
  let refreshToken = first.refresh_token
  let underWay: Promise<void> | undefined

  async function renew(): Promise<void> {
    if (!refreshToken) return
    const answer = await refreshTokenGrantRequest(server, client, None(), refreshToken, options)
    tokens = await processRefreshTokenResponse(server, client, answer)
    end = endOf(tokens)
    refreshToken = tokens.refresh_token ?? refreshToken
  }

  return async () => {
    if (Date.now() > end - A_MINUTE) {
      underWay ??= renew().finally(() => {
        underWay = undefined
      })
      // No network, or signed out elsewhere: the next request tells which.
      await underWay.catch(() => {})
    }
    return Date.now() < end ? tokens.access_token : undefined
  }
}

/** The stand-in on one's own computer has no https. */
function partiesOf({ issuer, authorizationEndpoint, tokenEndpoint, clientId }: SignIn) {
  const server = { issuer, authorization_endpoint: authorizationEndpoint, token_endpoint: tokenEndpoint }
  const client: Client = { client_id: clientId }
  return { server, client, options: { [allowInsecureRequests]: new URL(tokenEndpoint).hostname === 'localhost' } }
}
