import { Duration } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { Construct } from 'constructs'

/**
 * SES reviews an account at 5 % bounces or 0.1 % complaints, and pauses it at 10 % and 0.5 %. We want to hear of it
 * well before. The figures are of the whole account, as SES judges it.
 */
export class Reputation extends Construct {
  readonly worries = [
    { alarmName: 'BounceRate', metric: rate('Reputation.BounceRate'), threshold: 0.03, errorImpact: impact('bounces') },
    {
      alarmName: 'ComplaintRate',
      metric: rate('Reputation.ComplaintRate'),
      threshold: 0.0008,
      errorImpact: impact('is called spam'),
    },
  ]
}

const rate = (metricName: string) =>
  new Metric({ namespace: 'AWS/SES', metricName, statistic: 'Maximum', period: Duration.hours(1) })

const impact = (what: string) => `So much mail ${what} that AWS may soon stop all of it.`
