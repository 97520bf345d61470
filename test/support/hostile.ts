import fc from 'fast-check'
import { aForm } from './people.ts'
import { filledIn, type Route } from './routes.ts'

/** One request as somebody might send it who means harm, or whose program is broken. */
export type Hostile = { method: string; path: string; headers: Record<string, string>; body: string | undefined }

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', '.', '..', '__proto__', 'constructor', 'null', '0', '-1', '%00', "' OR 1=1 --", '\u0000'),
  fc.integer({ min: 1000, max: 5000 }).map((length) => 'x'.repeat(length)),
)
const json = fc.oneof(fc.jsonValue({ maxDepth: 3 }), text, fc.constantFrom('\ud800', 1e308, -0, 2 ** 53))

/** A good form with one field spoilt gets furthest. */
const almost = fc
  .tuple(
    fc.constantFrom<'mentee' | 'mentor'>('mentee', 'mentor'),
    fc.constantFrom(...Object.keys(aForm({ role: 'mentor' })), 'style', 'about', 'languages'),
    json,
  )
  .map(([role, field, value]) => ({ ...(role === 'mentor' ? aForm({ role }) : aForm()), [field]: value }))
const words = fc.record(
  {
    answer: fc.oneof(fc.constantFrom('met', 'decline', 'problem'), json),
    note: fc.oneof(text, json),
    email: fc.oneof(text, json),
    token: fc.oneof(text, json),
    publish: json,
    status: json,
    about: text,
    style: json,
    __proto__: json,
  },
  { requiredKeys: [] },
)
const body = fc.oneof(
  fc.oneof(json, almost, words).map((value) => JSON.stringify(value)),
  text,
  fc.constant('['.repeat(20_000)),
)

const query = fc.array(
  fc.tuple(fc.oneof(text, fc.constantFrom('cursor', 'q', 'role', 'status', 'profileId', 'never')), text),
  { maxLength: 2 },
)
const contentType = fc.constantFrom(
  'application/json',
  'text/plain',
  'multipart/form-data',
  'application/octet-stream',
  ';;;',
)

type Aim = { routes: readonly Route[]; tokenFor: (route: Route) => string; knownIds: readonly string[] }

/** Anything at all to one of these routes, by somebody with a good token or with a broken one. */
export const hostileRequest = ({ routes, tokenFor, knownIds }: Aim): fc.Arbitrary<Hostile> => {
  const id = fc.oneof(text.filter(Boolean), fc.constantFrom(...knownIds))
  return fc
    .record({
      route: fc.constantFrom(...routes),
      ids: fc.tuple(id, id),
      query: fc.oneof({ weight: 3, arbitrary: fc.constant<[string, string][]>([]) }, query),
      body,
      contentType,
      token: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, fc.stringMatching(/^[!-~]{0,60}$/)),
    })
    .map(({ route, ids, query, body, contentType, token }) => {
      const asked = new URLSearchParams(query)
      const next = ids.values()
      return {
        method: route.method,
        path: `${filledIn(route.path, () => next.next().value ?? 'x')}${asked.size ? `?${asked}` : ''}`,
        headers: { 'content-type': contentType, authorization: `Bearer ${token ?? tokenFor(route)}` },
        body: route.method === 'GET' ? undefined : body,
      }
    })
}
