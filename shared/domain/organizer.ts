import * as z from 'zod'

/** Who may do what: an account is in groups, a group may have scopes, and a route asks for one of them. */

export const ORGANIZER_SCOPES = ['organize', 'check-in'] as const
export type OrganizerScope = (typeof ORGANIZER_SCOPES)[number]

/** What Cognito puts in front of a scope, with a slash. */
export const RESOURCE_SERVER = 'benchmate'

const ORGANIZER_GROUPS = {
  /** Run the programme. */
  organizers: ['organize', 'check-in'],
  /** Volunteers who look after the door of an event. */
  door: ['check-in'],
} as const satisfies Record<string, readonly OrganizerScope[]>
export type OrganizerGroup = keyof typeof ORGANIZER_GROUPS

/** What somebody of these groups may have; those that we do not know give nothing. */
export const scopesOf = (groups: readonly string[]): OrganizerScope[] =>
  ORGANIZER_SCOPES.filter((scope) =>
    Object.entries(ORGANIZER_GROUPS).some(
      ([group, scopes]) => groups.includes(group) && (scopes as readonly OrganizerScope[]).includes(scope),
    ),
  )

/** The claims of a token that tell whose it is. */
export const Whose = z.object({
  /** `grant-scopes` puts it there: an organizer knows the others by it, and nobody by a number. */
  email: z.string().optional(),
  sub: z.string().optional(),
  client_id: z.string().optional(),
})

/** Who somebody is for the audit trail: their address, else the subject of their token, or the client of a script. */
export const whoseToken = ({ email, sub, client_id }: z.output<typeof Whose>): string =>
  email ?? sub ?? client_id ?? 'anybody'

/** Where organizers sign in, as a page needs to know it. */
export const SignIn = z.object({
  issuer: z.url(),
  authorizationEndpoint: z.url(),
  tokenEndpoint: z.url(),
  /** With the address to come back to behind it, percent-encoded, it is where one signs out. */
  signOutAt: z.url(),
  clientId: z.string(),
  /** A scope as it is asked for: Cognito puts `benchmate/` in front. */
  scopes: z.object({ organize: z.string(), 'check-in': z.string() }),
})
export type SignIn = z.output<typeof SignIn>
