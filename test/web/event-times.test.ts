import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endFollowing } from '../../web/organize/events/event-values.ts'
import { instantOf, wallOf } from '../../web/organize/events/wall-clock.ts'

const CHICAGO = 'America/Chicago'
const ZONES = [CHICAGO, 'Europe/London', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Honolulu', 'America/St_Johns']

describe('a time on the clock of an event', () => {
  it('is the instant at which the clock there shows it, in winter and in summer', () => {
    expect(instantOf('2027-01-12T19:00', CHICAGO)).toEqual({
      ok: true,
      instant: '2027-01-13T01:00:00.000Z',
      twice: false,
    })
    expect(instantOf('2027-07-13T19:00', CHICAGO)).toEqual({
      ok: true,
      instant: '2027-07-14T00:00:00.000Z',
      twice: false,
    })
  })

  it('every instant comes back from its clock, or the one that shows the same an hour before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        (zone, date) => {
          const minute = new Date(Math.floor(date.getTime() / 60_000) * 60_000).toISOString()
          const read = instantOf(wallOf(minute, zone), zone)
          if (!read.ok) throw new Error(read.error)
          expect(wallOf(read.instant, zone)).toBe(wallOf(minute, zone))
          if (!read.twice) expect(read.instant).toBe(minute)
          else expect(read.instant <= minute).toBe(true)
        },
      ),
    )
  })

  it('that the clocks skip in spring is refused, with what they do', () => {
    expect(instantOf('2027-03-14T02:30', CHICAGO)).toEqual({
      ok: false,
      error:
        'The clocks there go forward on that day, from 2:00 AM to 3:00 AM: 2:30 AM never comes. Please choose another time.',
    })
    expect(instantOf('2027-03-14T02:00', CHICAGO).ok).toBe(false)
    expect(instantOf('2027-03-14T03:00', CHICAGO)).toMatchObject({ ok: true, instant: '2027-03-14T08:00:00.000Z' })
    const half = instantOf('2027-10-03T02:15', 'Australia/Lord_Howe')
    expect(half).toMatchObject({ error: expect.stringContaining('from 2:00 AM to 2:30 AM') })
  })

  it('that comes twice in autumn is the first of the two', () => {
    expect(instantOf('2027-11-07T01:30', CHICAGO)).toEqual({
      ok: true,
      instant: '2027-11-07T06:30:00.000Z',
      twice: true,
    })
  })

  it.each(['', '2027-01-12', '12027-01-12T19:00', '2027-02-30T19:00', 'tomorrow'])('is not %s', (wall) => {
    expect(instantOf(wall, CHICAGO)).toEqual({ ok: false, error: 'Please enter a day and a time.' })
  })

  it('needs a zone that there is', () => {
    expect(instantOf('2027-01-12T19:00', 'Moon/Crater')).toMatchObject({ ok: false, error: /zone/ })
  })
})

describe('the end of an event', () => {
  it('keeps its distance when the start moves', () => {
    expect(endFollowing('2027-01-12T19:00', '2027-02-09T18:30', '2027-01-12T20:30')).toBe('2027-02-09T20:00')
  })

  it('is an hour after the start while nobody has said another', () => {
    expect(endFollowing('', '2027-01-12T23:30', '')).toBe('2027-01-13T00:30')
    expect(endFollowing('', '2027-01-12T19:00', '2027-01-12T18:00')).toBe('2027-01-12T20:00')
  })

  it('stays when the start was not touched, was taken away, or comes to stand before it', () => {
    expect(endFollowing('2027-01-12T19:00', '2027-01-12T19:00', '2027-01-12T21:00')).toBe('2027-01-12T21:00')
    expect(endFollowing('2027-01-12T19:00', '', '2027-01-12T21:00')).toBe('2027-01-12T21:00')
    expect(endFollowing('', '2027-01-12T19:00', '2027-01-12T21:00')).toBe('2027-01-12T21:00')
  })
})
