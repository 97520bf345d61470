import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import { filterOf } from './filter.ts'
import { functionFor } from './functions.ts'
import type { Lambda } from './lambda.ts'
import type { Template } from './template.ts'

/** An event as EventBridge has it. */
export type BusEvent = { source: string; 'detail-type': string; detail: unknown } & Record<string, unknown>

const Rule = z.object({
  EventPattern: z.record(z.string(), z.unknown()).optional(),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Targets: z.array(z.object({ Arn: z.string() })).default([]),
})

/** As often as Lambda tries an event again before it gives up. */
const RETRIES = 2
const BACK_OFF_MS = 1000
/** Enough for a laptop: a burst of mail need not start ten threads. */
const AT_ONCE = 2

/** The account's event bus: hands each event to the targets of the template's rules that it fits. */
export function eventBus(
  template: Template,
  functions: Map<string, Lambda>,
  log: (line: string) => void,
  backOffMs = BACK_OFF_MS,
) {
  const rules = template
    .resources('AWS::Events::Rule', Rule)
    .filter(({ properties }) => properties.State === 'ENABLED' && properties.EventPattern)
    .map(({ properties: { EventPattern, Targets } }) => ({
      fits: filterOf([JSON.stringify(EventPattern)]),
      targets: Targets.map(({ Arn }) => functionFor(functions, Arn)),
    }))
  const waiting: { lambda: Lambda; event: BusEvent }[] = []
  let working = 0
  let stopped = false

  async function work(): Promise<void> {
    for (let next = waiting.shift(); next && !stopped; next = waiting.shift()) await handOver(next.lambda, next.event)
    working--
  }

  async function handOver(lambda: Lambda, event: BusEvent): Promise<void> {
    for (let tries = 0; !stopped; tries++) {
      try {
        await lambda.invoke(event)
        return
      } catch (error) {
        const reason = error instanceof Error ? error.name : String(error)
        if (tries === RETRIES) return void (stopped || log(`${lambda.functionName} gave up on an event: ${reason}`))
        await pause(backOffMs * 2 ** tries, undefined, { ref: false })
      }
    }
  }

  return {
    publish(event: BusEvent): void {
      for (const { targets } of rules.filter(({ fits }) => fits(event))) {
        for (const lambda of targets) waiting.push({ lambda, event })
      }
      while (working < Math.min(AT_ONCE, waiting.length)) {
        working++
        void work()
      }
    },
    stop() {
      stopped = true
    },
  }
}
