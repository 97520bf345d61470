import { describe, expect, it } from 'vitest'
import type { Event } from '../../shared/domain/event.ts'
import { announcing, isTold, scheduled, stepped, toldUpTo } from '../../shared/domain/event-steps.ts'
import { anEvent, aRegistration, inHours } from '../support/events.ts'
import { NOW } from '../support/profiles.ts'

const startsIn = (hours: number, changes: Partial<Event> = {}) =>
  scheduled(
    {
      ...anEvent(),
      startsAt: inHours(hours).toISOString(),
      endsAt: inHours(hours + 2).toISOString(),
      ...changes,
    },
    NOW,
  )
const next = ({ nextStep, dueAt }: Event) => [nextStep, dueAt]
const kinds = ({ announcements = [] }: Event) => announcements.map(({ kind }) => kind)

describe('what an event does next', () => {
  it.each([
    [14 * 24, 'remind-7d', 7 * 24],
    [6 * 24, 'remind-24h', 5 * 24],
    [23, 'remind-1h', 22],
    [0.5, 'after', 3.5],
    [-4, 'forget', 400 * 24 - 2],
  ] as const)('%d hours before it begins is “%s”', (hours, step, inSoManyHours) => {
    expect(next(startsIn(hours))).toEqual([step, inHours(inSoManyHours).toISOString()])
  })

  it('is nothing for a draft, and only to forget for one that is cancelled', () => {
    expect(next(startsIn(100, { status: 'draft' }))).toEqual([undefined, undefined])
    expect(next(startsIn(100, { status: 'cancelled' }))[0]).toBe('forget')
    expect(next(startsIn(-401 * 24, { status: 'cancelled' }))).toEqual([undefined, undefined])
  })

  it('follows when the time changes', () => {
    const event = startsIn(14 * 24)
    const sooner = scheduled({ ...event, startsAt: inHours(30).toISOString(), endsAt: inHours(32).toISOString() }, NOW)
    expect(next(sooner)).toEqual(['remind-24h', inHours(6).toISOString()])
  })

  it('is not lost by an edit at that very moment', () => {
    const event = startsIn(25)
    expect(next(scheduled(event, inHours(1.1)))).toEqual(['remind-24h', inHours(1).toISOString()])
    expect(next(scheduled(event, inHours(1.5)))[0]).toBe('remind-1h')
  })
})

describe('a step that is due', () => {
  it('is told, and the next one planned', () => {
    const event = startsIn(25)
    expect(stepped(event, inHours(0.99))).toBe(event)
    const telling = stepped(event, inHours(1))
    expect(telling.announcements).toEqual([{ kind: 'remind-24h', at: inHours(1).toISOString(), told: 0 }])
    expect(next(telling)).toEqual(['remind-1h', inHours(1).toISOString()])
    expect(stepped(telling, inHours(1.01))).toBe(telling)
  })

  it('is made up for with those after it, when nobody looked for long', () => {
    expect(kinds(stepped(startsIn(8 * 24), inHours(8 * 24)))).toEqual(['remind-7d', 'remind-24h', 'remind-1h'])
  })

  it('is noted as told up to somebody, and then as told to all', () => {
    const telling = stepped(startsIn(25), inHours(1))
    const partly = toldUpTo(telling, 30, inHours(1))
    expect(partly.announcements?.[0]?.told).toBe(30)
    const done = toldUpTo(partly, undefined, inHours(1))
    expect(done).not.toHaveProperty('announcements')
    expect(next(done)).toEqual(['remind-1h', inHours(24).toISOString()])
  })

  it('that is planned wrongly is planned anew', () => {
    const wrong = { ...startsIn(25), nextStep: undefined, dueAt: NOW.toISOString() }
    expect(next(stepped(wrong, NOW))).toEqual(['remind-24h', inHours(1).toISOString()])
  })

  it('forgets last, and then nothing is left to do', () => {
    const over = inHours(401 * 24 + 40)
    const telling = stepped(startsIn(25, { nextStep: 'forget' }), over)
    expect(kinds(telling)).toContain('forget')
    let left = telling
    for (const _each of kinds(telling)) left = toldUpTo(left, undefined, over)
    expect(next(left)).toEqual([undefined, undefined])
  })
})

describe('an announcement', () => {
  it('is told at once, and the plan stays', () => {
    const changed = announcing(startsIn(25), 'changed', NOW)
    expect(changed).toMatchObject({ nextStep: 'remind-24h', dueAt: NOW.toISOString() })
    expect(changed.announcements).toEqual([{ kind: 'changed', at: NOW.toISOString(), told: 0 }])
  })

  it('of a change begins anew with the next change', () => {
    const partly = toldUpTo(announcing(startsIn(25), 'changed', NOW), 7, NOW)
    const again = announcing(partly, 'changed', inHours(0.1))
    expect(again.announcements).toEqual([{ kind: 'changed', at: inHours(0.1).toISOString(), told: 0 }])
  })

  it('that it is cancelled takes back all others', () => {
    const telling = announcing(stepped(startsIn(25), inHours(1)), 'changed', inHours(1))
    expect(kinds(telling)).toEqual(['remind-24h', 'changed'])
    expect(kinds(announcing({ ...telling, status: 'cancelled' }, 'cancelled', inHours(1)))).toEqual(['cancelled'])
  })

  it('of a reminder is taken back when the time changes, and stays when only the place does', () => {
    const telling = stepped(startsIn(25), inHours(1))
    const later = { ...telling, startsAt: inHours(100).toISOString(), endsAt: inHours(101).toISOString() }
    expect(kinds(announcing(later, 'changed', inHours(1)))).toEqual(['changed'])
    expect(kinds(announcing({ ...telling, place: 'Room 4' }, 'changed', inHours(1)))).toEqual(['remind-24h', 'changed'])
  })
})

describe('somebody is told', () => {
  const at = inHours(1).toISOString()
  const told = (kind: Parameters<typeof isTold>[1]['kind'], changes: Parameters<typeof aRegistration>[0]) =>
    isTold(aRegistration(changes), { kind, at })

  it('what they have a seat, an offer or a place in line for', () => {
    for (const status of ['confirmed', 'offered', 'waitlisted'] as const) {
      expect(told('changed', { status }), status).toBe(true)
      expect(told('cancelled', { status }), status).toBe(true)
    }
    for (const status of ['cancelled', 'expired'] as const) expect(told('cancelled', { status }), status).toBe(false)
  })

  it('of a change that came after them', () => {
    const came = (hours: number, move = 'take') =>
      told('changed', { history: [{ at: inHours(hours).toISOString(), move, by: 'attendee' }] })
    expect([came(0.5), came(1.01), came(1.1)]).toEqual([true, true, false])
    // Long there, but in another place now.
    expect(came(1.1, 'accept')).toBe(true)
  })

  it('when it begins, if they had a seat by then', () => {
    expect(told('remind-24h', { confirmedAt: at })).toBe(true)
    expect(told('remind-24h', { confirmedAt: inHours(1.01).toISOString() })).toBe(false)
    expect(told('remind-24h', { status: 'waitlisted' })).toBe(false)
  })

  it('thanks, if they came', () => {
    expect(told('after', {})).toBe(false)
    expect(told('after', { checkIn: { at, method: 'scan' } })).toBe(true)
  })
})
