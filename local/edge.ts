import { createContext, runInContext, Script } from 'node:vm'
import * as z from 'zod'
import type { Template } from './template.ts'

const EdgeFunction = z.object({ FunctionCode: z.string() })
const Distribution = z.object({
  DistributionConfig: z.object({
    DefaultCacheBehavior: z.object({
      FunctionAssociations: z
        .array(z.object({ EventType: z.enum(['viewer-request', 'viewer-response']), FunctionARN: z.string() }))
        .default([]),
    }),
  }),
})

const Headers = z.record(z.string(), z.object({ value: z.string() }))
const Request = z.object({ uri: z.string(), headers: Headers })
const Response = z.object({ statusCode: z.int(), headers: Headers })

type Asked = { path: string; headers: Record<string, string> }
type Answered = { status: number; headers: Record<string, string> }

/** The CloudFront functions of the template, where its distribution puts them: before a file is looked for, and after. */
export function edgeOf(template: Template) {
  const code = new Map(
    template.resources('AWS::CloudFront::Function', EdgeFunction).map(({ id, properties }) => {
      const context = createContext({})
      new Script(properties.FunctionCode).runInContext(context)
      return [`${id}.FunctionARN`, (event: unknown) => runInContext(`handler(${JSON.stringify(event)})`, context)]
    }),
  )
  const associations = template
    .resources('AWS::CloudFront::Distribution', Distribution)
    .flatMap(({ properties }) => properties.DistributionConfig.DefaultCacheBehavior.FunctionAssociations)
  const at = (type: string) => {
    const found = associations.find(({ EventType }) => EventType === type)
    return found && code.get(found.FunctionARN)
  }
  const [before, after] = [at('viewer-request'), at('viewer-response')]

  return {
    request(asked: Asked): Asked {
      if (!before) return asked
      const { uri, headers } = Request.parse(before(requestOf(asked)))
      return { path: uri, headers: plain(headers) }
    },
    response(asked: Asked, answered: Answered): Answered {
      if (!after) return answered
      const response = { statusCode: answered.status, headers: wrapped(answered.headers) }
      const { statusCode, headers } = Response.parse(after({ ...requestOf(asked), response }))
      return { status: statusCode, headers: plain(headers) }
    },
  }
}

const requestOf = ({ path, headers }: Asked) => ({
  version: '1.0',
  request: { method: 'GET', uri: path, querystring: {}, headers: wrapped(headers), cookies: {} },
})

/** Headers as these functions have them. */
const wrapped = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }]))
const plain = (headers: z.infer<typeof Headers>) =>
  Object.fromEntries(Object.entries(headers).map(([name, { value }]) => [name, value]))
