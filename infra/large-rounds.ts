import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import { GatewayVpcEndpointAwsService, Peer, Port, SecurityGroup, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2'
import { Platform } from 'aws-cdk-lib/aws-ecr-assets'
import {
  Cluster,
  ContainerImage,
  CpuArchitecture,
  FargateTaskDefinition,
  LogDrivers,
  OperatingSystemFamily,
} from 'aws-cdk-lib/aws-ecs'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { Programme } from '../shared/domain/programme.ts'
import { CONTAINER, TASK_VARIABLES } from '../shared/rounds/hand-on.ts'
import { ROUND_FAILED } from '../shared/rounds/log-lines.ts'
import { TASK } from '../shared/rounds/room.ts'
import { bundleOf } from './bundle.ts'
import { Complaint } from './complaint.ts'
import type { Database } from './database.ts'
import type { Lambda } from './lambda.ts'

type LargeRoundsProps = { programme: Programme; database: Database }

/** Most of the memory for what JavaScript keeps; prices and masks are in shared memory beside it. */
const HEAP_MEGABYTES = TASK.megabytes / 2

/** Nothing is run while it is built, so that any computer can build it for ARM. */
const DOCKERFILE = `FROM public.ecr.aws/docker/library/node:24-slim
COPY index.mjs scan-thread.mjs /app/
USER node
CMD ["node", "--max-old-space-size=${HEAP_MEGABYTES}", "/app/index.mjs"]
`

/**
 * A container for rounds that no function can hold. It runs while there is such a round and costs nothing else: the
 * network has no NAT gateway, so the task has a public address for as long as it runs, which nothing can reach; it
 * fetches its image and writes its log with that, and speaks to the table through a gateway endpoint, which is free.
 */
export class LargeRounds extends Construct {
  private readonly task: FargateTaskDefinition
  private readonly environment: Readonly<Record<string, string>>

  constructor(scope: Construct, id: string, { programme, database: { table } }: LargeRoundsProps) {
    super(scope, id)
    const vpc = new Vpc(this, 'Network', {
      maxAzs: 2,
      natGateways: 0,
      subnetConfiguration: [{ name: 'Public', subnetType: SubnetType.PUBLIC }],
      gatewayEndpoints: { Table: { service: GatewayVpcEndpointAwsService.DYNAMODB } },
    })
    const securityGroup = new SecurityGroup(this, 'Outbound', { vpc, allowAllOutbound: false })
    securityGroup.addEgressRule(Peer.anyIpv4(), Port.HTTPS)
    const cluster = new Cluster(this, 'Cluster', { vpc })

    this.task = new FargateTaskDefinition(this, 'Task', {
      cpu: TASK.threads * 1024,
      memoryLimitMiB: TASK.megabytes,
      runtimePlatform: { cpuArchitecture: CpuArchitecture.ARM64, operatingSystemFamily: OperatingSystemFamily.LINUX },
    })
    const logGroup = new LogGroup(this, 'Logs', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    this.task.addContainer(CONTAINER, {
      image: Stack.of(this).bundlingRequired ? imageOf('run-round') : ContainerImage.fromRegistry('not-bundled'),
      logging: LogDrivers.awsLogs({ streamPrefix: CONTAINER, logGroup }),
      environment: {
        PROGRAMME: JSON.stringify(programme),
        TABLE_NAME: table.tableName,
        AWS_REGION: Stack.of(this).region,
      },
    })
    table.grant(
      this.task.taskRole,
      'dynamodb:GetItem',
      'dynamodb:Query',
      'dynamodb:PutItem',
      'dynamodb:DeleteItem',
      'dynamodb:BatchWriteItem',
    )
    new Complaint(this, 'RoundFailed', { logGroup, line: ROUND_FAILED, errorImpact: 'New technicians get no mentor.' })
    this.environment = {
      [TASK_VARIABLES.cluster]: cluster.clusterArn,
      [TASK_VARIABLES.definition]: this.task.taskDefinitionArn,
      [TASK_VARIABLES.subnets]: vpc.publicSubnets.map(({ subnetId }) => subnetId).join(','),
      [TASK_VARIABLES.securityGroup]: securityGroup.securityGroupId,
    }
  }

  /** That function may start it. */
  startedBy({ function: lambda }: Lambda): void {
    this.task.grantRun(lambda)
    for (const [name, value] of Object.entries(this.environment)) lambda.addEnvironment(name, value)
  }
}

/** The bundle, which is an image's only layer besides Node. Docker is needed to deploy it, not to synthesize. */
function imageOf(file: string): ContainerImage {
  const folder = bundleOf(file)
  writeFileSync(join(folder, 'Dockerfile'), DOCKERFILE)
  return ContainerImage.fromAsset(folder, { platform: Platform.LINUX_ARM64 })
}
