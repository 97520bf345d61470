import { Stack, Token } from 'aws-cdk-lib'
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import { Construct } from 'constructs'

const TOO_MANY = 'too-many'
const PROBLEM = {
  type: 'about:blank',
  title: 'Too many requests',
  status: 429,
  detail: 'So much came from your network that we have to make it wait. Please try again in a few minutes.',
}

/**
 * Keeps one network from using up the API for all: more than so many requests in five minutes are answered with 429.
 * It stands before CloudFront, because an HTTP API can have none; and AWS keeps what stands there in us-east-1 alone.
 */
export class Firewall extends Construct {
  readonly arn: string

  constructor(scope: Construct, id: string, { requestsPerNetwork }: { requestsPerNetwork: number }) {
    super(scope, id)
    const { region } = Stack.of(this)
    if (!Token.isUnresolved(region) && region !== 'us-east-1') {
      const error = new Error('programme.requestsPerNetwork needs a deployment to us-east-1: leave it out elsewhere.')
      error.name = 'WrongSetting'
      throw error
    }
    const seen = (metricName: string) => ({ metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false })
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: seen('BenchmateFirewall'),
      customResponseBodies: { [TOO_MANY]: { contentType: 'APPLICATION_JSON', content: JSON.stringify(PROBLEM) } },
      rules: [
        {
          name: 'RequestsPerNetwork',
          priority: 0,
          action: { block: { customResponse: { responseCode: 429, customResponseBodyKey: TOO_MANY } } },
          visibilityConfig: seen('RequestsPerNetwork'),
          statement: {
            rateBasedStatement: {
              aggregateKeyType: 'IP',
              limit: requestsPerNetwork,
              evaluationWindowSec: 300,
              scopeDownStatement: {
                byteMatchStatement: {
                  fieldToMatch: { uriPath: {} },
                  positionalConstraint: 'STARTS_WITH',
                  searchString: '/api/',
                  textTransformations: [{ priority: 0, type: 'NONE' }],
                },
              },
            },
          },
        },
      ],
    })
    this.arn = acl.attrArn
  }
}
