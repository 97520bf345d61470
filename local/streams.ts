import * as z from 'zod'
import type { DataDir } from './data-dir.ts'
import { filterOf } from './filter.ts'
import { functionFor } from './functions.ts'
import type { Lambda } from './lambda.ts'
import { Checkpoint, type Pump, startPump } from './pump.ts'
import { streamSource } from './stream-source.ts'
import type { Template } from './template.ts'

/** Strict, so that an option that is not honoured here stops the start and is named. */
const Mapping = z.strictObject({
  FunctionName: z.string(),
  EventSourceArn: z.string(),
  StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']),
  BatchSize: z.int().default(100),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: z.int().default(-1),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }).default({ Filters: [] }),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }) }).optional(),
})

type Surroundings = {
  template: Template
  functions: Map<string, Lambda>
  /** ARNs by table. */
  streams: Map<string, string>
  endpoint: string
  dataDir: DataDir
  log(line: string): void
}

/** One pump for each event-source mapping of the template; each has its own checkpoint and waits for no other. */
export function startStreams({ template, functions, streams, endpoint, dataDir, log }: Surroundings): Pump[] {
  return template.resources('AWS::Lambda::EventSourceMapping', Mapping).map(({ id, properties: mapping }) => {
    const arn = streams.get(mapping.EventSourceArn.replace(/\.StreamArn$/, ''))
    if (!arn) throw new Error(`The event source ${mapping.EventSourceArn} of the template is no table's stream.`)
    const lambda = functionFor(functions, mapping.FunctionName)
    // A new database is a new stream: its records are numbered anew, and an old checkpoint would pass over them.
    const Kept = z.object({ arn: z.literal(arn), checkpoint: Checkpoint })
    const file = `checkpoints/${id}.json`
    return startPump({
      source: streamSource(endpoint, arn),
      filter: filterOf(mapping.FilterCriteria.Filters.map(({ Pattern }) => Pattern)),
      from: mapping.StartingPosition === 'LATEST' ? 'end' : 'beginning',
      batchSize: mapping.BatchSize,
      bisects: mapping.BisectBatchOnFunctionError,
      retries: mapping.MaximumRetryAttempts,
      reportsFailures: mapping.FunctionResponseTypes.includes('ReportBatchItemFailures'),
      checkpoint: dataDir.read(file, Kept)?.checkpoint,
      save: (checkpoint) => dataDir.write(file, { arn, checkpoint }),
      invoke: (records) => lambda.invoke({ Records: records }),
      giveUp(records, error) {
        const reason = error instanceof Error ? error.name : String(error)
        log(`${lambda.functionName} gave up on ${records.length} change(s) of the table: ${reason}`)
        const queue = mapping.DestinationConfig?.OnFailure.Destination
        if (queue) dataDir.append('dead-letters.ndjson', { queue, functionName: lambda.functionName, reason, records })
      },
      log,
    })
  })
}
