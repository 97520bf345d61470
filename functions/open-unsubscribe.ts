import * as z from 'zod'
import { MAIL_CHOICES } from '../shared/domain/profile.ts'
import { http } from '../shared/http.ts'
import { deployedProgramme } from '../shared/settings.ts'

const { siteUrl } = deployedProgramme()

const Asked = {
  path: z.object({ token: z.string().max(4000) }),
  query: z.strictObject({ about: z.enum(MAIL_CHOICES).optional() }),
}

/** A mail program that knows no one-click opens the address of the header: it gets the page, whose button acts. */
export const handler = http(Asked, async ({ path }) => ({
  status: 303,
  headers: { location: `${siteUrl}/unsubscribe#${encodeURIComponent(path.token)}` },
  body: { status: 'see-page' },
}))
