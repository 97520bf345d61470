import { expect, it } from 'vitest'
import { handler } from '../../functions/grant-scopes.ts'
import { whoseToken } from '../../shared/domain/organizer.ts'

/** As Cognito asks (`PreTokenGeneration` version 2), for somebody in these groups. */
const asked = (groupsToOverride: unknown) => ({
  version: '2',
  triggerSource: 'TokenGeneration_HostedAuth',
  userName: 'a-user',
  request: {
    userAttributes: { sub: 'a-user', email: 'olga@example.org' },
    groupConfiguration: { groupsToOverride, iamRolesToOverride: [] },
    scopes: ['openid', 'benchmate/organize', 'benchmate/check-in'],
  },
  response: { claimsAndScopeOverrideDetails: null },
})
const taken = async (groups: unknown) =>
  (await handler(asked(groups))).response.claimsAndScopeOverrideDetails.accessTokenGeneration.scopesToSuppress

it.each([
  [['organizers'], []],
  [['door', 'organizers'], []],
  [['door'], ['benchmate/organize']],
  [['somebody-else'], ['benchmate/organize', 'benchmate/check-in']],
  [[], ['benchmate/organize', 'benchmate/check-in']],
  [null, ['benchmate/organize', 'benchmate/check-in']],
  [undefined, ['benchmate/organize', 'benchmate/check-in']],
])('who is in %j loses %j', async (groups, lost) => {
  expect(await taken(groups)).toEqual(lost)
})

it('Cognito gets back what it sent', async () => {
  const { response: _ours, ...sent } = asked(['door'])
  expect(await handler(asked(['door']))).toMatchObject(sent)
})

it('the token tells whose it is, for the audit trail', async () => {
  const { accessTokenGeneration } = (await handler(asked(['organizers']))).response.claimsAndScopeOverrideDetails
  expect(accessTokenGeneration.claimsToAddOrOverride).toEqual({ email: 'olga@example.org' })
  expect(whoseToken({ sub: 'a-user', ...accessTokenGeneration.claimsToAddOrOverride })).toBe('olga@example.org')
})
