import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importJWK, SignJWT } from 'jose'
import * as z from 'zod'

const Kept = z.object({ key: z.looseObject({ kty: z.string(), kid: z.string() }) })

/** Access tokens as the local sign-in of the product in that folder makes them, and such as nearly are. */
export const tokensOf =
  (origin: string, dataDir: string) =>
  async ({
    issuer = `${origin}/oidc`,
    audience = `${origin}/api`,
    scope = 'organize',
    expires = '1h',
    key = undefined as CryptoKey | undefined,
  } = {}): Promise<string> => {
    const { key: kept } = Kept.parse(JSON.parse(readFileSync(join(dataDir, 'sign-in.json'), 'utf8')))
    return new SignJWT({ scope, client_id: 'local-automation' })
      .setProtectedHeader({ alg: 'RS256', kid: kept.kid })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(expires)
      .sign(key ?? (await importJWK(kept, 'RS256')))
  }
