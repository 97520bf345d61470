import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { type Product, startProduct } from '../../local/product.ts'
import type { ProfileFormInput } from '../../shared/domain/profile-form.ts'
import { brokenPromise } from './documented.ts'
import { aForm } from './people.ts'

/** The running product as people meet it: forms, mailbox, links, the organizers' API. */

const Store = z.object({
  emails: z.array(
    z.object({
      messageId: z.string(),
      destination: z.object({ to: z.array(z.string()) }),
      subject: z.string(),
      body: z.object({ text: z.string(), html: z.string() }),
      /** The mailbox leaves them out; the post office of test/support has them. */
      headers: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
      /** Likewise, or says it in other words; the content is base64. */
      attachments: z
        .array(z.object({ mimeType: z.string(), method: z.string().optional(), content: z.string() }))
        .optional()
        .catch(undefined),
      at: z.number(),
    }),
  ),
})
export type Letter = z.output<typeof Store>['emails'][number]

const Token = z.object({ access_token: z.string() })

export const Round = z.looseObject({
  roundId: z.string(),
  status: z.string(),
  progress: z.object({ phase: z.string(), done: z.number(), total: z.number() }),
  summary: z.looseObject({ placed: z.number(), unplaced: z.number() }).optional(),
})
const MyMatches = z.object({
  items: z.array(
    z.looseObject({
      matchId: z.string(),
      status: z.string(),
      reasons: z.array(z.string()),
      partner: z.looseObject({ firstName: z.string(), email: z.string() }).nullable(),
    }),
  ),
})

type Form = Partial<ProfileFormInput> & { email: string }

export type World = Awaited<ReturnType<typeof aWorld>>

/** Starts the whole product with nothing in it. */
export async function aWorld(options: Partial<Parameters<typeof startProduct>[0]> & { port: number }) {
  const logs: string[] = []
  const product: Product = await startProduct({
    mailboxPort: options.port + 1,
    dataDir: ':memory:',
    onLog: (line) => logs.push(typeof line === 'string' ? line : JSON.stringify(line)),
    ...options,
    // Time to think better of leaving is for the tests that are about it. Each other set is one more synthesis.
    settings: options.settings ?? { undoMinutes: 0 },
  })
  return {
    ...worldAt(product.origin, product.mailboxOrigin),
    logs,
    /** What the template has done each minute is done now, and is over when this is. */
    minutePasses: () => product.fire('rate(1 minute)'),
    /** The round of the schedule begins. */
    regularRoundStarts: () => product.fire('cron(0 9 ? * MON *)'),
    stop: () => product.stop(),
  }
}

/** A product that runs already, in this process or another one. */
export function worldAt(origin: string, mailbox: string) {
  const tokens = new Map<string, Promise<string>>()
  const known = new Map<string, Letter>()

  async function call(
    method: string,
    path: string,
    { token, body, headers }: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
  ) {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const type = response.headers.get('content-type') ?? ''
    const { status } = response
    const answered: unknown = /json\b/.test(type) ? JSON.parse(text) : text
    const broken = brokenPromise(method, path, { status, type, body: answered })
    if (broken) throw new Error(broken)
    return { status, headers: response.headers, text, body: answered }
  }

  /** Asks only for what is new: tests ask many times, and most letters are long. */
  async function letters(): Promise<Letter[]> {
    const newest = [...known.values()].at(-1)?.at ?? 0
    const response = await fetch(`${mailbox}/store?since=${newest}`)
    for (const letter of Store.parse(await response.json()).emails) known.set(letter.messageId, letter)
    return [...known.values()]
  }

  const inboxOf = async (email: string) =>
    (await letters()).filter(({ destination }) => destination.to.some((to) => to.includes(email)))

  /** The newest mail to somebody whose subject or text fits, as soon as it is there. */
  const letterTo = (email: string, fits: RegExp = /./): Promise<Letter> =>
    eventually(`a mail to somebody about ${fits}`, async () =>
      (await inboxOf(email)).findLast(({ subject, body }) => fits.test(subject) || fits.test(body.text)),
    )

  const linkIn = (letter: Letter, page: string): string => {
    const token = new RegExp(`^${origin}/${page}#(\\S+)$`, 'm').exec(letter.body.text)?.[1]
    if (!token) throw new Error(`There is no link to /${page} in “${letter.subject}”.`)
    return token
  }

  const organizerToken = (scope = 'organize') => {
    const known = tokens.get(scope)
    if (known) return known
    const fresh = fetch(`${origin}/oidc/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from('local-automation:local-secret').toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
    })
      .then((response) => response.json())
      .then((answer) => Token.parse(answer).access_token)
    tokens.set(scope, fresh)
    return fresh
  }

  const asOrganizer = async (method: string, path: string, body?: unknown) =>
    call(method, `/api/organizer${path}`, { token: await organizerToken(), body })

  const signsUp = (form: Form) =>
    call('POST', '/api/profiles', {
      body: form.role === 'mentor' ? aForm({ ...form, role: 'mentor' }) : aForm(form as object),
    })

  async function confirms(email: string): Promise<string> {
    const token = linkIn(await letterTo(email, /\/confirm#/), 'confirm')
    const { body } = await call('POST', '/api/profiles/confirm', { body: { token } })
    return z.object({ profileId: z.string() }).parse(body).profileId
  }

  async function roundIs(roundId: string, status: string) {
    return eventually(`round ${roundId} is ${status}`, async () => {
      const round = Round.parse((await asOrganizer('GET', `/rounds/${roundId}`)).body)
      if (round.status === 'failed' && status !== 'failed') throw new Error('The round failed.')
      return round.status === status && round.progress.phase === 'done' ? round : undefined
    })
  }

  return {
    origin,
    call,
    letters,
    inboxOf,
    letterTo,
    linkIn,
    organizerToken,
    asOrganizer,
    signsUp,
    confirms,
    roundIs,

    /** Signs up and confirms; gives the profile's id. */
    async joins(form: Form): Promise<string> {
      const { status } = await signsUp(form)
      if (status !== 202) throw new Error(`Signing up was answered with ${status}.`)
      return confirms(form.email)
    },

    /** A round from start to the end of publishing. */
    async roundRuns() {
      const started = await eventually('a round starts', async () => {
        const { status, body } = await asOrganizer('POST', '/rounds', { publish: true })
        return status === 202 ? z.object({ roundId: z.string() }).parse(body) : undefined
      })
      return roundIs(started.roundId, 'published')
    },

    /** The link for looking after one's own profile, from the newest mail that has one. */
    meLinkOf: async (email: string) => linkIn(await letterTo(email, /\/me#/), 'me'),
    matchLinkOf: async (email: string) => linkIn(await letterTo(email, /\/match#/), 'match'),

    async matchesOf(token: string) {
      return MyMatches.parse((await call('GET', '/api/me/matches', { token })).body).items
    },
  }
}

/** Looks again until there is something; fails by name when it takes too long. */
export async function eventually<T>(what: string, look: () => Promise<T | undefined>, seconds = 30): Promise<T> {
  const deadline = Date.now() + seconds * 1000
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > deadline) throw new Error(`Waited ${seconds} s in vain: ${what}.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export const aFolder = () => mkdtempSync(join(tmpdir(), 'benchmate-test-'))
