import { Aws, CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  FeaturePlan,
  LambdaVersion,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import { type OrganizerGroup, type OrganizerScope, RESOURCE_SERVER, type SignIn } from '../shared/domain/organizer.ts'
import type { Programme } from '../shared/domain/programme.ts'
import { Lambda } from './lambda.ts'
import { Scripts } from './scripts.ts'

const SCOPES: Record<OrganizerScope, string> = {
  organize: 'Run the programme: people, rounds, events.',
  'check-in': 'See the door list of an event and check people in.',
}
const GROUPS: Record<OrganizerGroup, string> = {
  organizers: 'Run the programme.',
  door: 'Check people in at events, and nothing else.',
}
/** The pages that people sign in to. */
const PAGES = ['organize', 'door']

/** Organizers and volunteers sign in here; somebody with an AWS account invites them, nobody signs up alone. */
export class Organizers extends Construct {
  readonly authorizer: HttpJwtAuthorizer
  readonly lambdas: Lambda[]
  /** Where tokens come from: the pages ask there. */
  readonly origin: string
  private readonly signIn: SignIn
  /** Whom tokens are made for: Cognito's name their client. */
  private readonly audiences: string[]

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
    for (const [groupName, description] of Object.entries(GROUPS)) pool.addGroup(groupName, { groupName, description })
    const grant = new Lambda(this, { file: 'grant-scopes', programme, errorImpact: 'Organizers cannot sign in.' })
    pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, grant.function, LambdaVersion.V2_0)
    this.lambdas = [grant]

    const organize = scopeNamed('organize')
    const scopes = [organize, scopeNamed('check-in')]
    const server = pool.addResourceServer('Server', { identifier: RESOURCE_SERVER, scopes })
    const domain = pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `benchmate-${Aws.ACCOUNT_ID}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    })
    const addresses = PAGES.map((page) => `${programme.siteUrl}/${page}`)
    // A public client: the code flow with PKCE, no secret to keep.
    const client = pool.addClient('Console', {
      generateSecret: false,
      preventUserExistenceErrors: true,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, ...scopes.map((each) => OAuthScope.resourceServer(server, each))],
        callbackUrls: addresses,
        logoutUrls: addresses,
      },
    })
    new CfnManagedLoginBranding(this, 'Branding', {
      userPoolId: pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    })
    this.audiences = [client.userPoolClientId]
    if (programme.scripts) {
      this.audiences.push(new Scripts(this, 'Scripts', { pool, server, scope: organize }).clientId)
    }
    this.authorizer = new HttpJwtAuthorizer('Organizers', pool.userPoolProviderUrl, { jwtAudience: this.audiences })
    this.origin = domain.baseUrl()
    this.signIn = {
      issuer: pool.userPoolProviderUrl,
      authorizationEndpoint: `${this.origin}/oauth2/authorize`,
      tokenEndpoint: `${this.origin}/oauth2/token`,
      signOutAt: `${this.origin}/logout?client_id=${client.userPoolClientId}&logout_uri=`,
      clientId: client.userPoolClientId,
      scopes: { organize: this.scope('organize'), 'check-in': this.scope('check-in') },
    }
    new CfnOutput(this, 'PoolId', { value: pool.userPoolId, description: 'Invite organizers to this user pool' })
    new CfnOutput(this, 'ClientId', { value: client.userPoolClientId, description: 'The client that they sign in to' })
    new CfnOutput(this, 'SignIn', { value: `${this.origin}/oauth2`, description: 'Where they sign in' })
  }

  /** The scope as it stands in a token of this pool. */
  scope(name: OrganizerScope): string {
    return `${RESOURCE_SERVER}/${name}`
  }

  /** Checks tokens itself, as the authorizer does, where no gateway stands in front. */
  checkedBy(lambda: Lambda): Lambda {
    const { audiences } = this
    const { issuer } = this.signIn
    const tokens = { issuer, keys: `${issuer}/.well-known/jwks.json`, audiences, scope: this.scope('organize') }
    lambda.function.addEnvironment('ORGANIZER_TOKENS', Stack.of(this).toJsonString(tokens))
    return lambda
  }

  /** Knows where organizers sign in. */
  toldBy(lambda: Lambda): Lambda {
    lambda.function.addEnvironment('SIGN_IN', Stack.of(this).toJsonString(this.signIn))
    return lambda
  }
}

const scopeNamed = (scopeName: OrganizerScope) =>
  new ResourceServerScope({ scopeName, scopeDescription: SCOPES[scopeName] })
