import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { programmeFrom } from '../../infra/programme.ts'
import { synthesize } from '../../local/assembly.ts'
import { edgeOf } from '../../local/edge.ts'
import { readTemplate } from '../../local/template.ts'
import { ANOTHER, aStack, programme, wholeTemplate } from './a-stack.ts'

/** What must hold for every stack of ours, whatever is in it. */

const { folder } = await synthesize({})
const template = wholeTemplate(folder)

// biome-ignore format: one line reads best
const Properties = z.looseObject({ Properties: z.record(z.string(), z.unknown()), DependsOn: z.unknown(), DeletionPolicy: z.string().optional() }).partial({ DependsOn: true })
const resources = (type: string) =>
  Object.entries(template.findResources(type)).map(([id, resource]) => {
    const { Properties: properties, DeletionPolicy } = Properties.parse(resource)
    return { id, DeletionPolicy, ...properties } as Record<string, unknown> & { id: string; DeletionPolicy?: string }
  })
const Ref = z.object({ Ref: z.string() })
const GetAtt = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) })

/** Copies the pages into their bucket while the stack is deployed. The code, and what it may do, are the CDK's. */
const isDeployment = ({ id }: { id: string }) => id.startsWith('CustomCDKBucketDeployment')

const functions = resources('AWS::Lambda::Function')
const ours = functions.filter((lambda) => !isDeployment(lambda))
const routes = resources('AWS::ApiGatewayV2::Route')

const Stack = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), DeletionPolicy: z.string().optional(), Properties: z.looseObject({}).optional() }),
  ),
  Parameters: z.record(z.string(), z.unknown()).default({}),
  Outputs: z.record(z.string(), z.object({ Description: z.string().optional() })).default({}),
})
const stacks = globSync('*.template.json', { cwd: folder }).map((file) => {
  const { Resources, ...rest } = Stack.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
  return { file, resources: Object.values(Resources), ...rest }
})
const [first, ...slices] = stacks.toSorted((a, b) => Number(/nested/.test(a.file)) - Number(/nested/.test(b.file)))

describe('our stack and those nested in it', () => {
  it('are all there', () => {
    const all = Object.values(Stack.parse(template.toJSON()).Resources)
    expect(slices.length).toBeGreaterThan(4)
    // Each resource but for the nested stacks themselves.
    expect(all).toHaveLength(stacks.flatMap(({ resources }) => resources).length - slices.length)
  })

  it.each(stacks)(
    '$file has room: CloudFormation takes 500 resources, and the next thing should still fit',
    (stack) => {
      expect(stack.resources.length).toBeLessThanOrEqual(400)
      // It takes 200 of each of these.
      expect(Object.keys(stack.Parameters).length).toBeLessThanOrEqual(100)
      expect(Object.keys(stack.Outputs).length).toBeLessThanOrEqual(100)
    },
  )

  it('say what somebody has to read in the first one, whose outputs a deployment shows', () => {
    const described = ({ Outputs }: (typeof stacks)[number]) =>
      Object.values(Outputs).flatMap(({ Description }) => Description ?? [])
    expect(slices.flatMap(described)).toEqual([])
    expect(first && described(first).filter((words) => words.includes('DNS'))).toHaveLength(3)
  })

  it('can be made anew, each slice by itself: it keeps nothing, and takes nothing from another one', () => {
    for (const { file, resources } of slices) {
      expect(
        resources.filter(({ DeletionPolicy }) => DeletionPolicy === 'Retain'),
        file,
      ).toEqual([])
    }
    const nested = first?.resources.filter(({ Type }) => Type === 'AWS::CloudFormation::Stack') ?? []
    expect(nested).toHaveLength(slices.length)
    for (const { Properties } of nested) expect(JSON.stringify(Properties?.Parameters)).not.toContain('Outputs.')
  })
})

