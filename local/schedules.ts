import { Cron } from 'croner'
import * as z from 'zod'
import { timingOf } from './cron.ts'
import { functionFor } from './functions.ts'
import type { Lambda } from './lambda.ts'
import type { Template } from './template.ts'

const Schedule = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: z.object({ Arn: z.string(), Input: z.string().default('{}') }),
})

/** Invokes functions at the template's times. A failure is in the function's log; the next time comes all the same. */
export function startSchedules(template: Template, functions: Map<string, Lambda>, now: Date): { stop(): void } {
  const jobs = template
    .resources('AWS::Scheduler::Schedule', Schedule)
    .filter(({ properties }) => properties.State === 'ENABLED')
    .map(({ properties: { ScheduleExpression, ScheduleExpressionTimezone, Target } }) => {
      const lambda = functionFor(functions, Target.Arn)
      const input: unknown = JSON.parse(Target.Input)
      const { pattern, options } = timingOf(ScheduleExpression, ScheduleExpressionTimezone, now)
      return new Cron(pattern, options, async () => {
        await lambda.invoke(input).catch(() => undefined)
      })
    })
  return { stop: () => jobs.forEach((job) => void job.stop()) }
}
