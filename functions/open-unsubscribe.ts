import { openUnsubscribeRoute } from '../shared/api/joining.ts'
import { http } from '../shared/http.ts'
import { deployedProgramme } from '../shared/settings.ts'

const { siteUrl } = deployedProgramme()

/** A mail program that knows no one-click opens the address of the header: it gets the page, whose button acts. */
export const handler = http(openUnsubscribeRoute().takes, async ({ path }) => ({
  status: 303,
  headers: { location: `${siteUrl}/unsubscribe#${encodeURIComponent(path.token)}` },
  body: { status: 'see-page' },
}))
