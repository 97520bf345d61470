import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { operations } from '../../shared/api/operations.ts'
import { aDocument } from '../support/a-document.ts'
import { routesInTemplate } from '../support/routes.ts'

/** What the document at /api/openapi.json promises. */

const document = aDocument()
const { paths } = z
  .object({
    paths: z.record(
      z.string(),
      z.record(z.string(), z.object({ security: z.array(z.record(z.string(), z.array(z.string()))) })),
    ),
  })
  .parse(document)
const all = operations()
const each = all.map((operation) => [operation.route.key, operation] as const)

it('is OpenAPI 3.1, as others check it', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(document))
  expect({ valid, errors }).toEqual({ valid: true, errors: undefined })
})

it('has every route of the stack and no other, each for those who may call it', async () => {
  const inStack = (await routesInTemplate())
    .filter(({ method }) => method !== 'ANY')
    .map(({ method, path, scopes }) => [`${method} ${path}`, ...scopes.toSorted()])
  // CloudFront sends these past the HTTP API.
  const streamed = /\/attendees\.\{format\}$/
  const inDocument = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { security }]) => [
      `${method.toUpperCase()} ${path}`,
      ...security.flatMap(({ organizer = [] }) => organizer).toSorted(),
    ]),
  )
  expect(inDocument.filter(([key = '']) => !streamed.test(key)).toSorted()).toEqual(inStack.toSorted())
})

it('calls every operation by a name of its own', () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
})

describe.each(each)('%s', (key, { route }) => {
  it('names the parts of its path', () => {
    const inKey = [...key.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(Object.keys(route.takes.path?.shape ?? {})).toEqual(inKey)
  })

  it('has an example that it accepts', () => {
    const { takes, form, example } = route
    const parts = [
      [example?.file ? undefined : (form ?? takes.body), example?.body],
      [takes.query, example?.query ?? {}],
    ] as const
    expect(parts.flatMap(([schema, part]) => schema?.safeParse(part).error?.issues ?? [])).toEqual([])
    if (!takes.body) expect(example?.body).toBeUndefined()
    if (!takes.query) expect(example?.query).toBeUndefined()
  })
})
