import { RRuleTemporal } from 'rrule-temporal'

/** The dates of a series, from a rule of RFC 5545 (3.3.10). */

export const MOST_DATES = 60

type Series = { rule: string; startsAt: string; timeZone: string }

/**
 * When each of them starts, in UTC: always at the hour, on the clock of that zone, at which `startsAt` is. A rule with
 * neither COUNT nor UNTIL gives the first 60. A time that the clocks skip in spring is none of the dates, as the RFC has
 * it. Throws `RuleRefused`, in words for people.
 */
export function datesOf({ rule, startsAt, timeZone }: Series): string[] {
  const { UNTIL: until, ...parts } = partsOf(rule)
  const isWithin = until ? endingWith(until) : () => true
  const rruleString = Object.entries(parts)
    .map(([name, value]) => `${name}=${value}`)
    .join(';')
  const dates = reading(() =>
    new RRuleTemporal({
      rruleString,
      dtstart: occurrence(`${startsAt}[${timeZone}]`),
      temporal: { ZonedDateTime: { from: occurrence } },
      strict: true,
      maxIterations: MOST_PERIODS,
    }).all((date, index) => index <= MOST_DATES && isWithin(date)),
  )
  if (dates.length === 0) throw new RuleRefused('This rule gives no date from the start on.')
  if (dates.length > MOST_DATES && (until || parts.COUNT)) {
    throw new RuleRefused(`A series has at most ${MOST_DATES} dates. Please choose an earlier end.`)
  }
  return dates.slice(0, MOST_DATES).map(({ instant }) => instant)
}

export class RuleRefused extends Error {}

/** Days without a date between two of them, or months, or years. Such as 30 February would otherwise be looked for long. */
const MOST_PERIODS = 5000

const day = '(?:MO|TU|WE|TH|FR|SA|SU)'
const upTo = (number: string) => `[+-]?(?:${number})`
const some = (one: string) => new RegExp(`^${one}(?:,${one})*$`)
const PARTS: Record<string, RegExp> = {
  FREQ: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d{0,2}$/,
  COUNT: /^[1-9]\d{0,5}$/,
  UNTIL: /^\d{8}(?:T\d{6}Z?)?$/,
  BYDAY: some(`(?:${upTo('[1-9]|[1-4]\\d|5[0-3]')})?${day}`),
  BYMONTHDAY: some(upTo('[1-9]|[12]\\d|3[01]')),
  BYYEARDAY: some(upTo('[1-9]\\d?|[12]\\d\\d|3[0-5]\\d|36[0-6]')),
  BYWEEKNO: some(upTo('[1-9]|[1-4]\\d|5[0-3]')),
  BYMONTH: some('(?:[1-9]|1[0-2])'),
  BYSETPOS: some(upTo('[1-9]\\d?|[12]\\d\\d|3[0-5]\\d|36[0-6]')),
  WKST: new RegExp(`^${day}$`),
}

/** The library is lenient with what it does not know, and would make dates that nobody meant. */
function partsOf(rule: string): Record<string, string> {
  const parts: Record<string, string> = {}
  for (const part of rule
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';')) {
    const [name = '', value = '', ...more] = part.split('=')
    const allowed = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined
    if (!allowed || more.length > 0) throw new RuleRefused(`A series cannot have “${part}”. ${EXAMPLE}`)
    if (name in parts) throw new RuleRefused(`Please give ${name} once.`)
    if (!allowed.test(value)) throw new RuleRefused(`“${value}” cannot stand for ${name}. ${EXAMPLE}`)
    parts[name] = value
  }
  if (!parts.FREQ) throw new RuleRefused(`Please say how often, with FREQ. ${EXAMPLE}`)
  if (parts.COUNT && parts.UNTIL) throw new RuleRefused('Please give COUNT or UNTIL, not both.')
  if (Number(parts.COUNT) > MOST_DATES) throw new RuleRefused(`A series has at most ${MOST_DATES} dates.`)
  return parts
}
const EXAMPLE = 'A rule is such as FREQ=MONTHLY;BYDAY=2TU;COUNT=6; the time of day is that of the first date.'

/** A moment, and what the clock shows then: `20270112T190000`. */
type Occurrence = { timeZoneId: string; instant: string; clock: string; toString(): string }

/** From `2027-01-12T19:00:00-06:00[America/Chicago]`. */
function occurrence(text: string): Occurrence {
  const [, at = '', timeZoneId = ''] = /^([^[]+)\[([^\]]+)\]/.exec(text) ?? []
  const clock = at.slice(0, 19).replace(/[-:]/g, '')
  return { timeZoneId, instant: new Date(at).toISOString(), clock, toString: () => text }
}

/** A date, or a time without `Z`, is meant by the clock of the zone; a date includes its whole day. */
function endingWith(until: string): (date: Occurrence) => boolean {
  if (!until.endsWith('Z')) return ({ clock }) => clock.slice(0, until.length) <= until
  return ({ instant }) => instant.replace(/[-:]|\.\d+/g, '') <= until
}

/** What else the RFC forbids; and a rule that never comes true runs out of periods. */
function reading<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (/^Maximum/.test(error.message)) throw new RuleRefused('This rule gives no date from the start on.')
    throw new RuleRefused(`This is not a rule of RFC 5545: ${error.message}`)
  }
}
