import { expect, it } from 'vitest'
import { noValues, type Values } from '../../web/form/values.ts'
import { clashOf, joined } from '../../web/organize/people/merging.ts'
import { startOfRound } from '../../web/organize/people/round-day.ts'
import { seatsOf } from '../../web/organize/people/words.ts'

const BASE: Values = {
  ...noValues,
  firstName: 'Ana',
  shift: 'day',
  topics: ['time', 'wellness'],
  style: { structure: '1', feedback: '', pace: '' },
}

it('what one of two changed alone stays as they have it, and what both changed is for somebody to choose', () => {
  const mine = { ...BASE, shift: 'night', firstName: 'Anna', topics: ['wellness', 'time'] }
  const theirs = { ...BASE, shift: 'evening', employer: 'Mercy', style: { structure: '2', feedback: '', pace: '' } }
  expect(clashOf(BASE, mine, theirs)).toEqual({ theirs: ['employer', 'style'], both: ['shift'] })
  const all = joined(BASE, mine, theirs, new Set())
  expect(all).toMatchObject({ firstName: 'Anna', shift: 'night', employer: 'Mercy', style: { structure: '2' } })
  expect(joined(BASE, mine, theirs, new Set(['shift']))).toEqual({ ...all, shift: 'evening' })
})

it('who changed the same to the same has nothing to choose', () => {
  const both = { ...BASE, topics: ['ce', 'time'] }
  expect(clashOf(BASE, both, { ...both, topics: ['time', 'ce'] })).toEqual({ theirs: [], both: [] })
})

it('a round is called by its day, and one whose id says none has no day', () => {
  expect(startOfRound('20261123T124701277Z-f7288edc')).toBe('Round of Nov 23, 2026')
  expect(startOfRound('first')).toBe('A round')
})

it('seats are said in words', () => {
  expect(seatsOf({ role: 'mentor', capacity: 1, openMatches: 0 })).toBe('0 of 1 seat taken')
  expect(seatsOf({ role: 'mentor', capacity: 3, openMatches: 2 })).toBe('2 of 3 seats taken')
  expect(seatsOf({ role: 'mentee', openMatches: 0 })).toBe('No mentor yet')
})
