import { type JWTPayload, jwtVerify } from 'jose'
import type { SignIn } from './sign-in.ts'

/** What a function sees of an organizer's token; every claim is text there. */
export type Authorized = { claims: Record<string, string>; scopes: string[] }

/** Checks an Authorization header against the scopes of a route, of which one is enough. */
export type Authorize = (
  header: string | undefined,
  scopes: readonly string[],
) => Promise<Authorized | 'unauthorized' | 'forbidden'>

/**
 * The JWT authorizer, with the tokens of the local sign-in. Cognito puts the resource server's name in front of a scope
 * (`benchmate/organize`), the local tokens say `organize`: what is after the slash is compared.
 */
export const authorizer =
  ({ issuer, audience, keys }: SignIn): Authorize =>
  async (header, scopes) => {
    const token = header?.replace(/^Bearer +/i, '').trim()
    if (!token) return 'unauthorized'
    let payload: JWTPayload
    try {
      payload = (await jwtVerify(token, keys, { issuer, audience, requiredClaims: ['exp'] })).payload
    } catch {
      return 'unauthorized'
    }
    const granted = String(payload.scope ?? '').split(' ')
    const enough = !scopes.length || scopes.some((scope) => granted.includes(scope.split('/').at(-1) ?? scope))
    return enough ? { claims: asText(payload), scopes: granted } : 'forbidden'
  }

const asText = (payload: JWTPayload): Record<string, string> =>
  Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  )
