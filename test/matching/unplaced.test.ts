import { describe, expect, test } from 'vitest'
import { assign } from '../../shared/matching/assign.ts'
import type { Person } from '../../shared/matching/person.ts'
import { rulesFor } from '../../shared/matching/rules.ts'
import { aMentee, aMentor } from '../support/people.ts'

function leftOut(...people: Person[]) {
  return assign(people, rulesFor(people)).unplaced.map(({ reason, detail }) => [reason, detail])
}

describe('why a mentee is left out', () => {
  test('no mentor has a free seat', () => {
    expect(leftOut(aMentee(), aMentor({ capacity: 0 }))).toEqual([['no-mentors', 'No mentor has a free seat.']])
  })

  test('the seats went to others', () => {
    expect(leftOut(aMentee({ id: 'b' }), aMentee({ id: 'a' }), aMentor())).toEqual([
      ['seats', '1 mentor has a free seat; the one free seat there went to somebody else.'],
    ])
    const three = ['a', 'b', 'c'].map((id) => aMentee({ id }))
    expect(leftOut(...three, aMentor({ capacity: 2 }), aMentor({ id: 'far', meeting: ['phone'] }))).toEqual([
      [
        'seats',
        '2 mentors have a free seat; 1 of them likes to meet as you do; all 2 free seats there went to others.',
      ],
    ])
  })

  test.each<[string, string, Partial<Person>, Partial<Person>]>([
    ['same-person', 'is yourself', { email: 'a@example.org' }, { email: 'A@example.org' }],
    ['paired-before', 'was paired with you before', { past: ['mentor'] }, {}],
    ['experience', 'does not have enough more experience', {}, { yearsOfExperience: 3 }],
    ['language', 'does not share a language with you', {}, { languages: ['es'] }],
    ['meeting', 'does not like to meet as you do', {}, { meeting: ['phone'] }],
    ['hours', 'does not share an hour with you', { availability: ['mon-night'] }, { availability: ['tue-night'] }],
    [
      'interests',
      'does not offer any of your topics or departments',
      {},
      { topics: ['ce'], departments: ['chemistry'] },
    ],
    ['employer', 'works for the same employer', { employer: 'Mercy', avoidSameEmployer: true }, { employer: 'Mercy' }],
  ])('%s: the only mentor %s', (reason, words, mentee, mentor) => {
    expect(leftOut(aMentee(mentee), aMentor(mentor))).toEqual([
      [reason, `1 mentor has a free seat; that one ${words}.`],
    ])
  })

  test('the rule at which nobody is left, with the counts on the way there', () => {
    const people = [
      aMentee({ availability: ['mon-night'] }),
      aMentor({ id: 'full', capacity: 0 }),
      aMentor({ id: 'young', yearsOfExperience: 1 }),
      aMentor({ id: 'spanish', languages: ['es'] }),
      aMentor({ id: 'busy', availability: ['tue-night'] }),
      aMentor({ id: 'busy-too', availability: ['wed-night'] }),
    ]
    expect(leftOut(...people)).toEqual([
      [
        'hours',
        '4 mentors have a free seat; 3 of them have enough more experience; ' +
          '2 of them share a language with you; none of those shares an hour with you.',
      ],
    ])
  })

  test('is said of each, in the order of ids', () => {
    const people = [aMentee({ id: 'b' }), aMentee({ id: 'B', languages: ['es'] }), aMentee({ id: 'a' })]
    const { unplaced } = assign(people, rulesFor(people))
    expect(unplaced.map(({ mentee }) => mentee)).toEqual(['B', 'a', 'b'])
  })
})
