import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import * as z from 'zod'
import { functionFor } from './functions.ts'
import { bodyOf } from './gateway.ts'
import { sendMessage } from './gateway-answer.ts'
import { eventOf } from './gateway-event.ts'
import type { StreamingLambda } from './lambda.ts'
import type { Template } from './template.ts'

const Url = z.object({
  TargetFunctionArn: z.string(),
  AuthType: z.literal('NONE'),
  InvokeMode: z.literal('RESPONSE_STREAM'),
})
const Distribution = z.object({
  DistributionConfig: z.object({
    CacheBehaviors: z.array(z.object({ PathPattern: z.string(), TargetOriginId: z.string() })).default([]),
    Origins: z.array(z.object({ Id: z.string(), DomainName: z.string().optional() })),
  }),
})

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const MOST_BODY_BYTES = 6 * 1024 * 1024

/**
 * What CloudFront does with paths that it sends to a function's URL: the function answers, piece by piece. Undefined for
 * all other paths. Of two patterns that fit, the first one counts.
 */
export function functionUrls(
  template: Template,
  functions: Map<string, StreamingLambda>,
): (path: string) => Answer | undefined {
  const urls = template.resources('AWS::Lambda::Url', Url)
  const behaviors = template.resources('AWS::CloudFront::Distribution', Distribution).flatMap(({ properties }) => {
    const { CacheBehaviors, Origins } = properties.DistributionConfig
    return CacheBehaviors.map(({ PathPattern, TargetOriginId }) => {
      const host = Origins.find(({ Id }) => Id === TargetOriginId)?.DomainName
      const url = urls.find(({ id }) => id === host)?.properties
      return { fits: patternOf(PathPattern), answer: url && answering(functionFor(functions, url.TargetFunctionArn)) }
    })
  })
  return (path) => behaviors.find(({ fits }) => fits.test(path))?.answer
}

/** `*` stands for anything, `?` for one character. */
const patternOf = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  )

const answering =
  (lambda: StreamingLambda): Answer =>
  async (request, response) => {
    const body = await bodyOf(request, MOST_BODY_BYTES)
    if (!body) {
      response.setHeader('connection', 'close')
      return sendMessage(response, 413, 'Request Entity Too Large')
    }
    const match = { route: { key: '$default' }, pathParameters: {} }
    const answer = await lambda.stream(eventOf(request, { match, body, now: new Date() })).catch(() => undefined)
    if (!answer) return sendMessage(response, 502, 'Internal Server Error')
    response.statusCode = answer.statusCode
    for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value)
    // A body that breaks off takes the connection with it.
    await pipeline(answer.body, response)
  }
