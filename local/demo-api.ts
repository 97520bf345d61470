import * as z from 'zod'
import { CannotStart } from './cannot-start.ts'
import { LOCAL_CLIENT } from './sign-in.ts'

const Token = z.object({ access_token: z.string() })

/** The product's own API, as anybody and as an organizer. Throws `CannotStart` with the answer when that is a no. */
export function demoApi(origin: string) {
  let token: Promise<string> | undefined

  async function ask<T>(answer: z.ZodType<T>, path: string, init: RequestInit): Promise<T> {
    const response = await fetch(origin + path, init)
    const text = await response.text()
    if (!response.ok) throw new CannotStart(`${init.method} ${path} answered ${response.status}: ${text}`)
    return answer.parse(JSON.parse(text))
  }

  async function newToken(): Promise<string> {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      scope: 'organize',
      client_id: LOCAL_CLIENT.id,
      client_secret: LOCAL_CLIENT.secret,
    })
    return (await ask(Token, '/oidc/token', { method: 'POST', body })).access_token
  }

  const json = (method: string, body: unknown, headers: Record<string, string> = {}): RequestInit => ({
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

  return {
    post: (path: string, body: unknown) => ask(z.unknown(), path, json('POST', body)),
    async organizer<T>(answer: z.ZodType<T>, method: string, path: string, body?: unknown): Promise<T> {
      token ??= newToken()
      return ask(answer, path, json(method, body, { authorization: `Bearer ${await token}` }))
    },
  }
}