describe('every function', () => {
  it.each(ours.map((each) => [each.id, each] as const))('%s runs as we run functions', (_, lambda) => {
    expect(lambda).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      TracingConfig: { Mode: 'Active' },
      LoggingConfig: { LogFormat: 'JSON' },
    })
  })

  it('is ours, but for the one that deploys the pages', () => {
    expect(functions.length - ours.length).toBe(1)
  })

  it('has a role of its own', () => {
    const roles = functions.map(({ Role }) => GetAtt.parse(Role)['Fn::GetAtt'][0])
    expect(new Set(roles).size).toBe(functions.length)
  })

  it('has a log group of its own, which forgets', () => {
    const groups = functions.map(({ LoggingConfig }) => z.object({ LogGroup: Ref }).parse(LoggingConfig).LogGroup.Ref)
    expect(new Set(groups).size).toBe(functions.length)
    for (const group of resources('AWS::Logs::LogGroup')) expect(group.RetentionInDays, group.id).toBeGreaterThan(0)
  })
})

describe('permissions', () => {
  const Statement = z.object({ Action: z.union([z.string(), z.array(z.string())]), Resource: z.unknown() })
  const Policy = z.object({ Statement: z.array(Statement) })
  const Inline = z.array(z.object({ PolicyDocument: Policy })).default([])
  const documents = [
    ...resources('AWS::IAM::Policy')
      .filter((policy) => !isDeployment(policy))
      .map(({ id, PolicyDocument }) => ({ id, document: Policy.parse(PolicyDocument) })),
    ...resources('AWS::IAM::Role').flatMap(({ id, Policies }) =>
      Inline.parse(Policies).map(({ PolicyDocument: document }) => ({ id, document })),
    ),
  ]
  const statements = documents.flatMap(({ id, document }) =>
    document.Statement.map(({ Action, Resource }) => ({ id, actions: [Action].flat(), resources: [Resource].flat() })),
  )
  /** AWS knows no narrower resource for these. */
  const onlyStar = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords', 'dynamodb:ListStreams']

  it('name what they are for, except where AWS has no other way', () => {
    const wide = statements.filter(({ resources }) => resources.includes('*')).flatMap(({ actions }) => actions)
    expect(wide.filter((action) => !onlyStar.includes(action))).toEqual([])
  })

  it('never allow every action of a service', () => {
    expect(statements.flatMap(({ actions }) => actions).filter((action) => action.includes('*'))).toEqual([])
  })

  it('on the table are those that are used: every write puts or deletes but for turns, and one function writes without a guard', () => {
    const writing = statements.flatMap(({ actions }) =>
      actions.filter((action) => /^dynamodb:.*(Write|Put|Update|Delete|Check)/.test(action)),
    )
    expect(new Set(writing)).toEqual(new Set(['dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem']))
    expect(writing.filter((action) => action === 'dynamodb:BatchWriteItem')).toHaveLength(1)
  })

  it('let the API call the functions that have a route, and no other', () => {
    const Integration = z.object({ CredentialsArn: GetAtt, IntegrationUri: GetAtt })
    const integrations = resources('AWS::ApiGatewayV2::Integration').map((each) => Integration.parse(each))
    const byRole = Map.groupBy(integrations, ({ CredentialsArn }) => CredentialsArn['Fn::GetAtt'][0])
    expect(byRole.size).toBeGreaterThan(1)
    for (const [role, its] of byRole) {
      const [calling, ...others] = statements.filter(({ id }) => id === role)
      expect(others).toEqual([])
      expect(calling?.actions).toEqual(['lambda:InvokeFunction'])
      const called = its.map(({ IntegrationUri }) => JSON.stringify(IntegrationUri))
      expect(new Set(calling?.resources.map((each) => JSON.stringify(each)))).toEqual(new Set(called))
      // A role holds 10,240 characters; the longest ARN of a function has 117, and stands in quotes with a comma.
      expect(300 + called.length * 120, role).toBeLessThan(10_240)
    }
    const invoking = statements.filter(
      ({ id, actions }) => actions.includes('lambda:InvokeFunction') && /Invoker/.test(id),
    )
    expect(invoking).toHaveLength(byRole.size)
  })

  it('let one function send mail, from one address', () => {
    const sending = statements.filter(({ actions }) => actions.some((action) => action.startsWith('ses:')))
    expect(sending.map(({ actions }) => actions)).toEqual([['ses:SendRawEmail']])
    expect(JSON.stringify(sending[0]?.resources)).toContain('identity/')
  })
})

