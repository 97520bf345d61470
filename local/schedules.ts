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

export type Schedules = {
  /** What the schedules with this expression do at their next time, now; ends when their functions have. */
  fire(expression: string): Promise<void>
  stop(): void
}

/** Invokes functions at the template's times. A failure is in the function's log; the next time comes all the same. */
export function startSchedules(template: Template, functions: Map<string, Lambda>, now: Date): Schedules {
  const jobs = template
    .resources('AWS::Scheduler::Schedule', Schedule)
    .filter(({ properties }) => properties.State === 'ENABLED')
    .map(({ properties: { ScheduleExpression, ScheduleExpressionTimezone, Target } }) => {
      const lambda = functionFor(functions, Target.Arn)
      const input: unknown = JSON.parse(Target.Input)
      const { pattern, options } = timingOf(ScheduleExpression, ScheduleExpressionTimezone, now)
      const job = new Cron(pattern, options, async () => {
        await lambda.invoke(input).catch(() => undefined)
      })
      return { expression: ScheduleExpression, job }
    })
  return {
    async fire(expression) {
      const meant = jobs.filter((each) => each.expression === expression)
      if (!meant.length) throw new Error(`The template has no schedule ${expression}.`)
      await Promise.all(meant.map(({ job }) => job.trigger()))
    },
    stop: () => jobs.forEach(({ job }) => void job.stop()),
  }
}
