import { createContext, runInContext, Script } from 'node:vm'
import * as z from 'zod'
import type { Template } from './template.ts'

const EdgeFunction = z.object({ FunctionCode: z.string() })
const Rewritten = z.object({ uri: z.string() })

/** The CloudFront functions of the template in front of the site: they turn the path asked for into a file's. */
export function rewriteOf(template: Template): (uri: string) => string {
  const contexts = template.resources('AWS::CloudFront::Function', EdgeFunction).map(({ properties }) => {
    const context = createContext({})
    new Script(properties.FunctionCode).runInContext(context)
    return context
  })
  return (uri) =>
    contexts.reduce((path, context) => {
      const event = { version: '1.0', request: { method: 'GET', uri: path, querystring: {}, headers: {}, cookies: {} } }
      return Rewritten.parse(runInContext(`handler(${JSON.stringify(event)})`, context)).uri
    }, uri)
}
