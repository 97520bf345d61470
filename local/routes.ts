import * as z from 'zod'
import { functionFor } from './functions.ts'
import type { Lambda } from './lambda.ts'
import type { Template } from './template.ts'

const RouteResource = z.object({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizationScopes: z.array(z.string()).default([]),
})
const Integration = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: z.int().default(30_000),
})

export type Route = {
  /** As in the template, e.g. `GET /api/events/{eventId}`. */
  key: string
  lambda: Lambda
  timeoutMs: number
  /** The scopes of which a token needs one; undefined: no token needed. */
  scopes?: string[]
}

export type Match = { route: Route; pathParameters: Record<string, string> }

export function routesOf(template: Template, functions: Map<string, Lambda>): Route[] {
  const integrations = new Map(
    template.resources('AWS::ApiGatewayV2::Integration', Integration).map(({ id, properties }) => [id, properties]),
  )
  return template.resources('AWS::ApiGatewayV2::Route', RouteResource).map(({ id, properties }) => {
    const integration = integrations.get(properties.Target.replace('integrations/', ''))
    if (!integration) throw new Error(`The route ${id} of the template has no integration.`)
    return {
      key: properties.RouteKey,
      lambda: functionFor(functions, integration.IntegrationUri),
      timeoutMs: integration.TimeoutInMillis,
      ...(properties.AuthorizationType === 'JWT' && { scopes: properties.AuthorizationScopes }),
    }
  })
}

/**
 * The route for a request: segments in full before `{parameter}`s, those before a greedy `{parameter+}`; a method
 * before `ANY`. Throws `URIError` when the path has a percent sign that means nothing.
 */
export function matchRoute(routes: readonly Route[], method: string, path: string): Match | undefined {
  const segments = path.slice(1).split('/').map(decodeURIComponent)
  let best: (Match & { rank: string }) | undefined
  for (const route of routes) {
    const [routeMethod, routePath = ''] = route.key.split(' ')
    if (routeMethod !== method && routeMethod !== 'ANY') continue
    const found = fits(routePath.slice(1).split('/'), segments)
    if (!found) continue
    const rank = `${found.rank}${routeMethod === 'ANY' ? 'b' : 'a'}`
    if (!best || rank < best.rank) best = { route, pathParameters: found.pathParameters, rank }
  }
  return best
}

/** `rank` has a letter a segment: a is as written, b a parameter, c greedy; the smallest is the most specific. */
function fits(pattern: string[], segments: string[]) {
  const pathParameters: Record<string, string> = {}
  let rank = ''
  for (const [index, part] of pattern.entries()) {
    const [, name = '', greedy] = /^\{(.+?)(\+?)\}$/.exec(part) ?? []
    const segment = segments[index]
    if (!segment) return undefined
    if (greedy) {
      pathParameters[name] = segments.slice(index).join('/')
      return { pathParameters, rank: `${rank}c` }
    }
    if (!name && segment !== part) return undefined
    if (name) pathParameters[name] = segment
    rank += name ? 'b' : 'a'
  }
  return pattern.length === segments.length ? { pathParameters, rank } : undefined
}
