import { openApi } from '../shared/api/document.ts'
import { readOpenApiRoute } from '../shared/api/site.ts'
import { SignIn } from '../shared/domain/organizer.ts'
import { env } from '../shared/env.ts'
import { http } from '../shared/http.ts'
import { deployedProgramme } from '../shared/settings.ts'

const { name, siteUrl } = deployedProgramme()
const signIn = SignIn.parse(JSON.parse(env('SIGN_IN')))
const document = JSON.stringify(openApi({ name, siteUrl, signIn }))

/** The whole API in OpenAPI 3.1, for programs and for the page /api-docs. */
export const handler = http(readOpenApiRoute().takes, async () => ({
  body: document,
  headers: { 'cache-control': 'public, max-age=300' },
}))
