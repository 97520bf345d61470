import * as z from 'zod'
import type { Plan } from '../mail/turns.ts'
import type { Table } from './client.ts'
import { turnsKey } from './table.ts'
import { adding, changing } from './write.ts'

const Stored: z.ZodType<Plan> = z.strictObject({ freeFrom: z.number(), version: z.int() })

/** How far the turns to send are given away: one item that all senders share. */
export const turnsStore = (table: Pick<Table, 'get' | 'write'>) => ({
  read: async (): Promise<Plan> => (await table.get(turnsKey, Stored)) ?? { freeFrom: 0, version: 0 },

  /** Throws `Stale` when another sender was faster. */
  save(plan: Plan): Promise<void> {
    const item = { ...turnsKey, ...plan }
    return table.write(plan.version === 0 ? adding({ ...item, version: 1 }) : changing(item))
  },
})
