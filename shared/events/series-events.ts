import { createHash } from 'node:crypto'
import { type Event, type EventForm, openEvent, timesRefused } from '../domain/event.ts'
import { movedTo } from '../domain/event-edit.ts'
import { scheduled } from '../domain/event-steps.ts'
import { invalid } from '../errors.ts'
import { datesOf, RuleRefused } from './series.ts'

/**
 * The events of a form: one, or one for each date of its series. The same seed gives the same ids, so that a repeated
 * request finds what is there. Throws 400.
 */
export function eventsOf({ series: rule, ...form }: EventForm, seed: string, now: Date): Event[] {
  const refused = timesRefused(form, now)
  if (refused.length > 0) throw invalid(refused)
  const dates = rule === undefined ? [form.startsAt] : datesInWords({ ...form, rule })
  return dates.map((startsAt, index) => {
    const series = rule === undefined ? {} : { series: { id: idOf(seed, 'series'), rule, index } }
    return scheduled(openEvent(movedTo(form, startsAt), { id: idOf(seed, index), ...series, now }), now)
  })
}

function datesInWords(series: Parameters<typeof datesOf>[0]): string[] {
  try {
    return datesOf(series)
  } catch (error) {
    if (!(error instanceof RuleRefused)) throw error
    throw invalid([{ path: 'series', message: error.message }])
  }
}

/** 64 bits: short, since it becomes part of what a QR code holds. */
const idOf = (seed: string, part: number | 'series'): string =>
  createHash('sha256').update(`${seed}#${part}`).digest('hex').slice(0, 16)
