import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { datesOf, MOST_DATES, RuleRefused } from '../../shared/events/series.ts'

const CHICAGO = { startsAt: '2027-01-13T01:00:00.000Z', timeZone: 'America/Chicago' }
const dates = (rule: string, changes: Partial<typeof CHICAGO> = {}) => datesOf({ rule, ...CHICAGO, ...changes })
const whyNot = (rule: string): string => {
  try {
    dates(rule)
    return ''
  } catch (error) {
    if (error instanceof RuleRefused) return error.message
    throw error
  }
}

/** What the clock shows there, as `2027-01-12T19:00`. */
const clockIn = (timeZone: string, at: string) =>
  new Date(at).toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).replace(' ', 'T')

describe('a series', () => {
  it('stays at its hour when the clocks change, in spring and in autumn', () => {
    const evenings = dates('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=30')
    expect(evenings).toHaveLength(30)
    expect(new Set(evenings.map((at) => clockIn('America/Chicago', at).slice(11)))).toEqual(new Set(['19:00']))
    expect(new Set(evenings.map((at) => at.slice(11, 16)))).toEqual(new Set(['01:00', '00:00']))
    expect(clockIn('America/Chicago', evenings[4] ?? '')).toBe('2027-03-09T19:00')
    expect(clockIn('America/Chicago', evenings[5] ?? '')).toBe('2027-03-23T19:00')
  })

  it('leaves out a time that the clocks skip, as the RFC has it', () => {
    const nights = dates('FREQ=DAILY;COUNT=3', { startsAt: '2027-03-13T08:30:00.000Z' })
    expect(nights.map((at) => clockIn('America/Chicago', at))).toEqual([
      '2027-03-13T02:30',
      '2027-03-15T02:30',
      '2027-03-16T02:30',
    ])
  })

  it('begins with the first date of the rule that is not before the start', () => {
    const [first] = dates('FREQ=MONTHLY;BYDAY=2TU;COUNT=6', { startsAt: '2027-01-02T01:00:00.000Z' })
    expect(clockIn('America/Chicago', first ?? '')).toBe('2027-01-12T19:00')
  })

  it.each([
    ['UNTIL=20270126', 'the whole day, on the clock of the zone'],
    ['UNTIL=20270126T190000', 'a time on that clock'],
    ['UNTIL=20270127T010000Z', 'a time in UTC'],
  ])('ends with %s: %s', (until) => {
    expect(dates(`FREQ=WEEKLY;${until}`).map((at) => at.slice(0, 10))).toEqual([
      '2027-01-13',
      '2027-01-20',
      '2027-01-27',
    ])
  })

  it('without an end has the first 60 dates; with too late an end it is refused', () => {
    expect(dates('FREQ=DAILY')).toHaveLength(MOST_DATES)
    expect(dates('FREQ=DAILY;COUNT=60')).toHaveLength(MOST_DATES)
    expect(whyNot('FREQ=DAILY;COUNT=61')).toMatch(/at most 60/)
    expect(whyNot('FREQ=DAILY;UNTIL=20280101')).toMatch(/at most 60/)
  })

  it.each([
    ['FREQ=SOMETIMES', /“SOMETIMES” cannot stand for FREQ/],
    ['FREQ=HOURLY;COUNT=3', /FREQ/],
    ['INTERVAL=2', /Please say how often/],
    ['hello', /cannot have “HELLO”/],
    ['FREQ=WEEKLY;FOO=1', /cannot have “FOO=1”/],
    ['FREQ=WEEKLY;BYHOUR=3', /the time of day is that of the first date/],
    ['FREQ=WEEKLY;INTERVAL=0', /INTERVAL/],
    ['FREQ=WEEKLY;COUNT=many', /COUNT/],
    ['FREQ=WEEKLY;BYDAY=XX', /BYDAY/],
    ['FREQ=WEEKLY;BYDAY=2TU', /RFC 5545/],
    ['FREQ=MONTHLY;BYMONTHDAY=32', /BYMONTHDAY/],
    ['FREQ=WEEKLY;COUNT=2;UNTIL=20270301', /COUNT or UNTIL/],
    ['FREQ=WEEKLY;FREQ=DAILY', /FREQ once/],
    ['FREQ=WEEKLY;COUNT=2;', /cannot have “”/],
    ['FREQ=WEEKLY;UNTIL=20260101', /no date/],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2', /no date/],
    ['FREQ=WEEKLY;__proto__=1', /cannot have/],
  ])('is refused in words when its rule is %s', (rule, words) => {
    expect(whyNot(rule)).toMatch(words)
  })
})

/** The same rule by a program that knows nothing of ours, on a clock without a zone. */
function byAnother(rule: string, start: string): string[] {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateTimeString(start))
  const found: string[] = []
  for (let next = iterator.next(); next && found.length < MOST_DATES; next = iterator.next()) {
    found.push(next.toString().slice(0, 16))
  }
  return found
}

describe('the dates of a rule are those that another program finds', () => {
  const noon = (day: string) => `${day}T12:00:00`
  const ours = (rule: string, start: string) =>
    datesOf({ rule, startsAt: `${start}.000Z`, timeZone: 'Etc/UTC' }).map((at) => at.slice(0, 16))

  it.each([
    'FREQ=MONTHLY;BYDAY=2TU;COUNT=24',
    'FREQ=MONTHLY;BYDAY=-1FR;COUNT=24',
    'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=12',
    'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=12',
    'FREQ=YEARLY;BYMONTH=3,9;BYDAY=1SA;COUNT=8',
    'FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH;WKST=SU;COUNT=20',
    'FREQ=DAILY;INTERVAL=10;COUNT=10',
  ])('%s', (rule) => {
    expect(ours(rule, noon('2027-01-01'))).toEqual(byAnother(rule, noon('2027-01-01')))
  })

  it('for the last working day of each month', () => {
    const rule = 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=12'
    expect(ours(rule, noon('2027-01-29'))).toEqual(byAnother(rule, noon('2027-01-29')))
  })

  it('for any days of the week, any number of weeks apart', () => {
    const days = fc.uniqueArray(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), { minLength: 1 })
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 28 }),
        (by, interval, count, day) => {
          const rule = `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${by.join()};COUNT=${count}`
          const start = noon(`2027-02-${String(day).padStart(2, '0')}`)
          expect(ours(rule, start)).toEqual(byAnother(rule, start))
        },
      ),
      { numRuns: 60 },
    )
  })
})
