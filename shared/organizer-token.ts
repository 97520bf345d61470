import { JwtVerifier } from 'aws-jwt-verify'
import { JwtBaseError } from 'aws-jwt-verify/error'
import { SimpleJwksCache } from 'aws-jwt-verify/jwk'
import * as z from 'zod'
import { Whose, whoseToken } from './domain/organizer.ts'
import { env } from './env.ts'
import { Problem } from './errors.ts'

/** Who makes organizers' tokens and for whom, and the scope that lets somebody organize. */
const Organizers = z.strictObject({
  issuer: z.url(),
  keys: z.url(),
  audiences: z.array(z.string()),
  scope: z.string(),
})

const Claims = z.looseObject({
  ...Whose.shape,
  aud: z.union([z.string(), z.array(z.string())]).optional(),
  scope: z.string().default(''),
  exp: z.number(),
})

/** Tells whose token it is, as `whoseToken`. 401 and 403 otherwise. */
export type OrganizerToken = (token: string | undefined) => Promise<string>

const unauthorized = () => new Problem(401, 'Please sign in', 'The token is missing, wrong, or too old.')
const forbidden = () => new Problem(403, 'Not for you', 'This token does not let you organize.')

const MOST_WAIT_MS = 3000

/**
 * Checks a token as the authorizer of the HTTP API does: the signature, the issuer, the time, that it was made for us
 * (`aud`, or `client_id`, since Cognito's access tokens have no audience: neither people's nor scripts'), and its scope.
 */
export function organizerToken(settings: string): OrganizerToken {
  const { issuer, keys, audiences, scope } = Organizers.parse(JSON.parse(settings))
  const fetcher = { fetch: fetchKeys }
  const verifier = JwtVerifier.create(
    { issuer, jwksUri: keys, audience: null },
    { jwksCache: new SimpleJwksCache({ fetcher }) },
  )
  return async (token) => {
    const payload = token && (await verifier.verify(token).catch(unlessRefused))
    const claims = payload ? Claims.safeParse(payload).data : undefined
    const madeFor = [claims?.aud ?? claims?.client_id].flat()
    if (!claims || !audiences.some((each) => madeFor.includes(each))) throw unauthorized()
    if (!claims.scope.split(' ').includes(scope)) throw forbidden()
    return whoseToken(claims)
  }
}

/** That the keys cannot be had is no fault of the token. */
function unlessRefused(error: unknown): undefined {
  if (!(error instanceof JwtBaseError)) throw error
}

async function fetchKeys(uri: string): Promise<ArrayBuffer> {
  const response = await fetch(uri, { signal: AbortSignal.timeout(MOST_WAIT_MS) })
  if (!response.ok) throw new Error(`The keys were answered with ${response.status}.`)
  return response.arrayBuffer()
}

/** The organizers that this function was deployed for. */
export const deployedOrganizerToken = (): OrganizerToken => organizerToken(env('ORGANIZER_TOKENS'))
