import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Match, type Template } from 'aws-cdk-lib/assertions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { synthesize } from '../../local/assembly.ts'
import { AWS_ENVIRONMENT } from '../../local/credentials.ts'
import { DATABASES } from '../../local/database.ts'
import { openRound, roundIdAt } from '../../shared/domain/round.ts'
import { ROUND_FAILED } from '../../shared/rounds/log-lines.ts'
import { startRound } from '../../shared/rounds/start.ts'
import { aMenteeProfile, aMentorProfile } from '../support/profiles.ts'
import { emptyStores } from '../support/stores.ts'
import { ANOTHER, aStack, programme } from './a-stack.ts'

const Resources = z.record(z.string(), z.object({ Type: z.string() }))
const typesOf = (template: Template) =>
  Object.values(Resources.parse(template.toJSON().Resources)).map(({ Type }) => Type)

/** How many such resources there are. */
const found = (template: Template, type: string, properties: object): number =>
  Object.keys(template.findResources(type, { Properties: properties })).length

describe('the function that runs rounds', () => {
  it.each([
    [40, 1769],
    [20_000, 1769],
  ])('has, for %i people, %i MB', (peopleExpected, MemorySize) => {
    const alike = aStack({ peopleExpected }).findResources('AWS::Lambda::Function', {
      Properties: { Timeout: 900, MemorySize },
    })
    expect(Object.keys(alike).filter((id) => id.startsWith('MatchingFollowChanges'))).toHaveLength(1)
  })

  it('grows with the people that are expected, up to what Lambda has', () => {
    const template = aStack({ peopleExpected: 2_000_000, largeRounds: true })
    expect(found(template, 'AWS::Lambda::Function', { Timeout: 900, MemorySize: 10_240 })).toBe(1)
  })

  it('is not synthesized for more people than it can ever pair', () => {
    expect(() => aStack({ peopleExpected: 2_000_000 })).toThrow(/peopleExpected.*largeRounds/)
  })
})

describe('without large rounds', () => {
  const template = aStack()

  it('there is no network, no cluster, no container, and nobody may start one', () => {
    expect(typesOf(template).filter((type) => /^AWS::(EC2|ECS|ECR)::/.test(type))).toEqual([])
    expect(JSON.stringify(template.toJSON())).not.toMatch(/ecs:|iam:PassRole|ROUND_TASK/)
  })
})

describe('with large rounds', () => {
  const template = aStack({ largeRounds: true })

  it('costs nothing while none is run: no NAT gateway, no paid endpoint, no service, no address kept', () => {
    const types = typesOf(template)
    for (const paid of ['NatGateway', 'EIP', 'Instance', 'Service', 'LoadBalancer']) {
      expect(types.filter((type) => /^AWS::(EC2|ECS|ElasticLoad)/.test(type) && type.endsWith(`::${paid}`))).toEqual([])
    }
    const endpoints = Object.values(template.findResources('AWS::EC2::VPCEndpoint'))
    expect(endpoints).toMatchObject([{ Properties: { VpcEndpointType: 'Gateway' } }])
    expect(endpoints[0]?.Properties.RouteTableIds).toHaveLength(2)
  })

  it('has one task with the table, the settings, a log that forgets, and ARM as the functions have', () => {
    const tasks = found(template, 'AWS::ECS::TaskDefinition', {
      RequiresCompatibilities: ['FARGATE'],
      Cpu: '8192',
      Memory: '32768',
      RuntimePlatform: { CpuArchitecture: 'ARM64', OperatingSystemFamily: 'LINUX' },
      ContainerDefinitions: [
        Match.objectLike({
          Name: 'round',
          Environment: Match.arrayWith([
            { Name: 'PROGRAMME', Value: Match.stringLikeRegexp('"largeRounds":true') },
            { Name: 'TABLE_NAME', Value: Match.anyValue() },
          ]),
          LogConfiguration: Match.objectLike({ LogDriver: 'awslogs' }),
        }),
      ],
    })
    expect(tasks).toBe(1)
    for (const { Properties } of Object.values(template.findResources('AWS::Logs::LogGroup'))) {
      expect(Properties.RetentionInDays).toBe(30)
    }
  })

  it('lets nothing in, and HTTPS out', () => {
    const groups = Object.values(template.findResources('AWS::EC2::SecurityGroup'))
    expect(groups.map(({ Properties }) => [Properties.SecurityGroupIngress, Properties.SecurityGroupEgress])).toEqual([
      [undefined, [expect.objectContaining({ CidrIp: '0.0.0.0/0', FromPort: 443, ToPort: 443, IpProtocol: 'tcp' })]],
    ])
    expect(typesOf(template)).not.toContain('AWS::EC2::SecurityGroupIngress')
  })

  const Statement = z.object({ Action: z.union([z.string(), z.array(z.string())]), Resource: z.unknown() })
  const Document = z.object({ PolicyDocument: z.object({ Statement: z.array(Statement) }) })
  const Policy = Document.extend({ Roles: z.array(z.object({ Ref: z.string() })) })
  const Role = z.object({ Policies: z.array(Document).default([]) })
  /** What the role whose id fits may do, and to what; it carries that itself, or a policy says it. */
  const allowed = (role: RegExp) =>
    [
      ...Object.values(template.findResources('AWS::IAM::Policy'))
        .map(({ Properties }) => Policy.parse(Properties))
        .filter(({ Roles }) => Roles.some(({ Ref }) => role.test(Ref))),
      ...Object.entries(template.findResources('AWS::IAM::Role'))
        .filter(([id]) => role.test(id))
        .flatMap(([, { Properties }]) => Role.parse(Properties).Policies),
    ]
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .map(({ Action, Resource }) => ({ actions: [Action].flat(), resources: JSON.stringify(Resource) }))

  it('lets the task read and write the table, and nothing else', () => {
    const statements = allowed(/TaskTaskRole/)
    expect(statements.flatMap(({ actions }) => actions).toSorted()).toEqual([
      'dynamodb:BatchWriteItem',
      'dynamodb:DeleteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
    ])
    for (const { resources } of statements) {
      expect(resources).toContain('DatabaseTable')
      expect(resources).not.toContain('"*"')
    }
  })

  it('lets one function start this task, with these two roles', () => {
    const statements = allowed(/FollowChangesRole/)
    const [run, ...others] = statements.filter(({ actions }) => actions.some((action) => action.startsWith('ecs:')))
    expect(others).toEqual([])
    expect(run?.actions).toEqual(['ecs:RunTask'])
    expect(run?.resources).toMatch(/LargeRoundsTask/)
    const passing = statements.filter(({ actions }) => actions.includes('iam:PassRole'))
    expect(passing.flatMap(({ actions }) => actions)).toEqual(passing.map(() => 'iam:PassRole'))
    expect(passing.map(({ resources }) => resources).join()).toMatch(
      /TaskTaskRole.*TaskExecutionRole|TaskExecutionRole.*TaskTaskRole/,
    )
    expect(passing.map(({ resources }) => resources).join()).not.toContain('"*"')
    expect(JSON.stringify(template.toJSON()).match(/ecs:RunTask/g)).toHaveLength(1)
  })

  it('tells the function where to start it', () => {
    const started = found(template, 'AWS::Lambda::Function', {
      Timeout: 900,
      Environment: {
        Variables: Match.objectLike({
          ROUND_CLUSTER: Match.anyValue(),
          ROUND_TASK: { Ref: Match.stringLikeRegexp('LargeRoundsTask') },
          ROUND_SUBNETS: Match.anyValue(),
          ROUND_SECURITY_GROUP: Match.anyValue(),
        }),
      },
    })
    expect(started).toBe(1)
  })

  it('has an alarm of its own when a round fails', () => {
    for (const MetricName of ['LargeRoundsRoundFailed', 'FollowChangesRoundFailed']) {
      const filters = found(template, 'AWS::Logs::MetricFilter', {
        FilterPattern: `"${ROUND_FAILED}"`,
        MetricTransformations: [Match.objectLike({ MetricName })],
      })
      const alarms = found(template, 'AWS::CloudWatch::Alarm', {
        MetricName,
        AlarmDescription: 'New technicians get no mentor.',
        AlarmActions: [Match.anyValue()],
      })
      expect([filters, alarms]).toEqual([1, 1])
    }
  })
})

