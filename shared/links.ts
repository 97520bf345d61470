import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { jwtVerify, SignJWT } from 'jose'
import * as z from 'zod'
import type { Page } from './domain/mail.ts'
import { env } from './env.ts'
import { patience } from './patience.ts'

/**
 * The links in e-mails: `SITE_URL/<page>#<token>`. The token is signed (a JWT, HS256), is good for one page until it
 * expires, and dies early when the profile's `linkVersion` moves on.
 */

const Claims = z.object({
  /** The profile, or registration, whose link it is. */
  sub: z.string(),
  aud: z.string(),
  version: z.int(),
  /** A match link is good for this match alone. */
  match: z.string().optional(),
})

export type Link = { page: Page; profileId: string; linkVersion: number; matchId?: string | undefined }

const DAYS_GOOD: Record<Page, number> = { confirm: 7, me: 90, match: 120, registration: 400, unsubscribe: 365 }
const ALGORITHM = 'HS256'

export type Links = ReturnType<typeof linksWith>

export function linksWith(secret: string) {
  const key = new TextEncoder().encode(secret)
  return {
    sign: ({ page, profileId, linkVersion, matchId }: Link, now: Date): Promise<string> =>
      new SignJWT({ version: linkVersion, ...(matchId && { match: matchId }) })
        .setProtectedHeader({ alg: ALGORITHM })
        .setSubject(profileId)
        .setAudience(page)
        .setExpirationTime(Math.floor(now.getTime() / 1000) + DAYS_GOOD[page] * 86_400)
        .sign(key),

    /** What a token is good for; undefined when it is forged, too old, or for another page. */
    read: async (token: string, pages: readonly Page[], now: Date): Promise<Link | undefined> => {
      try {
        const options = { algorithms: [ALGORITHM], audience: [...pages], currentDate: now, requiredClaims: ['exp'] }
        const { payload } = await jwtVerify(token, key, options)
        const { sub, aud, version, match } = Claims.parse(payload)
        const page = pages.find((each) => each === aud)
        return page && { page, profileId: sub, linkVersion: version, matchId: match }
      } catch {
        return undefined
      }
    },
  }
}

/** The links of this deployment; its secret is read once, when a function starts. */
export async function deployedLinks(): Promise<Links> {
  const { SecretString } = await new SecretsManagerClient({ requestHandler: patience() }).send(
    new GetSecretValueCommand({ SecretId: env('LINK_SECRET_ARN') }),
  )
  if (!SecretString) throw new Error('The secret for signing links is empty.')
  return linksWith(SecretString)
}
