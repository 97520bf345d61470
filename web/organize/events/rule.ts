/** When a series repeats: from a choice in the form to a rule of RFC 5545, and from a rule to words. */

export const REPEATS = ['weekly', 'two-weeks', 'nth', 'last', 'day', 'own'] as const
export type Repeats = (typeof REPEATS)[number]

const CODES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const
const NAMES: Readonly<Record<string, string | undefined>> = {
  SU: 'Sunday',
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
}
const ORDINALS: Readonly<Record<string, string | undefined>> = {
  '-1': 'last',
  '1': 'first',
  '2': 'second',
  '3': 'third',
  '4': 'fourth',
  '5': 'fifth',
}
const UNITS: Readonly<Record<string, string | undefined>> = {
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
}
const WEEK = 7

/**
 * The rules that fit a day, `2027-01-12`, each without its end: every month on its second Tuesday, for instance. A fifth
 * Tuesday, which most months lack, can only be the last.
 */
export function rulesFrom(day: string): { repeats: Repeats; rule: string }[] {
  const date = new Date(`${day}T00:00Z`)
  if (Number.isNaN(date.getTime())) return []
  const weekday = CODES[date.getUTCDay()] ?? ''
  const ofMonth = date.getUTCDate()
  const nth = Math.ceil(ofMonth / WEEK)
  const daysInMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  return [
    { repeats: 'weekly', rule: `FREQ=WEEKLY;BYDAY=${weekday}` },
    { repeats: 'two-weeks', rule: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${weekday}` },
    ...(nth < 5 ? [{ repeats: 'nth' as const, rule: `FREQ=MONTHLY;BYDAY=${nth}${weekday}` }] : []),
    ...(ofMonth + WEEK > daysInMonth ? [{ repeats: 'last' as const, rule: `FREQ=MONTHLY;BYDAY=-1${weekday}` }] : []),
    ...(ofMonth <= 28 ? [{ repeats: 'day' as const, rule: `FREQ=MONTHLY;BYMONTHDAY=${ofMonth}` }] : []),
  ]
}

/** With its end: after so many dates, or with a day, such as `2027-06-30`. */
export const endingRule = (
  rule: string,
  { ends, count, until }: { ends: string; count: string; until: string },
): string => (ends === 'until' ? `${rule};UNTIL=${until.replaceAll('-', '')}` : `${rule};COUNT=${count.trim()}`)

/** `Every month on the second Tuesday, 6 times`; the rule itself where we have no words for it. */
export function ruleInWords(rule: string): string {
  const parts = new Map(
    rule
      .toUpperCase()
      .replace(/^RRULE:/, '')
      .split(';')
      .map((part): [string, string] => {
        const [name = '', value = ''] = part.split('=')
        return [name, value]
      }),
  )
  const take = (name: string): string | undefined => {
    const value = parts.get(name)
    parts.delete(name)
    return value
  }
  const every = everyInWords(take('FREQ'), take('INTERVAL'))
  const on = onInWords(take('BYDAY'), take('BYMONTHDAY'))
  const end = endInWords(take('COUNT'), take('UNTIL'))
  const known = parts.size === 0 && every !== undefined && on !== undefined && end !== undefined
  return known ? `${every}${on}${end}` : rule
}

function everyInWords(frequency = '', interval = '1'): string | undefined {
  const unit = UNITS[frequency]
  if (!unit) return undefined
  return interval === '1' ? `Every ${unit}` : `Every ${interval} ${unit}s`
}

function onInWords(days: string | undefined, ofMonth: string | undefined): string | undefined {
  if (days && ofMonth) return undefined
  if (ofMonth) return /^\d+$/.test(ofMonth) ? ` on day ${ofMonth}` : undefined
  if (!days) return ''
  const words = days.split(',').map(dayInWords)
  return words.every((word) => word !== undefined) ? ` on ${list.format(words)}` : undefined
}

function dayInWords(day: string): string | undefined {
  const [, nth, code = ''] = /^([+-]?\d+)?([A-Z]{2})$/.exec(day) ?? []
  const name = NAMES[code]
  if (!nth || !name) return name
  const ordinal = ORDINALS[nth.replace('+', '')]
  return ordinal && `the ${ordinal} ${name}`
}

function endInWords(count: string | undefined, until: string | undefined): string | undefined {
  if (count) return count === '1' ? ', once' : `, ${count} times`
  if (!until) return ''
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)/.exec(until) ?? []
  if (!year) return undefined
  const date = new Date(`${year}-${month}-${day}T00:00Z`)
  return `, until ${new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', dateStyle: 'long' }).format(date)}`
}

const list = new Intl.ListFormat('en-US')
