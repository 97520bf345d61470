import type { EventValues, ValueName } from './event-values.ts'
import { endingRule, REPEATS, rulesFrom } from './rule.ts'

/** Whether and when an event that is being made repeats: nothing in `repeats` for one that takes place once. */
export type SeriesValues = Pick<EventValues, 'repeats' | 'series' | 'ends' | 'count' | 'until'>

type Rule = { ok: true; rule: string | undefined } | { ok: false; field: ValueName; error: string }
const wrong = (field: ValueName, error: string): Rule => ({ ok: false, field, error })

/** The rule that the API takes; none for an event that takes place once. Only the API's own reader says if it is one. */
export function ruleOf(values: SeriesValues, startsAt: string): Rule {
  const repeats = REPEATS.find((code) => code === values.repeats)
  if (!repeats) return { ok: true, rule: undefined }
  if (repeats === 'own') {
    const rule = values.series.trim()
    return rule ? { ok: true, rule } : wrong('series', 'Please enter a rule.')
  }
  const fits = rulesFrom(startsAt.slice(0, 10)).find((each) => each.repeats === repeats)
  if (!fits) return wrong('repeats', 'This does not fit the day of the start. Please choose again.')
  if (values.ends === 'until' && !values.until) return wrong('until', 'Please enter the last day.')
  if (values.ends !== 'until' && !/^\s*[1-9]\d*\s*$/.test(values.count)) {
    return wrong('count', 'Please enter how many dates there are.')
  }
  return { ok: true, rule: endingRule(fits.rule, values) }
}