describe('routes', () => {
  it.each(routes.map((route) => [String(route.RouteKey), route] as const))(
    '%s asks for the right token',
    (key, route) => {
      if (key.includes(' /api/organizer/')) {
        const isAtDoor = /\/(door|check-ins|walk-ins)\b/.test(key)
        const scopes = isAtDoor ? ['benchmate/organize', 'benchmate/check-in'] : ['benchmate/organize']
        expect(route).toMatchObject({ AuthorizationType: 'JWT', AuthorizationScopes: scopes })
        expect(route.AuthorizerId).toBeDefined()
      } else {
        expect(route.AuthorizationType).toBe('NONE')
      }
    },
  )

  it('are logged without what is personal', () => {
    const [stage] = resources('AWS::ApiGatewayV2::Stage')
    const { Format } = z.object({ Format: z.string() }).parse(stage?.AccessLogSettings)
    expect(Format).toContain('$context.routeKey')
    expect(Format).not.toMatch(/\$context\.(path|identity|authorizer)/)
    expect(stage?.DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 })
  })

  it('that do not exist are answered by us, too', () => {
    expect(routes.map(({ RouteKey }) => RouteKey)).toContain('ANY /api/{proxy+}')
  })
})

describe('the table', () => {
  it('is protected', () => {
    const [table, ...others] = resources('AWS::DynamoDB::Table')
    expect(others).toEqual([])
    expect(table).toMatchObject({
      DeletionPolicy: 'Retain',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      BillingMode: 'PAY_PER_REQUEST',
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    })
  })

  it('wakes functions through filters, and keeps what they give up on', () => {
    const mappings = resources('AWS::Lambda::EventSourceMapping')
    // DynamoDB lets no more than two read a shard of a stream at the same time.
    expect(mappings).toHaveLength(2)
    for (const mapping of mappings) {
      expect(mapping, mapping.id).toMatchObject({
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        MaximumRetryAttempts: expect.any(Number),
        FilterCriteria: { Filters: expect.arrayContaining([{ Pattern: expect.any(String) }]) },
        DestinationConfig: { OnFailure: { Destination: expect.anything() } },
      })
    }
  })
})

it('the secret of the links outlives the stack', () => {
  expect(resources('AWS::SecretsManager::Secret')).toMatchObject([{ DeletionPolicy: 'Retain' }])
})

it('the site asks for HTTPS for its own name alone', () => {
  const [headers] = resources('AWS::CloudFront::ResponseHeadersPolicy')
  expect(headers).toMatchObject({
    ResponseHeadersPolicyConfig: {
      SecurityHeadersConfig: { StrictTransportSecurity: { IncludeSubdomains: false } },
    },
  })
})

