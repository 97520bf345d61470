import { datesOf, RuleRefused } from '../../../shared/events/series.ts'
import { ruleOf, type SeriesValues } from './series-values.ts'
import { instantOf } from './wall-clock.ts'

type Moment = { startsAt: string; timeZone: string }
export type Dates = { ok: true; dates: string[] } | { ok: false; error: string }

/** When each event of a series starts, as the API will have it; or why there are none. Comes when it is needed: it is long. */
export function seriesDates({ startsAt, timeZone, ...series }: Moment & SeriesValues): Dates {
  const read = instantOf(startsAt, timeZone)
  if (!read.ok) return { ok: false, error: 'Please enter the start first.' }
  const made = ruleOf(series, startsAt)
  if (!made.ok) return { ok: false, error: made.error }
  if (!made.rule) return { ok: true, dates: [read.instant] }
  try {
    return { ok: true, dates: datesOf({ rule: made.rule, startsAt: read.instant, timeZone }) }
  } catch (error) {
    if (error instanceof RuleRefused) return { ok: false, error: error.message }
    throw error
  }
}
