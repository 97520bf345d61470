import { Stack } from 'aws-cdk-lib'
import { Alarm, type AlarmProps, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import type { Programme } from '../shared/domain/programme.ts'
import type { Api } from './api.ts'
import { Complaint } from './complaint.ts'
import type { Lambda } from './lambda.ts'
import { Reputation } from './reputation.ts'

type WatchProps = { programme: Programme; api: Api; lambdas: Lambda[] }

/** Alarms that say who is hurt, mailed to the programme's reply-to address. */
export class Watch extends Construct {
  private readonly topic: Topic

  constructor(scope: Construct, id: string, { programme, api, lambdas }: WatchProps) {
    super(scope, id)
    this.topic = new Topic(this, 'Alarms', { enforceSSL: true })
    this.topic.addSubscription(new EmailSubscription(programme.replyTo))

    this.alarm('Api', api.http.metricServerError(), 'People see errors on the site.')
    for (const { node, function: lambda, errorImpact, deadLetters } of lambdas) {
      if (errorImpact) this.alarm(node.id, lambda.metricErrors(), errorImpact)
      for (const queue of deadLetters) {
        this.alarm(`${node.id}GaveUp`, queue.metricApproximateNumberOfMessagesVisible(), `Given up on. ${errorImpact}`)
      }
    }
    const everything = Stack.of(this).node.findAll()
    for (const { alarmName, metric, errorImpact, lasting } of everything.filter((each) => each instanceof Complaint)) {
      this.alarm(alarmName, metric, errorImpact, lasting ? { evaluationPeriods: 3, datapointsToAlarm: 2 } : {})
    }
    const worries = everything.filter((each) => each instanceof Reputation).flatMap((each) => each.worries)
    for (const { alarmName, metric, errorImpact, threshold } of worries) {
      this.alarm(alarmName, metric, errorImpact, { threshold })
    }
  }

  private alarm(
    id: string,
    metric: IMetric,
    alarmDescription: string,
    spans: Partial<Pick<AlarmProps, 'evaluationPeriods' | 'datapointsToAlarm' | 'threshold'>> = {},
  ): void {
    new Alarm(this, id, {
      metric,
      alarmDescription,
      threshold: 1,
      evaluationPeriods: 1,
      ...spans,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(this.topic))
  }
}
