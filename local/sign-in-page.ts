import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'

/** The pages of the local sign-in: a name, no password; and the way out. They ask nobody else for anything. */

const page = (title: string, body: string) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
    <style>
      body { max-width: 24rem; margin: 3rem auto; padding: 0 1rem; font: 1.0625rem/1.5 system-ui, sans-serif; }
      input, button { box-sizing: border-box; width: 100%; min-height: 2.75rem; margin-top: 0.5rem; font: inherit; }
    </style>
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      ${body}
    </main>
  </body>
</html>`

const SIGN_IN = page(
  'Sign in on this computer',
  `<p>Any name will do. One that begins with “door” is a volunteer’s, every other one an organizer’s.</p>
      <form method="post">
        <label for="login">Your name</label>
        <input id="login" name="login" required autofocus autocomplete="username" />
        <button>Sign in</button>
      </form>`,
)

/** As Cognito does it: a window that comes here is cut from the page that opened it. */
const HEADERS = { 'content-type': 'text/html; charset=utf-8', 'cross-origin-opener-policy': 'same-origin' }

/** `form`: the provider's own, which has the id `op.logoutForm` and what it must get back. */
export const signOutPage = (form: string) =>
  page('Sign out?', `${form}\n      <button name="logout" value="yes" form="op.logoutForm">Yes, sign me out</button>`)

/** Asks for a name, and goes back to the provider with it. */
export async function answerSignIn(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const form = request.method === 'POST' ? new URLSearchParams((await request.toArray()).join('')) : undefined
  const accountId = form?.get('login')?.trim()
  if (!accountId) {
    response.writeHead(200, { ...HEADERS, 'cache-control': 'no-store' }).end(SIGN_IN)
    return
  }
  try {
    await provider.interactionFinished(request, response, { login: { accountId } })
  } catch {
    const late = page('Too late', '<p>Please go back to the page that you came from, and sign in again.</p>')
    response.writeHead(400, HEADERS).end(late)
  }
}
