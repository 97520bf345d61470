import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  HttpApi,
  HttpIntegrationType,
  HttpMethod,
  HttpRoute,
  HttpRouteIntegration,
  type HttpRouteIntegrationConfig,
  HttpRouteKey,
  HttpStage,
  IntegrationCredentials,
  LogGroupLogDestination,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { PolicyStatement, type Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { type Route, SCOPES } from '../shared/api/route.ts'
import { readOpenApiRoute, readSignInRoute } from '../shared/api/site.ts'
import type { Programme } from '../shared/domain/programme.ts'
import { InlineRole } from './inline-role.ts'
import { Lambda } from './lambda.ts'
import type { Organizers } from './organizers.ts'

type ApiProps = { programme: Programme; organizers: Organizers }
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/**
 * The HTTP API under /api. Its access log has route keys, never paths: a path can hold a member's token. What the
 * gateway refuses by itself, a missing or wrong token of an organizer and too many requests, is not problem+json.
 */
export class Api extends Construct {
  readonly http: HttpApi
  private readonly organizers: Organizers
  private readonly invokers = new Map<Stack, Role>()

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
    this.route(readSignInRoute(), organizers.toldBy(new Lambda(this, { file: 'read-sign-in', programme })))
    this.route(readOpenApiRoute(), organizers.toldBy(new Lambda(this, { file: 'read-openapi', programme })))
  }

  /**
   * The route stands beside its function, in the same slice. Tokens are checked before the function is called; but the
   * links of members, it checks itself.
   */
  route({ key, for: caller }: Pick<Route, 'key' | 'for'>, lambda: Lambda): void {
    const scopes = SCOPES[caller].map((scope) => this.organizers.scope(scope))
    const asksForToken = { authorizer: this.organizers.authorizer, authorizationScopes: scopes }
    this.add(key, lambda, scopes.length > 0 ? asksForToken : {})
  }

  private add(key: string, lambda: Lambda, authorization = {}): void {
    const [method = '', path = ''] = key.split(' ')
    new HttpRoute(lambda, key, {
      httpApi: this.http,
      routeKey: HttpRouteKey.with(path, HttpMethod[method as Method | 'ANY']),
      integration: new LambdaIntegration(lambda, this.invokerIn(Stack.of(lambda))),
      ...authorization,
    })
  }

  /** One role for the routes of a stack: the names of all functions would not fit into one. */
  private invokerIn(stack: Stack): Role {
    const invoker =
      this.invokers.get(stack) ?? new InlineRole(stack, 'Invoker', new ServicePrincipal('apigateway.amazonaws.com'))
    this.invokers.set(stack, invoker)
    return invoker
  }
}

/**
 * Calls a function in the name of a role, which may call those that have a route and no other. The CDK's own asks for
 * a permission at each function instead: one resource more for every route.
 */
class LambdaIntegration extends HttpRouteIntegration {
  private readonly lambda: Lambda
  private readonly invoker: Role

  constructor(lambda: Lambda, invoker: Role) {
    super(lambda.node.id)
    this.lambda = lambda
    this.invoker = invoker
  }

  override bind(): HttpRouteIntegrationConfig {
    const { functionArn } = this.lambda.function
    this.invoker.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }))
    return {
      type: HttpIntegrationType.AWS_PROXY,
      uri: functionArn,
      payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
      credentials: IntegrationCredentials.fromRole(this.invoker),
    }
  }
}
