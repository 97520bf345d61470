import { Aws, CfnOutput, RemovalPolicy } from 'aws-cdk-lib'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
} from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import type { Programme } from '../shared/domain/programme.ts'

export type OrganizerScope = 'organize' | 'check-in'

const SCOPES: Record<OrganizerScope, string> = {
  organize: 'Run the programme: people, rounds, events.',
  'check-in': 'See the door list of an event and check people in.',
}
const RESOURCE_SERVER = 'benchmate'

/** Organizers sign in here; somebody with an AWS account invites them, nobody signs up alone. */
export class Organizers extends Construct {
  readonly authorizer: HttpJwtAuthorizer

  constructor(scope: Construct, id: string, { programme }: { programme: Programme }) {
    super(scope, id)
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const scopes = Object.entries(SCOPES).map(
      ([scopeName, scopeDescription]) => new ResourceServerScope({ scopeName, scopeDescription }),
    )
    const server = pool.addResourceServer('Server', { identifier: RESOURCE_SERVER, scopes })
    const domain = pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `benchmate-${Aws.ACCOUNT_ID}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    })
    // A public client: the code flow with PKCE, no secret to keep.
    const client = pool.addClient('Console', {
      generateSecret: false,
      preventUserExistenceErrors: true,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, ...scopes.map((each) => OAuthScope.resourceServer(server, each))],
        callbackUrls: [`${programme.siteUrl}/organize`],
        logoutUrls: [`${programme.siteUrl}/organize`],
      },
    })
    new CfnManagedLoginBranding(this, 'Branding', {
      userPoolId: pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    })
    this.authorizer = new HttpJwtAuthorizer('Organizers', pool.userPoolProviderUrl, {
      jwtAudience: [client.userPoolClientId],
    })
    new CfnOutput(this, 'PoolId', { value: pool.userPoolId, description: 'Invite organizers to this user pool' })
    new CfnOutput(this, 'ClientId', { value: client.userPoolClientId, description: 'The client that they sign in to' })
    new CfnOutput(this, 'SignIn', { value: `${domain.baseUrl()}/oauth2`, description: 'Where they sign in' })
  }

  /** The scope as it stands in a token of this pool. */
  scope(name: OrganizerScope): string {
    return `${RESOURCE_SERVER}/${name}`
  }
}
