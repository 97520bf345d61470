import { readFileSync } from 'node:fs'
import { App } from 'aws-cdk-lib'
import { Match, Template } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { programmeFrom } from '../../infra/programme.ts'
import { BenchmateStack } from '../../infra/stack.ts'
import { GIVEN_UP, NOT_SENT } from '../../shared/mail/log-lines.ts'

const { context } = z
  .object({ context: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync('cdk.json', 'utf8')))
const app = new App({ context: { ...context, 'aws:cdk:bundling-stacks': [] } })
const template = Template.fromStack(new BenchmateStack(app, 'Test', { programme: programmeFrom(app.node) }))

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
