import { Duration, Stack } from 'aws-cdk-lib'
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { Lambda } from './lambda.ts'

type ComplaintProps = {
  /** Words of the line, e.g. "A mail was given up." */
  line: string
  /** Who is hurt; goes into the alarm. */
  errorImpact: string
  /** Once is nothing: the alarm waits until it happens in two of three spans of five minutes. */
  lasting?: boolean
}

/**
 * A line in a function's log that somebody must hear of, though the function itself did not fail. `Watch` finds it below
 * its function and makes an alarm of it.
 *
 * Lambda wraps our line, which is JSON, as a string into JSON of its own; the filter looks for the words in the raw text,
 * which is right however deep they are quoted.
 */
export class Complaint extends Construct {
  readonly metric: IMetric
  readonly errorImpact: string
  readonly lasting: boolean

  constructor(lambda: Lambda, id: string, { line, errorImpact, lasting = false }: ComplaintProps) {
    super(lambda, id)
    this.errorImpact = errorImpact
    this.lasting = lasting
    const filter = new MetricFilter(this, 'Filter', {
      logGroup: lambda.function.logGroup,
      filterPattern: FilterPattern.allTerms(line),
      metricNamespace: Stack.of(this).stackName,
      metricName: `${lambda.node.id}${id}`,
    })
    this.metric = filter.metric({ statistic: 'Sum', period: Duration.minutes(5) })
  }
}
