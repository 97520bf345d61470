import { RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { Programme } from '../shared/domain/programme.ts'
import { Lambda } from './lambda.ts'
import type { OrganizerScope, Organizers } from './organizers.ts'

type ApiProps = { programme: Programme; organizers: Organizers }
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/**
 * The HTTP API under /api. Its access log has route keys, never paths: a path can hold a member's token. What the
 * gateway refuses by itself, a missing or wrong token of an organizer and too many requests, is not problem+json.
 */
export class Api extends Construct {
  readonly http: HttpApi
  private readonly organizers: Organizers

  constructor(scope: Construct, id: string, { programme, organizers }: ApiProps) {
    super(scope, id)
    this.organizers = organizers
    this.http = new HttpApi(this, 'Http', { createDefaultStage: false })
    new HttpStage(this, 'Stage', {
      httpApi: this.http,
      autoDeploy: true,
      throttle: { rateLimit: programme.requestsPerSecond, burstLimit: 2 * programme.requestsPerSecond },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLogs', {
            retention: RetentionDays.ONE_MONTH,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
        ),
        format: AccessLogFormat.custom(
          JSON.stringify({
            requestId: '$context.requestId',
            time: '$context.requestTime',
            route: '$context.routeKey',
            status: '$context.status',
            latency: '$context.responseLatency',
            bytes: '$context.responseLength',
            error: '$context.error.message',
          }),
        ),
      },
    })
    this.add('ANY /api/{proxy+}', new Lambda(this, { file: 'not-found', programme }))
  }

  /** For everyone, and for members, whose links the function checks itself. */
  route(key: `${Method} /api/${string}`, lambda: Lambda): void {
    this.add(key, lambda)
  }

  /** For organizers: a token of theirs with this scope. */
  organizerRoute(key: `${Method} /api/organizer/${string}`, lambda: Lambda, scope: OrganizerScope = 'organize'): void {
    this.add(key, lambda, {
      authorizer: this.organizers.authorizer,
      authorizationScopes: [this.organizers.scope(scope)],
    })
  }

  private add(key: string, lambda: Lambda, authorization = {}): void {
    const [method = '', path = ''] = key.split(' ')
    this.http.addRoutes({
      path,
      methods: [HttpMethod[method as Method | 'ANY']],
      integration: new HttpLambdaIntegration(lambda.node.id, lambda.function),
      ...authorization,
    })
  }
}
