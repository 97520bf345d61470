import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { GIVEN_UP, NOT_SENT } from '../../shared/mail/log-lines.ts'
import { aStack } from './a-stack.ts'

const template = aStack()

describe('what the sender says in its log', () => {
  it.each([
    [NOT_SENT, 'SendMailNotSent', 'Members get no e-mail.', 3],
    [GIVEN_UP, 'SendMailGivenUp', 'Somebody will never get a mail.', 1],
  ])('%s reaches people', (line, MetricName, AlarmDescription, EvaluationPeriods) => {
    const filters = template.findResources('AWS::Logs::MetricFilter', {
      Properties: {
        LogGroupName: { Ref: Match.stringLikeRegexp('SendMail') },
        FilterPattern: `"${line}"`,
        MetricTransformations: [{ MetricName, MetricNamespace: 'Test', MetricValue: '1' }],
      },
    })
    expect(Object.keys(filters)).toHaveLength(1)
    const alarms = template.findResources('AWS::CloudWatch::Alarm', {
      Properties: {
        MetricName,
        Namespace: 'Test',
        Statistic: 'Sum',
        AlarmDescription,
        EvaluationPeriods,
        Threshold: 1,
      },
    })
    expect(Object.keys(alarms)).toHaveLength(1)
  })
})
