import type { Column, Facts, Value } from './column.ts'
import { inert } from './inert.ts'
import type { WallClock } from './wall-clock.ts'

/** `Date`: its UTC parts are what is to be shown, whichever clock that is. */
export type Cell = string | number | boolean | Date | undefined

/** What a table for people has: headings, and a row of cells for each of what it lists. */
export type Sheet<Row> = {
  columns: readonly { heading: string; width: number; shows: 'text' | 'number' | 'utc' | 'wall' }[]
  cells: (row: Row) => Cell[]
}

type Reading = { timeZone: string; labels: boolean; wallClock: WallClock }

/** With labels, moments are shown by the event's clock, and the headings say so. */
export function sheetOf(columns: readonly Column[], { timeZone, labels, wallClock }: Reading): Sheet<Facts> {
  const clocks = { utc: ' (UTC)', wall: ` (${timeZone})`, text: '', number: '' }
  const all = columns.map((column) => {
    const shows = column.kind !== 'instant' ? column.kind : labels ? 'wall' : 'utc'
    const heading = inert(labels ? `${column.label}${clocks[shows]}` : column.key)
    return { heading, width: column.width, shows, read: column.value }
  })
  return {
    columns: all,
    cells: (facts) =>
      all.map(({ shows, read }) => {
        const value = read(facts)
        if (typeof value === 'string' && shows === 'wall') return wallClock(value)
        return typeof value === 'string' && shows === 'utc' ? new Date(value) : plainCell(value)
      }),
  }
}

function plainCell(value: Value): Cell {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'number' ? value : inert([value].flat().join('; '))
}
