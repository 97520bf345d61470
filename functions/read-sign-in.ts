import { readSignInRoute } from '../shared/api/site.ts'
import { SignIn } from '../shared/domain/organizer.ts'
import { env } from '../shared/env.ts'
import { http } from '../shared/http.ts'

const signIn = SignIn.parse(JSON.parse(env('SIGN_IN')))

/** Where organizers and volunteers sign in. No secret: a browser shows all of it in its address bar. */
export const handler = http(readSignInRoute().takes, async () => ({ body: signIn }))
