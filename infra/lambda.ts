import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { type EventPattern, Rule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets'
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  Architecture,
  Code,
  FilterCriteria,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  StartingPosition,
  Tracing,
} from 'aws-cdk-lib/aws-lambda'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { ContextAttribute, Schedule, type ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Programme } from '../shared/domain/programme.ts'
import { bundleOf } from './bundle.ts'
import type { Database } from './database.ts'
import { InlineRole } from './inline-role.ts'
import type { Links } from './links.ts'

export type LambdaProps = {
  /** The file in functions/, without its ending. */
  file: string
  programme: Programme
  /** Who is hurt when it fails; goes into the alarm. Routes leave it out: the API has one alarm for all. */
  errorImpact?: string
  memory?: number
  timeout?: Duration
}

/**
 * A function with our defaults: its own role with nothing in it but its own logs, its own log group, one bundle.
 * `reads`, `writes`, `signsLinks` give a permission and the variable that goes with it in one call.
 */
export class Lambda extends Construct {
  readonly function: LambdaFunction
  readonly errorImpact: string | undefined
  readonly deadLetters: Queue[] = []

  constructor(
    scope: Construct,
    { file, programme, errorImpact, memory = 512, timeout = Duration.seconds(10) }: LambdaProps,
  ) {
    super(scope, pascal(file))
    this.errorImpact = errorImpact
    const logGroup = new LogGroup(this, 'Logs', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const role = new InlineRole(this, 'Role', new ServicePrincipal('lambda.amazonaws.com'))
    logGroup.grantWrite(role)
    this.function = new LambdaFunction(this, 'Function', {
      code: Stack.of(this).bundlingRequired ? Code.fromAsset(bundleOf(file)) : Code.fromInline('// not bundled'),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memory,
      timeout,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
      environment: { PROGRAMME: JSON.stringify(programme) },
    })
  }

  reads({ table }: Database): this {
    table.grant(this.function, 'dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query')
    this.function.addEnvironment('TABLE_NAME', table.tableName)
    return this
  }

  writes({ table }: Database): this {
    table.grant(this.function, 'dynamodb:PutItem', 'dynamodb:DeleteItem')
    this.function.addEnvironment('TABLE_NAME', table.tableName)
    return this
  }

  /** Also many items at once, without a guard. */
  writesMany(database: Database): this {
    database.table.grant(this.function, 'dynamodb:BatchWriteItem')
    return this.writes(database)
  }

  /** Makes or checks the signed links of members. */
  signsLinks({ secret }: Links): this {
    secret.grantRead(this.function)
    this.function.addEnvironment('LINK_SECRET_ARN', secret.secretArn)
    return this
  }

  /** Sends from one address alone, through one configuration set. */
  sendsMail({
    sender,
    resources,
    configurationSet,
  }: {
    sender: string
    resources: string[]
    configurationSet: string
  }): this {
    this.function.addToRolePolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['ses:SendRawEmail'],
        resources,
        conditions: { StringEquals: { 'ses:FromAddress': sender } },
      }),
    )
    this.function.addEnvironment('CONFIGURATION_SET', configurationSet)
    return this
  }

  /** Called with changes of the table that fit one of the patterns; a batch that keeps failing ends in a queue. */
  onChange({ table }: Database, patterns: Record<string, unknown>[], { batchSize = 10 } = {}): this {
    this.function.addEventSource(
      new DynamoEventSource(table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        filters: patterns.map((pattern) => FilterCriteria.filter(pattern)),
        batchSize,
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        retryAttempts: 20,
        onFailure: new SqsDlq(this.deadLetterQueue()),
      }),
    )
    return this
  }

  /** Called with events of AWS that fit, some of them twice; one that keeps failing ends in a queue. */
  onEvent(eventPattern: EventPattern, description: string): this {
    const deadLetterQueue = this.deadLetterQueue()
    // The bus hands over to Lambda, and Lambda to the function: each of them can fail.
    this.function.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(deadLetterQueue) })
    const targets = [new LambdaTarget(this.function, { deadLetterQueue })]
    new Rule(this, 'Events', { description, eventPattern, targets })
    return this
  }

  /** Called at these times, each at least once, with `{scheduledTime}`. */
  every(schedule: ScheduleExpression, description: string): this {
    const input = ScheduleTargetInput.fromObject({ scheduledTime: ContextAttribute.scheduledTime })
    new Schedule(this, 'Schedule', { schedule, description, target: new LambdaInvoke(this.function, { input }) })
    return this
  }

  private deadLetterQueue(): Queue {
    const queue = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    })
    this.deadLetters.push(queue)
    return queue
  }
}

const pascal = (file: string) => file.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase())
