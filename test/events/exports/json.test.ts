import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import * as z from 'zod'
import type { Registration } from '../../../shared/domain/registration.ts'
import { exportedList, registrationOf } from '../../../shared/events/exports/exported.ts'
import { anEvent } from '../../support/events.ts'
import { listOf, nth } from './lists.ts'

const List = z.object({ items: z.array(z.record(z.string(), z.unknown())), total: z.int(), asOf: z.string() })
const json = async (list: Parameters<typeof listOf>[1]) => {
  const text = (await (await listOf('json', list)).bytes()).toString('utf8')
  return { text, ...List.parse(JSON.parse(text)) }
}

const event = {
  questions: [
    { type: 'choices' as const, key: 'diet', label: 'Diet', required: false, options: ['Vegan', 'Halal'] },
    { type: 'yes-no' as const, key: 'first', label: 'First time?', required: false },
  ],
}

it('an empty list is one, too', async () => {
  expect(await json({ people: [] })).toMatchObject({ items: [], total: 0 })
})

it('keeps every value as it is: nothing is marked, joined or shortened', async () => {
  const people = [{ answers: { diet: ['Vegan', 'Halal'], first: false }, organizerNote: '=1+1' }]
  const { items } = await json({ event, people })
  expect(items[0]).toMatchObject({ q_diet: ['Vegan', 'Halal'], q_first: false, organizer_note: '=1+1', phone: null })
  expect(Object.keys(items[0] ?? {}).slice(0, 3)).toEqual(['registration_id', 'event_id', 'event_title'])
})

it('says of what moment it is: that of the newest change, or when those who did not come were known', async () => {
  const people = [{ updatedAt: '2027-01-01T00:00:00.000Z' }, { updatedAt: '2027-01-02T00:00:00.000Z' }]
  expect(await json({ people })).toMatchObject({ asOf: '2027-01-02T00:00:00.000Z' })
  const now = new Date('2028-01-01T00:00:00Z')
  expect(await json({ people, now })).toMatchObject({ asOf: '2027-01-13T04:00:00.000Z' })
})

it('holds all that a registration is made of', async () => {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  const email = 'sam1@example.org'
  const people: Registration[] = [
    nth(1, {
      addressHash: hash(email),
      answers: { diet: ['Halal'], first: true },
      organizerNote: 'a\nb',
      minutesAttended: 0,
    }),
    nth(2, {
      addressHash: hash(email),
      status: 'offered',
      waitNumber: 4,
      dueAt: '2027-01-01T00:00:00.000Z',
      linkVersion: 3,
    }),
    nth(3, {
      addressHash: hash(email),
      status: 'cancelled',
      cancelledAt: '2027-01-01T00:00:00.000Z',
      cancelledBy: 'organizer',
    }),
    nth(4, {
      addressHash: hash(email),
      checkIn: { at: '2027-01-13T00:59:00.000Z', method: 'walk-in' },
      source: 'walk-in',
    }),
    nth(5, { addressHash: '', person: undefined }),
  ]
  const { text } = await json({ event, people })
  const list = exportedList(anEvent(event)).parse(JSON.parse(text))
  expect(list.items.map((item) => registrationOf(anEvent(event), item, hash))).toEqual(people)
})
