import * as z from 'zod'

/** A refusal as the API gives it (RFC 9457). The gateway's own refusals have none of this. */
const ProblemBody = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
  current: z.unknown().optional(),
})

/** `status` 0: no answer came at all. `current`: how the thing is now that somebody else has changed meanwhile. */
export type Problem = {
  status: number
  sentence: string
  errors: { path: string; message: string }[]
  current?: unknown
}
export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem }

export type Call = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: string
  /** From the fragment of a link in an e-mail. */
  token?: string
  /** Makes a repeated click the same one. */
  idempotencyKey?: string
  body?: unknown
  /** A file in the place of a JSON body. */
  file?: { type: string; content: Blob | string }
  signal?: AbortSignal
}

/** Asks the API. Never throws: whatever goes wrong is a problem with a sentence for the reader. */
export const ask = <T>(answer: z.ZodType<T>, call: Call): Promise<Answer<T>> =>
  asked(call, async (response) => {
    const value = answer.safeParse(await jsonOf(response))
    return value.success ? { ok: true, value: value.data } : refusal(502, {})
  })

/** Asks for a file. Never throws either. */
export const askForFile = (call: Call): Promise<Answer<Blob>> =>
  asked(call, async (response) => ({ ok: true, value: await response.blob() }))

async function asked<T>(
  { method, path, token, idempotencyKey, body, file, signal }: Call,
  read: (response: Response) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  try {
    const response = await fetch(`/api${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(file ? { 'content-type': file.type } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(file ? { body: file.content } : {}),
      ...(signal ? { signal } : {}),
    })
    return response.ok ? await read(response) : refusal(response.status, await jsonOf(response))
  } catch {
    return refusal(0, {})
  }
}

const jsonOf = (response: Response): Promise<unknown> => response.json().catch(() => ({}))

/** The link is wrong, too old, or of somebody who has left. */
export const isDeadLink = ({ status }: Problem): boolean => status === 401 || status === 403 || status === 404

function refusal(status: number, json: unknown): { ok: false; problem: Problem } {
  const { success, data } = ProblemBody.safeParse(json)
  const said = success ? (data.detail ?? data.title) : undefined
  const sentence = sentenceFor(status, said)
  return { ok: false, problem: { status, sentence, errors: data?.errors ?? [], current: data?.current } }
}

function sentenceFor(status: number, said: string | undefined): string {
  if (status === 0)
    return 'We could not reach the server. Nothing you typed is lost: check your connection and try again.'
  if (status === 401) return said ?? 'You are not signed in any more. Please try again.'
  if (status === 429) return 'That was too often in a short time. Please wait a few minutes and try again.'
  if (status >= 500)
    return `Something went wrong on our side. Nothing you typed is lost: please try again in a minute. ${said ?? ''}`
  return said ?? 'That did not work. Please try again.'
}
