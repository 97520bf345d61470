import { ATTENDANCES, REGISTRATION_STATUSES, SOURCES } from '../../domain/registration.ts'
import type { Facts } from './column.ts'
import type { Sheet } from './sheet.ts'

/** `counted` is what is looked at, `value` one of its codes. */
export type Count = { counted: string; value: string; count: number }

const LOOKED_AT = {
  status: { codes: REGISTRATION_STATUSES, of: ({ registration }: Facts) => registration.status },
  attendance: { codes: ATTENDANCES, of: ({ attendance }: Facts) => attendance },
  source: { codes: SOURCES, of: ({ registration }: Facts) => registration.source },
} as const

/** How many registrations there are of each kind, those of which there are none too; first of all. */
export async function* countsOf(rows: AsyncIterable<Facts>): AsyncGenerator<Count> {
  const counts = new Map<string, number>()
  let all = 0
  for await (const facts of rows) {
    all++
    for (const [counted, { of }] of Object.entries(LOOKED_AT)) {
      const key = `${counted} ${of(facts)}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  yield { counted: 'registrations', value: 'all', count: all }
  for (const [counted, { codes }] of Object.entries(LOOKED_AT)) {
    for (const value of codes) yield { counted, value, count: counts.get(`${counted} ${value}`) ?? 0 }
  }
}

export const STATS_ROWS = 1 + Object.values(LOOKED_AT).reduce((sum, { codes }) => sum + codes.length, 0)

export const statsSheet = (labels: boolean): Sheet<Count> => ({
  columns: [
    { heading: labels ? 'Counted' : 'counted', width: 16, shows: 'text' },
    { heading: labels ? 'Value' : 'value', width: 16, shows: 'text' },
    { heading: labels ? 'Count' : 'count', width: 10, shows: 'number' },
  ],
  cells: ({ counted, value, count }) => [counted, value, count],
})
