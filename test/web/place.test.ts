import { expect, it } from 'vitest'
import { partsOf, to } from '../../web/organize/place.ts'

it('a place is read from the address as it was written there', () => {
  expect(partsOf(to('rounds', '20261123T054701277Z-f7288edc', 'publish', 'a/b #1'))).toEqual([
    'rounds',
    '20261123T054701277Z-f7288edc',
    'publish',
    'a/b #1',
  ])
  expect(partsOf('')).toEqual([])
})

it('an address that was cut off is no place, and breaks nothing', () => {
  expect(partsOf('#/people/%E0%A4%')).toEqual(['people', '%E0%A4%'])
})
