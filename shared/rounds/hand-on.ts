import { env } from '../env.ts'
import { patience } from '../patience.ts'

/** The container task of a deployment with large rounds. */
type Task = { cluster: string; definition: string; subnets: string[]; securityGroup: string }

/** The container's name, and the variable that tells it which round to run. */
export const CONTAINER = 'round'
export const ROUND_ID = 'ROUND_ID'

/** Variables that name the task to who starts it. */
export const TASK_VARIABLES = {
  cluster: 'ROUND_CLUSTER',
  definition: 'ROUND_TASK',
  subnets: 'ROUND_SUBNETS',
  securityGroup: 'ROUND_SECURITY_GROUP',
} as const

/**
 * Starts the container that runs a round. Its id is the request's token, so that asked again, AWS answers with the task
 * that was started the first time. The client is loaded here because hardly any round needs it.
 */
const handOnTo =
  ({ cluster, definition, subnets, securityGroup }: Task) =>
  async (roundId: string): Promise<void> => {
    const { ECSClient, RunTaskCommand } = await import('@aws-sdk/client-ecs')
    const ecs = new ECSClient({ requestHandler: patience() })
    const { tasks, failures } = await ecs.send(
      new RunTaskCommand({
        cluster,
        taskDefinition: definition,
        clientToken: roundId,
        launchType: 'FARGATE',
        networkConfiguration: {
          awsvpcConfiguration: { subnets, securityGroups: [securityGroup], assignPublicIp: 'ENABLED' },
        },
        overrides: { containerOverrides: [{ name: CONTAINER, environment: [{ name: ROUND_ID, value: roundId }] }] },
      }),
    )
    if (!tasks?.length) throw new Error(`The container did not start: ${failures?.[0]?.reason ?? 'no reason given'}`)
  }

/** Undefined where the settings do not ask for large rounds. */
export function deployedTask(): ((roundId: string) => Promise<void>) | undefined {
  const { cluster, definition, subnets, securityGroup } = TASK_VARIABLES
  if (!process.env[cluster]) return undefined
  return handOnTo({
    cluster: env(cluster),
    definition: env(definition),
    subnets: env(subnets).split(','),
    securityGroup: env(securityGroup),
  })
}
