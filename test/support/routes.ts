import * as z from 'zod'
import { synthesize } from '../../local/assembly.ts'
import { readTemplate } from '../../local/template.ts'

const RouteResource = z.object({
  RouteKey: z.string(),
  AuthorizationType: z.string().default('NONE'),
  AuthorizationScopes: z.array(z.string()).default([]),
})

export type Route = { method: string; path: string; scopes: string[] }

/** Every route of the synthesized template; `scopes` are empty where no token of an organizer is asked for. */
export async function routesInTemplate(): Promise<Route[]> {
  const { folder } = await synthesize({})
  return readTemplate(folder)
    .resources('AWS::ApiGatewayV2::Route', RouteResource)
    .map(({ properties: { RouteKey, AuthorizationScopes } }) => {
      const [method = '', path = ''] = RouteKey.split(' ')
      return { method, path, scopes: AuthorizationScopes }
    })
}

/** `/api/me/{thing}` with each parameter filled in. */
export const filledIn = (path: string, value: (name: string) => string): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(value(name)))
