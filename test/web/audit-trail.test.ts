import { describe, expect, it } from 'vitest'
import { dayIn, dayInWords, daysLater, isDay, utcDaysOf, wrongSpan } from '../../web/organize/audit/days.ts'
import { deedOf } from '../../web/organize/audit/deeds.ts'
import { detailsInWords } from '../../web/organize/audit/details.ts'

describe('a day of the trail', () => {
  it('is the one on the clock of whoever looks', () => {
    const evening = '2027-01-13T01:00:00Z'
    expect(['UTC', 'America/Chicago', 'Pacific/Honolulu', 'Asia/Tokyo'].map((zone) => dayIn(zone, evening))).toEqual([
      '2027-01-13',
      '2027-01-12',
      '2027-01-12',
      '2027-01-13',
    ])
  })

  it.for([
    ['UTC', ['2027-01-12']],
    ['America/Chicago', ['2027-01-12', '2027-01-13']],
    ['Asia/Tokyo', ['2027-01-11', '2027-01-12']],
  ] as const)('in %s is part of these days in UTC', ([zone, days]) => {
    expect(utcDaysOf(zone, '2027-01-12')).toEqual(days)
  })

  it('has one before and one after it, over months and years', () => {
    expect([daysLater('2027-01-01', -1), daysLater('2027-02-28', 1)]).toEqual(['2026-12-31', '2027-03-01'])
    expect(dayInWords('2027-01-12')).toBe('Tuesday, January 12, 2027')
  })

  it('is a date of the calendar', () => {
    expect(['2027-01-12', '2027-13-01', 'today', ''].map(isDay)).toEqual([true, false, false, false])
  })
})

describe('a span of days to download', () => {
  it.for([
    ['2027-01-01', '2027-01-01', undefined],
    ['2027-01-01', '2028-01-01', undefined],
    ['2027-01-01', '2028-01-02', 'Please choose 366 days at most.'],
    ['2027-01-02', '2027-01-01', 'The last day is before the first one.'],
    ['', '2027-01-01', 'Please choose a first and a last day.'],
  ] as const)('from %s to %s', ([from, to, wrong]) => {
    expect(wrongSpan(from, to)).toBe(wrong)
  })
})

describe('a deed', () => {
  const entry = (what: string, subject: string, details = {}) => ({
    at: '2027-01-12T10:00:00Z',
    who: 'olga',
    what,
    subject,
    details,
  })

  it.for([
    ['event-cancelled', 'e1', {}, 'cancelled an event', '#/events/e1'],
    ['event-created', 'series-1', { eventIds: ['e1', 'e2'] }, 'made an event', '#/events/e1'],
    ['registration-cancelled', 'e1.7', {}, 'cancelled the registration of somebody for an event', '#/events/e1'],
    ['match-taken-out', 'r1.m1', {}, 'took a pair out of a round', '#/rounds/r1'],
    ['match-ended', 'r1.m1', {}, 'ended a match', '#/people/m1'],
    ['export', 'profiles', {}, 'downloaded the list of people', '#/people'],
    ['export', 'e1', { format: 'csv' }, 'downloaded a list of an event', '#/events/e1'],
    ['import', 'i1', { of: 'people' }, 'imported a list of people', '#/people'],
    ['words-edited', 'introduction', {}, 'changed the words of an e-mail', '#/mail/words/introduction'],
    ['round-flown', 'r1', {}, 'round flown ', undefined],
  ] as const)('%s of %s %o', ([what, subject, details, words, href]) => {
    const deed = deedOf(entry(what, subject, details))
    expect([`${deed.did} ${deed.what}`, deed.href]).toEqual([words, href])
  })

  it.for([
    ['event-edited', { fields: ['startsAt', 'capacity'] }, 'changed: starts at, capacity'],
    [
      'round-started',
      { publish: false, pins: 2, ownSettings: true, from: 'r0' },
      'as a draft; with 2 pinned pairs; with weights or rules of its own; in the place of another draft',
    ],
    ['round-started', { publish: true, pins: 0, ownSettings: false }, 'to be published when it is ready'],
    ['match-taken-out', { never: true }, 'never to be paired again'],
    [
      'export',
      { format: 'csv', profile: 'door', labels: true, explode: false, rows: 1 },
      'format: csv; profile: door; 1 row',
    ],
    ['round-flown', { howHigh: 7, byNight: true }, 'how high: 7; by night: yes'],
  ] as const)('%s is told in more detail: %o', ([what, details, words]) => {
    expect(detailsInWords(entry(what, 'x', details))).toBe(words)
  })
})
