import { Duration, Stack } from 'aws-cdk-lib'
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch'
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'

type ComplaintProps = {
  /** The log in which it may stand. */
  logGroup: ILogGroup
  /** Words of the line, e.g. "A mail was given up." */
  line: string
  /** Who is hurt; goes into the alarm. */
  errorImpact: string
  /** Once is nothing: the alarm waits until it happens in two of three spans of five minutes. */
  lasting?: boolean
}

/**
 * A line in a log that somebody must hear of, though what wrote it may not have failed itself. `Watch` finds it wherever
 * it is in the stack and makes an alarm of it.
 *
 * Lambda wraps our line, which is JSON, as a string into JSON of its own; the filter looks for the words in the raw text,
 * which is right however deep they are quoted.
 */
export class Complaint extends Construct {
  /** E.g. `SendMailNotSent`: whose, and what. */
  readonly alarmName: string
  readonly metric: IMetric
  readonly errorImpact: string
  readonly lasting: boolean

  constructor(scope: Construct, id: string, { logGroup, line, errorImpact, lasting = false }: ComplaintProps) {
    super(scope, id)
    this.alarmName = `${scope.node.id}${id}`
    this.errorImpact = errorImpact
    this.lasting = lasting
    const stack = Stack.of(this)
    const filter = new MetricFilter(this, 'Filter', {
      logGroup,
      filterPattern: FilterPattern.allTerms(line),
      metricNamespace: (stack.nestedStackParent ?? stack).stackName,
      metricName: this.alarmName,
    })
    this.metric = filter.metric({ statistic: 'Sum', period: Duration.minutes(5) })
  }
}
