import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import * as z from 'zod'
import { aDocument } from './a-document.ts'

type Answer = { status: number; type: string; body: unknown }

const Responses = z.record(
  z.string(),
  z.looseObject({
    $ref: z.string().optional(),
    content: z.record(z.string(), z.looseObject({ schema: z.unknown().optional() })).default({}),
  }),
)
const Document = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ responses: Responses }))),
  components: z.looseObject({ responses: Responses }),
})

const document = aDocument()
const { paths, components } = Document.parse(JSON.parse(JSON.stringify(document)))
const ajv = new Ajv2020({ strict: false, validateFormats: false })
ajv.addSchema(document, 'api')

/** The templates of paths, those without parameters first: `/api/events/calendar.ics` is no `/api/events/{eventId}`. */
const templates = Object.keys(paths)
  .toSorted((a, b) => a.split('{').length - b.split('{').length)
  .map((template) => ({ template, pattern: new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`) }))

/** What is wrong with an answer, if the document at /api/openapi.json promises another one; else undefined. */
export function brokenPromise(method: string, url: string, { status, type, body }: Answer): string | undefined {
  const path = url.split('?')[0] ?? ''
  const { template = '' } = templates.find(({ pattern }) => pattern.test(path)) ?? {}
  const operation = paths[template]?.[method.toLowerCase()]
  if (!operation) return status === 404 ? undefined : `${method} ${path} is not in the document.`
  const promised = operation.responses[status]
  if (!promised) return `${method} ${template} answers ${status}, of which the document knows nothing.`
  const shared = promised.$ref?.split('/').at(-1)
  const { content } = shared ? (components.responses[shared] ?? promised) : promised
  const media = type.split(';')[0]?.trim() ?? ''
  if (!content[media]) return `${method} ${template} answers ${status} as ${media}.`
  if (!content[media].schema) return undefined
  const at = shared
    ? pointer('components', 'responses', shared, 'content', media, 'schema')
    : pointer('paths', template, method.toLowerCase(), 'responses', status, 'content', media, 'schema')
  const fits = checkOf(at)
  return fits(body) ? undefined : `${method} ${template} answers ${status}: ${ajv.errorsText(fits.errors)}`
}

const checks = new Map<string, ValidateFunction>()

/** Compiled once: that takes longer than most answers. */
function checkOf(at: string): ValidateFunction {
  const check = checks.get(at) ?? ajv.compile({ $ref: `api${at}` })
  checks.set(at, check)
  return check
}

/** RFC 6901, as a fragment. */
const pointer = (...parts: (string | number)[]): string =>
  `#${parts.map((part) => `/${encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`
