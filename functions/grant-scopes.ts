import * as z from 'zod'
import { ORGANIZER_SCOPES, RESOURCE_SERVER, scopesOf } from '../shared/domain/organizer.ts'

/** Cognito's own event, as far as we read it; it wants all of it back, with an answer inside. */
const Asked = z.looseObject({
  request: z.looseObject({
    userAttributes: z.looseObject({ email: z.string().optional() }).nullish(),
    groupConfiguration: z.looseObject({ groupsToOverride: z.array(z.string()).nullish() }).nullish(),
  }),
})

/**
 * Cognito asks before it signs a token, also when one is renewed. Everybody in the pool could ask for each scope of the
 * client; what their groups do not have is taken out. Their address goes in, for the audit trail: Cognito's access tokens
 * have a number alone.
 */
export const handler = async (event: unknown) => {
  const asked = Asked.parse(event)
  const granted = scopesOf(asked.request.groupConfiguration?.groupsToOverride ?? [])
  const refused = ORGANIZER_SCOPES.filter((scope) => !granted.includes(scope))
  const email = asked.request.userAttributes?.email
  return {
    ...asked,
    response: {
      claimsAndScopeOverrideDetails: {
        accessTokenGeneration: {
          scopesToSuppress: refused.map((scope) => `${RESOURCE_SERVER}/${scope}`),
          claimsToAddOrOverride: email ? { email } : {},
        },
      },
    },
  }
}
