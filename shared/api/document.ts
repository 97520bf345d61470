import * as z from 'zod'
import type { SignIn } from '../domain/organizer.ts'
import { byReference, jsonSchema } from './json-schema.ts'
import { type Operation, operations } from './operations.ts'
import { gatewayMessage, problem, REFUSALS, type Refusal } from './refusals.ts'
import { type MediaType, type Route, SCOPES } from './route.ts'
import { shellSample } from './shell-sample.ts'

type Settings = { name: string; siteUrl: string; signIn: SignIn }

/** The API as an OpenAPI 3.1 document, made from the schemas that the functions parse with. */
export function openApi({ name, siteUrl, signIn }: Settings) {
  const components = new Map<string, unknown>()
  const all = operations()
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of all) {
    const [method = '', path = ''] = operation.route.key.split(' ')
    const made = byReference(describe(operation, { siteUrl, signIn }), components)
    paths[path] = { ...paths[path], [method.toLowerCase()]: made }
  }
  const responses = byReference(refusalResponses(), components)
  return {
    openapi: '3.1.1',
    info: { title: name, version: '1', description: ABOUT },
    servers: [{ url: siteUrl }],
    tags: [...new Set(all.map(({ tag }) => tag))].map((tag) => ({ name: tag })),
    paths,
    components: {
      schemas: Object.fromEntries(components),
      responses,
      securitySchemes: securitySchemes(signIn),
    },
  }
}

const ABOUT = `Times are ISO 8601 in UTC. Unknown fields are refused by name. Lists come in pages: while there is a \`nextCursor\`, ask again with \`?cursor=\` and that.

In the examples \`$TOKEN\` is a token, and \`$PROFILE_ID\` and the like are ids that lists answer with.`

const securitySchemes = ({ authorizationEndpoint, tokenEndpoint, scopes }: SignIn) => ({
  organizer: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: `For organizers, door volunteers and scripts: an access token of ${tokenEndpoint}. People sign in at ${authorizationEndpoint} (code flow with PKCE). Its scope is \`${scopes.organize}\` or \`${scopes['check-in']}\`.`,
  },
  link: { type: 'http', scheme: 'bearer', description: 'What stands behind the # of a link in an e-mail.' },
})

function describe({ id, tag, route }: Operation, { siteUrl, signIn }: Omit<Settings, 'name'>) {
  const { summary, description } = route
  const sample = shellSample(route, siteUrl)
  return {
    operationId: id,
    tags: [tag],
    summary,
    // In the words too, since not every viewer knows code samples.
    description: `${description ? `${description}\n\n` : ''}\`\`\`sh\n${sample}\n\`\`\``,
    security: security(route, signIn),
    parameters: parameters(route),
    requestBody: requestBody(route),
    responses: responses(route),
    'x-codeSamples': [{ lang: 'Shell', label: 'curl', source: sample }],
  }
}

function requestBody({ takes: { body }, form, uploads, example }: Route): object | undefined {
  if (uploads) return { required: true, content: files(uploads) }
  if (!body) return undefined
  const content = { schema: jsonSchema(form ?? body, 'input'), example: example?.body }
  return { required: !body.safeParse(undefined).success, content: { 'application/json': content } }
}

function security({ for: caller }: Route, { scopes }: SignIn): object[] {
  if (caller === 'member') return [{ link: [] }]
  return SCOPES[caller].map((scope) => ({ organizer: [scopes[scope]] }))
}

function parameters({ takes, idempotencyKey, example }: Route): object[] {
  const within = (place: 'path' | 'query', schema: z.ZodType | undefined) => {
    const { properties = {}, required = [] } = schema ? jsonSchema(schema, 'input') : {}
    return Object.entries(properties).map(([name, property]) => {
      const { description, ...form } = typeof property === 'object' ? property : {}
      const shown = place === 'query' ? example?.query?.[name] : undefined
      return { name, in: place, required: required.includes(name), description, schema: form, example: shown }
    })
  }
  return [
    ...within('path', takes.path),
    ...within('query', takes.query),
    ...(idempotencyKey
      ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 255 } }]
      : []),
  ]
}

function responses(route: Route) {
  const answers = Object.entries(route.answers).map(([status, answer]) => {
    const isJson = answer instanceof z.ZodType
    const content = isJson ? { 'application/json': { schema: jsonSchema(answer, 'output') } } : files(answer)
    return [status, { description: 'Done.', content }]
  })
  const refusals = refusalsOf(route).map((status) => [
    status,
    { $ref: `#/components/responses/${REFUSALS[status].name}` },
  ])
  return Object.fromEntries([...answers, ...refusals])
}

const files = (types: MediaType | readonly MediaType[]) => Object.fromEntries([types].flat().map((type) => [type, {}]))

/** With what a route can refuse: what it says itself, and what every route for these callers may. */
function refusalsOf({ for: caller, takes, uploads, refusals = [] }: Route): Refusal[] {
  const tokens: Refusal[] = caller === 'everyone' ? [] : caller === 'member' ? [401] : [401, 403]
  const large: Refusal[] = takes.body || uploads ? [413] : []
  return [...new Set<Refusal>([400, ...tokens, ...refusals, ...large, 429, 500, 503])].toSorted((a, b) => a - b)
}

const refusalResponses = () =>
  Object.fromEntries(
    Object.values(REFUSALS).map(({ name, gateway, words }) => [
      name,
      {
        description: words,
        content: {
          'application/problem+json': { schema: jsonSchema(problem(), 'output') },
          ...(gateway && { 'application/json': { schema: jsonSchema(gatewayMessage(), 'output') } }),
        },
      },
    ]),
  )