describe('CloudFront', () => {
  const edge = edgeOf(readTemplate(folder))

  it.each([
    ['/', '/index.html', 200, 'no-cache'],
    ['/mentor', '/mentor.html', 200, 'no-cache'],
    ['/mentor/', '/mentor.html', 200, 'no-cache'],
    ['/mentor.html', '/mentor.html', 200, 'no-cache'],
    ['/favicon.svg', '/favicon.svg', 200, 'no-cache'],
    ['/assets/me-1.js', '/assets/me-1.js', 200, 'public, max-age=31536000, immutable'],
    ['/no-such-page', '/404.html', 404, 'no-cache'],
    ['/404', '/404.html', 404, 'no-cache'],
    ['/wp-login.php', '/404.html', 404, 'no-cache'],
    ['/mentor/assets/x', '/404.html', 404, 'no-cache'],
  ])('answers %s with %s, %i, %s', (path, file, status, cached) => {
    const asked = edge.request({ path, headers: { 'if-none-match': '"x"' } })
    expect(asked).toEqual({ path: file, headers: status === 404 ? {} : { 'if-none-match': '"x"' } })
    // Whether a function sees the path that was asked for, or that of the file: both lead to the same.
    for (const seen of [path, file]) {
      const answered = { status: 200, headers: { 'content-type': 'text/html' } }
      expect(edge.response({ path: seen, headers: {} }, answered)).toEqual({
        status,
        headers: { 'content-type': 'text/html', 'cache-control': cached },
      })
    }
  })

  it('leaves the answers of the API as they are', () => {
    const [distribution] = resources('AWS::CloudFront::Distribution')
    const { DistributionConfig } = z
      .object({ DistributionConfig: z.record(z.string(), z.unknown()) })
      .parse(distribution)
    expect(DistributionConfig).not.toHaveProperty('CustomErrorResponses')
    // The first that fits counts.
    expect(DistributionConfig.CacheBehaviors).toMatchObject([
      { PathPattern: '/api/organizer/events/*/attendees.*' },
      { PathPattern: '/api/*' },
    ])
    for (const behavior of z.array(z.looseObject({})).parse(DistributionConfig.CacheBehaviors)) {
      expect(behavior).not.toHaveProperty('FunctionAssociations')
    }
  })

  it('leads to one function past the gateway, which streams and checks tokens itself', () => {
    const [url, ...others] = resources('AWS::Lambda::Url')
    expect(others).toEqual([])
    expect(url).toMatchObject({ AuthType: 'NONE', InvokeMode: 'RESPONSE_STREAM' })
    const [id] = GetAtt.parse(url?.TargetFunctionArn)['Fn::GetAtt']
    const Settings = z.object({ Variables: z.looseObject({ ORGANIZER_TOKENS: z.unknown() }) })
    const { ORGANIZER_TOKENS } = Settings.parse(ours.find((lambda) => lambda.id === id)?.Environment).Variables
    expect(JSON.stringify(ORGANIZER_TOKENS)).toContain('benchmate/organize')
  })
})

it('the pages bear the name of the programme', async () => {
  const named = await synthesize(ANOTHER)
  const [pages] = globSync(join(named.folder, 'asset.*/index.html'))
  const html = readFileSync(pages ?? '', 'utf8')
  expect(/class="brand".*?\/>(.*?)<\/a>/.exec(html)?.[1]).toBe('Ohio &#60;Lab&#62; &#38; Friends')
  expect(html).toContain('<title>Ohio &#60;Lab&#62; &#38; Friends · ')
})

it('organizers cannot sign themselves up', () => {
  const [pool] = resources('AWS::Cognito::UserPool')
  expect(pool).toMatchObject({
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    MfaConfiguration: 'OPTIONAL',
  })
  const [client] = resources('AWS::Cognito::UserPoolClient')
  expect(client).toMatchObject({ AllowedOAuthFlows: ['code'], GenerateSecret: false })
})

