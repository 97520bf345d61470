import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { aStack } from './a-stack.ts'

const template = aStack()
const found = (type: string, properties: object, from = template): number =>
  Object.keys(from.findResources(type, { Properties: properties })).length

describe('what SES tells of our mail', () => {
  it('is published to the bus of the account', () => {
    const destination = {
      Enabled: true,
      MatchingEventTypes: ['delivery', 'deliveryDelay', 'bounce', 'complaint', 'reject'],
      EventBridgeDestination: { EventBusArn: Match.anyValue() },
    }
    const properties = { ConfigurationSetName: Match.anyValue(), EventDestination: destination }
    expect(found('AWS::SES::ConfigurationSetEventDestination', properties)).toBe(1)
  })

  it('reaches one function if it is about mail of this stack, and is kept when that gives up', () => {
    const tags = { 'ses:configuration-set': [{ Ref: Match.anyValue() }], mail: [{ exists: true }] }
    const rules = found('AWS::Events::Rule', {
      EventPattern: { source: ['aws.ses'], detail: { mail: { tags } } },
      State: 'ENABLED',
      Targets: [
        Match.objectLike({
          Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('RecordDelivery'), 'Arn'] },
          DeadLetterConfig: { Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('RecordDeliveryDeadLetters'), 'Arn'] } },
        }),
      ],
    })
    expect(rules).toBe(1)
    const invoked = {
      MaximumRetryAttempts: 2,
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': Match.anyValue() } } },
    }
    expect(found('AWS::Lambda::EventInvokeConfig', invoked)).toBe(1)
  })

  it('decides alone which addresses get no mail: SES keeps no list of its own', () => {
    expect(found('AWS::SES::ConfigurationSet', { SuppressionOptions: { SuppressedReasons: [] } })).toBe(1)
  })

  it.each([
    ['Reputation.BounceRate', 0.03],
    ['Reputation.ComplaintRate', 0.0008],
  ])('raises an alarm by %s, before AWS takes offence', (MetricName, Threshold) => {
    const alarm = { Namespace: 'AWS/SES', MetricName, Threshold, AlarmActions: [Match.anyValue()] }
    expect(found('AWS::CloudWatch::Alarm', alarm)).toBe(1)
  })
})

describe('the firewall', () => {
  it('is not there unless it is asked for, because it costs something each month', () => {
    expect(Object.keys(template.findResources('AWS::WAFv2::WebACL'))).toEqual([])
    expect(found('AWS::CloudFront::Distribution', { DistributionConfig: { WebACLId: Match.absent() } })).toBe(1)
  })

  it('counts the requests of each network to the API, and answers 429 in our words', () => {
    const guarded = aStack({ requestsPerNetwork: 1000 })
    const acl = {
      Scope: 'CLOUDFRONT',
      DefaultAction: { Allow: {} },
      Rules: [
        Match.objectLike({
          Action: { Block: { CustomResponse: Match.objectLike({ ResponseCode: 429 }) } },
          Statement: {
            RateBasedStatement: Match.objectLike({
              AggregateKeyType: 'IP',
              Limit: 1000,
              EvaluationWindowSec: 300,
              ScopeDownStatement: { ByteMatchStatement: Match.objectLike({ SearchString: '/api/' }) },
            }),
          },
        }),
      ],
    }
    expect(found('AWS::WAFv2::WebACL', acl, guarded)).toBe(1)
    const distribution = { DistributionConfig: Match.objectLike({ WebACLId: { 'Fn::GetAtt': Match.anyValue() } }) }
    expect(found('AWS::CloudFront::Distribution', distribution, guarded)).toBe(1)
  })

  it('says where it can be deployed', () => {
    expect(() => aStack({ requestsPerNetwork: 1000 }, 'eu-west-1')).toThrow(/us-east-1/)
    expect(() => aStack({ requestsPerNetwork: 1000 }, 'us-east-1')).not.toThrow()
  })
})
