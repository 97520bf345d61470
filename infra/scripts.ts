import { CfnOutput } from 'aws-cdk-lib'
import {
  OAuthScope,
  type ResourceServerScope,
  type UserPool,
  type UserPoolResourceServer,
} from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'

type ScriptsProps = { pool: UserPool; server: UserPoolResourceServer; scope: ResourceServerScope }

/**
 * A client for programs of the organizers: it gets a token for its secret, without anybody signing in. Cognito keeps the
 * secret, and has a price for such tokens; docs/operating.md says how to use both.
 */
export class Scripts extends Construct {
  readonly clientId: string

  constructor(scope: Construct, id: string, { pool, server, scope: organize }: ScriptsProps) {
    super(scope, id)
    const client = pool.addClient('Scripts', {
      generateSecret: true,
      authFlows: {},
      oAuth: { flows: { clientCredentials: true }, scopes: [OAuthScope.resourceServer(server, organize)] },
    })
    this.clientId = client.userPoolClientId
    new CfnOutput(this, 'ClientId', {
      value: this.clientId,
      description: 'The client that your scripts get tokens with',
    })
  }
}