describe('what is in the image', () => {
  const Assets = z.object({
    dockerImages: z.record(z.string(), z.object({ source: z.object({ directory: z.string(), platform: z.string() }) })),
  })
  const [kind] = DATABASES.filter((each) => each.available())
  if (!kind) throw new Error('No database fits this computer.')

  let folder = ''
  let stores: Awaited<ReturnType<typeof emptyStores>>
  beforeAll(async () => {
    const assembly = (await synthesize(ANOTHER)).folder
    const assets = Assets.parse(JSON.parse(readFileSync(join(assembly, 'Benchmate.assets.json'), 'utf8')))
    const [image, ...others] = Object.values(assets.dockerImages)
    expect(others).toEqual([])
    expect(image?.source.platform).toBe('linux/arm64')
    folder = join(assembly, image?.source.directory ?? '')
    stores = await emptyStores(kind)
  })
  afterAll(() => stores.stop())

  it('is what the recipe says', () => {
    const files = /^COPY (.+) \/app\/$/m.exec(readFileSync(join(folder, 'Dockerfile'), 'utf8'))?.[1]?.split(' ') ?? []
    expect(files).toEqual(['index.mjs', 'scan-thread.mjs'])
    for (const file of files) expect(readFileSync(join(folder, file)).length).toBeGreaterThan(1000)
  })

  it('runs one round, by its id, with threads, and ends', async () => {
    const now = new Date()
    const mentors = Array.from({ length: 200 }, (_, n) => aMentorProfile({ id: `mentor-${n}`, capacity: 5 }))
    const mentees = Array.from({ length: 3000 }, (_, n) => aMenteeProfile({ id: `mentee-${n}` }))
    const writes = [...mentors, ...mentees].map(stores.profiles.adding)
    await stores.table.putAll(writes.flatMap((write) => ('put' in write ? [write.put] : [])))
    const round = openRound(roundIdAt(now, 'task'), false, now)
    await startRound(stores)(round, now)
    await promisify(execFile)(process.execPath, [join(folder, 'index.mjs')], {
      env: {
        ...AWS_ENVIRONMENT,
        AWS_ENDPOINT_URL_DYNAMODB: stores.endpoint,
        TABLE_NAME: stores.tableName,
        PROGRAMME: JSON.stringify({ ...programme, largeRounds: true }),
        ROUND_ID: round.id,
      },
    })
    const summary = { placed: 1000, unplaced: 2000, optimal: true }
    expect(await stores.rounds.get(round.id)).toMatchObject({ status: 'drafted', summary })
    expect(await stores.proofs.get(round.id)).toMatchObject({ people: 3200 })
  })
})