describe('scripts', () => {
  const clients = resources('AWS::Cognito::UserPoolClient')

  it('have no client unless they are asked for, because it costs something', () => {
    expect(clients.map(({ AllowedOAuthFlows }) => AllowedOAuthFlows)).toEqual([['code']])
  })

  it('get tokens for a secret, to organize, and both who checks tokens take them', () => {
    const withScripts = aStack({ scripts: true })
    const properties = { AllowedOAuthFlows: ['client_credentials'], GenerateSecret: true }
    const [[id = '', client] = [], ...others] = Object.entries(
      withScripts.findResources('AWS::Cognito::UserPoolClient', { Properties: properties }),
    )
    expect(others).toEqual([])
    expect(JSON.stringify(client?.Properties.AllowedOAuthScopes)).toMatch(/\/organize"/)
    expect(client?.Properties.AllowedOAuthScopes).toHaveLength(1)
    const [authorizer] = Object.values(withScripts.findResources('AWS::ApiGatewayV2::Authorizer'))
    expect(authorizer?.Properties.JwtConfiguration.Audience).toEqual([{ Ref: clients[0]?.id }, { Ref: id }])
    const checking = Object.values(withScripts.findResources('AWS::Lambda::Function'))
      .map(({ Properties: { Environment } }) => JSON.stringify(Environment?.Variables?.ORGANIZER_TOKENS))
      .filter((tokens) => tokens)
    expect(checking).toHaveLength(1)
    expect(checking[0]).toContain(`{"Ref":"${id}"}`)
  })
})

it('what organizers and volunteers may do is decided by their groups, before a token is signed', () => {
  const names = resources('AWS::Cognito::UserPoolGroup').map(({ GroupName }) => GroupName)
  expect(names.toSorted()).toEqual(['door', 'organizers'])
  const [pool] = resources('AWS::Cognito::UserPool')
  const Trigger = z.object({
    PreTokenGenerationConfig: z.object({ LambdaArn: GetAtt, LambdaVersion: z.literal('V2_0') }),
  })
  const { LambdaArn } = Trigger.parse(pool?.LambdaConfig).PreTokenGenerationConfig
  expect(LambdaArn['Fn::GetAtt'][0]).toMatch(/GrantScopes/)
  expect(pool).toMatchObject({ UserPoolTier: 'ESSENTIALS' })
})

it('pages may ask the site and the sign-in, and nobody else', () => {
  const [headers] = resources('AWS::CloudFront::ResponseHeadersPolicy')
  const policy = JSON.stringify(headers)
  expect(policy).toContain("default-src 'self'; connect-src 'self' https://")
  expect(policy).toContain('.amazoncognito.com; img-src')
})

it('schedules know their time zone', () => {
  expect(
    resources('AWS::Scheduler::Schedule').map(({ ScheduleExpressionTimezone }) => ScheduleExpressionTimezone),
  ).toContain('America/Chicago')
})

describe('settings', () => {
  const stackWith = (programme: unknown) => () => programmeFrom(new App({ context: { programme } }).node)

  it.each([
    ['programme.timeZone', { timeZone: 'Middle/Earth' }],
    ['programme.siteUrl', { siteUrl: 'https://example.org/path' }],
    ['programme.timeZone', { timeZone: '+05:30' }],
    ...[
      'every monday',
      'cron(0 9 ? * MON)',
      'cron(0 9 * * MON *)',
      'cron(0 9 ? * ? *)',
      'cron(? 9 ? * MON *)',
      'cron(99 99 ? * MON *)',
      'cron(0 9 ? * MONX *)',
      'cron(0 9 ? * 0 *)',
      'cron(0 9 31 2 ? *)',
      'cron(0 9 1 1 ? 2020)',
      'rate(0 days)',
      'rate(1 days)',
      'rate(7 day)',
    ].map((roundSchedule): [string, object] => ['programme.roundSchedule', { roundSchedule }]),
    ['programme.requestsPerSecond', { requestsPerSecond: 0 }],
    ['programme.weights', { weights: { topics: 1000 } }],
    ['programme.publish', { publish: 'later' }],
    ['programme.mailPerSecond', { mailPerSecond: 3 }],
  ] as [string, object][])('name %s when it is wrong', (name, wrong) => {
    expect(stackWith({ ...programme, ...wrong })).toThrow(name)
  })

  it('are fine as they come', () => {
    expect(stackWith(programme)).not.toThrow()
  })

  it.each([
    'cron(0 9 ? * MON *)',
    'cron(0/30 8-18 ? JAN-JUN 2-6 *)',
    'cron(15 6 L * ? *)',
    'cron(0 9 ? * 2#1 *)',
    'rate(1 day)',
    'rate(14 days)',
    'rate(10 days)',
  ])('take the schedule %s', (roundSchedule) => {
    expect(stackWith({ ...programme, roundSchedule })).not.toThrow()
  })
})
