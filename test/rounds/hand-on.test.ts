import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import { AWS_ENVIRONMENT } from '../../local/credentials.ts'
import { deployedTask } from '../../shared/rounds/hand-on.ts'

/** A stand-in for ECS that keeps what it is asked and answers as it is told. */
const asked: unknown[] = []
let answer: object = {}
const ecs = createServer(async (request, response) => {
  asked.push({ what: request.headers['x-amz-target'], ...JSON.parse(await text(request)) })
  response.setHeader('content-type', 'application/x-amz-json-1.1').end(JSON.stringify(answer))
})

const variables = {
  ...AWS_ENVIRONMENT,
  ROUND_CLUSTER: 'the-cluster',
  ROUND_TASK: 'the-task:7',
  ROUND_SUBNETS: 'subnet-1,subnet-2',
  ROUND_SECURITY_GROUP: 'group-1',
}
const before = { ...process.env }
beforeAll(async () => {
  await once(ecs.listen(0, '127.0.0.1'), 'listening')
  const { port } = z.object({ port: z.number() }).parse(ecs.address())
  Object.assign(process.env, variables, { AWS_ENDPOINT_URL_ECS: `http://127.0.0.1:${port}` })
})
afterAll(() => {
  ecs.close()
  process.env = before
})

it('a round is handed on as one task, by a token that makes asking again harmless', async () => {
  answer = { tasks: [{ taskArn: 'task' }], failures: [] }
  const handOn = deployedTask()
  await handOn?.('20260302T150000000Z-scheduled')
  await handOn?.('20260302T150000000Z-scheduled')
  const [first, second] = asked.splice(0)
  expect(first).toEqual({
    what: 'AmazonEC2ContainerServiceV20141113.RunTask',
    cluster: 'the-cluster',
    taskDefinition: 'the-task:7',
    clientToken: '20260302T150000000Z-scheduled',
    launchType: 'FARGATE',
    networkConfiguration: {
      awsvpcConfiguration: {
        subnets: ['subnet-1', 'subnet-2'],
        securityGroups: ['group-1'],
        assignPublicIp: 'ENABLED',
      },
    },
    overrides: {
      containerOverrides: [
        { name: 'round', environment: [{ name: 'ROUND_ID', value: '20260302T150000000Z-scheduled' }] },
      ],
    },
  })
  expect(second).toEqual(first)
})

it('a task that does not start is an error with its reason, so that the stream delivers the round again', async () => {
  answer = { tasks: [], failures: [{ reason: 'RESOURCE:CPU' }] }
  await expect(deployedTask()?.('a-round')).rejects.toThrow('RESOURCE:CPU')
})

it('without large rounds there is nobody to hand on to', () => {
  delete process.env.ROUND_CLUSTER
  expect(deployedTask()).toBeUndefined()
})
