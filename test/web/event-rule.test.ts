import { describe, expect, it } from 'vitest'
import { newValues } from '../../web/organize/events/event-values.ts'
import { ruleInWords, rulesFrom } from '../../web/organize/events/rule.ts'
import { seriesDates } from '../../web/organize/events/series-dates.ts'
import { ruleOf } from '../../web/organize/events/series-values.ts'

const inWords = (day: string) => rulesFrom(day).map(({ rule }) => ruleInWords(rule))

describe('how an event can repeat', () => {
  it('is told by its first day', () => {
    expect(inWords('2027-01-12')).toEqual([
      'Every week on Tuesday',
      'Every 2 weeks on Tuesday',
      'Every month on the second Tuesday',
      'Every month on day 12',
    ])
    expect(inWords('2027-01-26')).toContain('Every month on the last Tuesday')
    expect(inWords('')).toEqual([])
  })

  it('never asks for a day that some months lack', () => {
    expect(inWords('2027-03-30')).toEqual([
      'Every week on Tuesday',
      'Every 2 weeks on Tuesday',
      'Every month on the last Tuesday',
    ])
  })
})

describe('a rule in words', () => {
  it.each([
    ['FREQ=MONTHLY;BYDAY=2TU;COUNT=6', 'Every month on the second Tuesday, 6 times'],
    ['RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR', 'Every 2 weeks on Monday, Wednesday, and Friday'],
    ['FREQ=DAILY;UNTIL=20270630', 'Every day, until June 30, 2027'],
    ['FREQ=YEARLY;COUNT=1', 'Every year, once'],
    ['freq=monthly;bymonthday=15;until=20270630T235959Z', 'Every month on day 15, until June 30, 2027'],
  ])('%s', (rule, words) => expect(ruleInWords(rule)).toBe(words))

  it.each([
    'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1',
    'FREQ=MONTHLY;BYMONTHDAY=-1',
    'FREQ=YEARLY;BYDAY=20MO',
    'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
    'nothing',
  ])('%s is left as it is, rather than told wrong', (rule) => expect(ruleInWords(rule)).toBe(rule))
})

describe('the dates of a series before it is made', () => {
  const once = { ...newValues('America/Chicago'), startsAt: '2027-01-12T19:00' }
  const monthly = { ...once, repeats: 'nth', count: '3' }

  it('stay at their hour when the clocks change', () => {
    expect(seriesDates(monthly)).toEqual({
      ok: true,
      dates: ['2027-01-13T01:00:00.000Z', '2027-02-10T01:00:00.000Z', '2027-03-10T01:00:00.000Z'],
    })
    const toApril = seriesDates({ ...monthly, ends: 'until', until: '2027-04-13' })
    expect(toApril).toMatchObject({ dates: { length: 4, 3: '2027-04-14T00:00:00.000Z' } })
  })

  it('are one when it does not repeat', () => {
    expect(seriesDates(once)).toEqual({ ok: true, dates: ['2027-01-13T01:00:00.000Z'] })
    expect(ruleOf(once, once.startsAt)).toEqual({ ok: true, rule: undefined })
  })

  it.each([
    ['Please enter the start first.', { startsAt: '' }],
    ['Please enter how many dates there are.', { count: 'some' }],
    ['Please enter the last day.', { ends: 'until' }],
    ['This does not fit the day of the start. Please choose again.', { startsAt: '2027-03-30T19:00' }],
    ['Please enter a rule.', { repeats: 'own' }],
    ['A series has at most 60 dates.', { count: '61' }],
  ])('%s', (error, changes) => expect(seriesDates({ ...monthly, ...changes })).toEqual({ ok: false, error }))

  it('of a rule of one’s own are those of the API, and so are its complaints', () => {
    const own = { ...once, repeats: 'own', series: 'FREQ=DAILY;COUNT=2' }
    expect(seriesDates(own)).toMatchObject({ ok: true, dates: { length: 2 } })
    expect(seriesDates({ ...own, series: 'FREQ=HOURLY' })).toMatchObject({ ok: false, error: /HOURLY/ })
  })
})
