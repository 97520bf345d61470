import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTVerifyGetKey } from 'jose'
import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import * as z from 'zod'
import { ORGANIZER_SCOPES, type SignIn as SignInSettings, scopesOf } from '../shared/domain/organizer.ts'
import type { DataDir } from './data-dir.ts'
import { answerSignIn, signOutPage } from './sign-in-page.ts'

const PATH = '/oidc'
const INTERACTION = `${PATH}/interaction`
export const LOCAL_CLIENT = { id: 'local-automation', secret: 'local-secret' }
const SCOPES = ORGANIZER_SCOPES.join(' ')
/** The pages that people sign in to. */
const PAGES = ['organize', 'door']
const CONSOLE = 'console'

const Kept = z.object({ key: z.looseObject({ kty: z.string() }), cookieKey: z.string() })
const FILE = 'sign-in.json'

export type SignIn = {
  issuer: string
  audience: string
  /** Finds the key that a token says it is signed with. */
  keys: JWTVerifyGetKey
}

type Mount = SignIn & {
  path: string
  /** What pages are told, in the place of what the template says of Cognito. */
  settings: SignInSettings
  /** What a function is told that checks tokens itself, likewise. */
  tokens: { issuer: string; keys: string; audiences: string[]; scope: string }
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>
}

/**
 * A real authorization server in the place of Cognito: the code flow with PKCE for people, with any name and no
 * password; client credentials for scripts. Its key is kept, so that a token outlives a restart.
 */
export async function signIn(origin: string, dataDir: DataDir): Promise<Mount> {
  const kept = dataDir.read(FILE, Kept) ?? (await newKeys())
  dataDir.write(FILE, kept)
  const issuer = `${origin}${PATH}`
  const audience = `${origin}/api`
  const provider = quietly(() => new Provider(issuer, configuration(origin, audience, kept)))
  const answer = quietly(() => provider.callback())
  return {
    issuer,
    audience,
    keys: createLocalJWKSet({ keys: [publicPart(kept.key)] }),
    path: PATH,
    settings: {
      issuer,
      authorizationEndpoint: `${issuer}/auth`,
      tokenEndpoint: `${issuer}/token`,
      signOutAt: `${issuer}/session/end?client_id=${CONSOLE}&post_logout_redirect_uri=`,
      clientId: CONSOLE,
      scopes: { organize: 'organize', 'check-in': 'check-in' },
    },
    tokens: { issuer, keys: `${issuer}/jwks`, audiences: [audience], scope: 'organize' },
    async answer(request, response) {
      Object.assign(request, { originalUrl: request.url })
      if (request.url?.startsWith(`${INTERACTION}/`)) return answerSignIn(provider, request, response)
      request.url = request.url?.slice(PATH.length) || '/'
      await answer(request, response)
    },
  }
}

function configuration(origin: string, audience: string, { key, cookieKey }: z.output<typeof Kept>): Configuration {
  const common = { response_types: [], redirect_uris: [] }
  return {
    clients: [
      {
        ...common,
        client_id: LOCAL_CLIENT.id,
        client_secret: LOCAL_CLIENT.secret,
        grant_types: ['client_credentials'],
        scope: SCOPES,
      },
      {
        client_id: CONSOLE,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: PAGES.map((page) => `${origin}/${page}`),
        post_logout_redirect_uris: PAGES.map((page) => `${origin}/${page}`),
        scope: `openid email ${SCOPES}`,
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: [cookieKey] },
    scopes: ['openid', 'email', ...ORGANIZER_SCOPES],
    claims: { email: ['email'] },
    // Whoever signs in on this computer is in the group that their name says.
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, email: id.includes('@') ? id : undefined }) }),
    interactions: { url: (_, { uid }) => `${INTERACTION}/${uid}` },
    loadExistingGrant: ({ oidc }) => grantFor(oidc, audience),
    // As Cognito does it: without asking for offline_access.
    issueRefreshToken: async (_, client) => client.grantTypeAllowed('refresh_token'),
    ttl: {
      AccessToken: 3600,
      ClientCredentials: 3600,
      Grant: 86_400,
      IdToken: 3600,
      Interaction: 3600,
      RefreshToken: 86_400,
      Session: 86_400,
    },
    clientBasedCORS: (_, asking) => asking === origin,
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        logoutSource: (context, form) => {
          context.body = signOutPage(form)
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: SCOPES,
          audience,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  }
}

/** What is granted without asking, as Cognito grants it: what the account's groups have, and nothing else. */
async function grantFor(
  { client, account, provider }: KoaContextWithOIDC['oidc'],
  audience: string,
): Promise<InstanceType<Provider['Grant']> | undefined> {
  if (!client || !account) return undefined
  const grant = new provider.Grant({ clientId: client.clientId, accountId: account.accountId })
  const granted = scopesOf(groupsOf(account.accountId))
  grant.addOIDCScope(`openid email ${SCOPES}`)
  grant.addResourceScope(audience, granted.join(' '))
  grant.rejectResourceScope(audience, ORGANIZER_SCOPES.filter((scope) => !granted.includes(scope)).join(' '))
  await grant.save()
  return grant
}

/** `door-sam` is a volunteer at the door, everybody else an organizer. */
const groupsOf = (accountId: string): string[] => [accountId.startsWith('door') ? 'door' : 'organizers']

async function newKeys(): Promise<z.output<typeof Kept>> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const key = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: randomBytes(8).toString('hex') }
  return Kept.parse({ key, cookieKey: randomBytes(32).toString('hex') })
}

/** The provider warns on the console about being in-memory and for development: it is. */
function quietly<T>(make: () => T): T {
  const { info, warn } = console
  Object.assign(console, { info() {}, warn() {} })
  try {
    return make()
  } finally {
    Object.assign(console, { info, warn })
  }
}

/** What a checker may know of an RSA key. */
const publicPart = ({ kty, n, e, kid, alg, use }: Record<string, unknown> & { kty: string }) =>
  z
    .object({
      kty: z.string(),
      n: z.string(),
      e: z.string(),
      kid: z.string().optional(),
      alg: z.string().optional(),
      use: z.string().optional(),
    })
    .parse({ kty, n, e, kid, alg, use })
