import { tzOffset } from '@date-fns/tz'

const MINUTE = 60_000
/** Zones change their clocks at whole quarters of an hour. */
const QUARTER = 15 * MINUTE

export type WallClock = (instant: string) => Date

/** What the clock on a wall in that zone shows: as a date whose UTC parts are those of the wall. */
export function wallClockIn(timeZone: string): WallClock {
  const offsets = new Map<number, number>()
  return (instant) => {
    const at = Date.parse(instant)
    const quarter = Math.floor(at / QUARTER)
    const offset = offsets.get(quarter) ?? tzOffset(timeZone, new Date(at))
    offsets.set(quarter, offset)
    return new Date(at + offset * MINUTE)
  }
}

/** E.g. `2027-01-12 19:00:00`, which every spreadsheet takes for a time. */
export const wallText = (shown: Date): string => shown.toISOString().slice(0, 19).replace('T', ' ')
