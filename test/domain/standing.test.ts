import { describe, expect, it } from 'vitest'
import { normalAddress } from '../../shared/domain/address.ts'
import { inPool } from '../../shared/domain/profile.ts'
import { looksAutomatic, ProfileForm } from '../../shared/domain/profile-form.ts'
import {
  atTime,
  isGone,
  leaving,
  movedTo,
  pausedForGood,
  pausedUntil,
  staying,
  wantsMail,
  without,
} from '../../shared/domain/standing.ts'
import { aForm } from '../support/people.ts'
import { aMenteeProfile, NOW } from '../support/profiles.ts'

const member = aMenteeProfile()
const later = (iso: string) => new Date(iso)

describe('a pause until a day', () => {
  it('ends when that day begins where the member lives, also after the clocks change', () => {
    const resting = pausedUntil(member, '2026-03-20', NOW)
    expect(resting).toMatchObject({ status: 'paused', dueAt: '2026-03-20T04:00:00.000Z' })
    expect(atTime(resting ?? member, later('2026-03-20T03:59:59.000Z')).status).toBe('paused')
    const back = atTime(resting ?? member, later('2026-03-20T04:00:00.000Z'))
    expect(back.status).toBe('active')
    expect(back.dueAt).toBeUndefined()
    expect(inPool(back)).toBe(true)
  })

  it('may not be over already, nor last for years', () => {
    expect(pausedUntil(member, '2026-03-02', NOW)).toBeUndefined()
    expect(pausedUntil(member, '2029-01-01', NOW)).toBeUndefined()
  })

  it('can be made one without an end, which time does not end', () => {
    const resting = pausedForGood(pausedUntil(member, '2026-03-20', NOW) ?? member)
    expect(atTime(resting, later('2030-01-01T00:00:00.000Z')).status).toBe('paused')
  })

  it('is nothing for somebody who is not taking part', () => {
    expect(pausedUntil(aMenteeProfile({ status: 'pending' }), '2026-03-20', NOW)?.status).toBe('pending')
  })
})

describe('leaving', () => {
  it('is out of the pool at once, and over when the time is', () => {
    const leaver = leaving(member, 10, NOW)
    expect(inPool(leaver)).toBe(false)
    expect(isGone(leaver, NOW)).toBe(false)
    expect(isGone(leaver, new Date(NOW.getTime() + 600_000))).toBe(true)
    expect(leaving(leaver, 10, new Date(NOW.getTime() + 60_000))).toBe(leaver)
  })

  it.each(['active', 'paused'] as const)('can be undone: whoever was %s is so again', (status) => {
    const kept = staying(leaving(aMenteeProfile({ status }), 10, NOW))
    expect(kept).toMatchObject({ status, dueAt: undefined, statusBefore: undefined, dueBefore: undefined })
  })

  it('is one’s own wish from when one says so, though an organizer said it first', () => {
    const sent = leaving(member, 10, NOW, 'organizer')
    expect(movedTo(sent, 'active')).toMatchObject({ status: 'active', deletedBy: undefined })
    const own = leaving(sent, 10, NOW)
    expect(own.dueAt).toBe(sent.dueAt)
    expect(movedTo(own, 'active')).toBeUndefined()
    expect(leaving(own, 10, NOW, 'organizer')).toBe(own)
  })

  it('can be undone: a pause that had a day ends on it all the same', () => {
    const resting = pausedUntil(member, '2026-03-20', NOW) ?? member
    const kept = staying(leaving(resting, 10, NOW))
    expect(kept).toEqual(resting)
    expect(atTime(kept, later('2026-03-20T04:00:00.000Z')).status).toBe('active')
  })
})

it('mail is wanted until somebody says otherwise', () => {
  expect(wantsMail(member, 'left-out')).toBe(true)
  expect(wantsMail(without(member, 'left-out'), 'left-out')).toBe(false)
  expect(wantsMail(without(member, 'left-out'), 'reminders')).toBe(true)
})

it.each([
  ['sam+lab@example.org', 'sam@example.org', true],
  ['Sam.Rivera+lab@gmail.com', 'samrivera@googlemail.com', true],
  ['sam.rivera@example.org', 'samrivera@example.org', false],
  ['+lab@example.org', '@example.org', false],
  ['sam@gmail.com', 'sam@example.org', false],
])('%s and %s: the same person is %s', (one, other, same) => {
  expect(normalAddress(one) === normalAddress(other)).toBe(same)
})

it('what is no address stays as it is', () => {
  expect(normalAddress('u4-ab_c')).toBe('u4-ab_c')
})

it.each([
  [{}, false],
  [{ secondsOpen: 3 }, false],
  [{ secondsOpen: 2.9 }, true],
  [{ website: '' }, false],
  [{ website: 'https://example.org' }, true],
])('a form with %j looks automatic: %s', (more, automatic) => {
  expect(looksAutomatic(ProfileForm.parse({ ...aForm(), ...more }))).toBe(automatic)
})
