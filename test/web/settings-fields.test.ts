import { expect, it } from 'vitest'
import { changesOf, filledIn, inWords, joined, sumOf } from '../../web/organize/settings/fields.ts'

const deployed = {
  weights: { topics: 350, practice: 200, style: 150, contact: 150, background: 150 },
  rules: { minimumExperienceGap: 2, loadPenalty: 2 },
  publish: 'auto' as const,
  cadence: 'Every two weeks.',
  organizers: '',
}
const settings = { ...deployed, publish: 'review' as const }
const current = { version: 3, settings, deployed, fixed: [] }

function aForm(values: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  return form
}

it('only what differs is sent, and what was deployed is followed again', () => {
  expect(changesOf({ ...settings, organizers: 'Ana', publish: 'auto' }, current)).toEqual({
    publish: null,
    organizers: 'Ana',
  })
  expect(changesOf(settings, current)).toEqual({})
})

it('what somebody else has saved stays, unless it was changed in the form too', () => {
  const typed = { ...settings, cadence: 'Weekly.', organizers: 'Ana' }
  const now = { ...settings, publish: 'auto' as const, organizers: 'Joe' }
  expect(joined(typed, settings, now)).toEqual({ ...now, cadence: 'Weekly.', organizers: 'Ana' })
})

it('a form is read field by field, and what is no whole number is told apart', () => {
  const filled = filledIn(aForm({ 'weights.topics': ' 400 ', 'rules.loadPenalty': '2.5', cadence: ' Often. ' }))
  expect(filled.weights.topics).toBe(400)
  expect(filled.rules.loadPenalty).toBeNaN()
  expect(filled.cadence).toBe('Often.')
})

it('weights are added up', () => {
  expect(sumOf(deployed.weights)).toBe(1000)
})

it('a setting is told in words, whatever its kind', () => {
  expect(inWords('review')).toMatch('Wait as a draft')
  expect(inWords(undefined)).toBe('as deployed')
  expect(inWords(deployed.rules)).toBe(
    'Years of experience a mentor must have more: 2, Points that each further mentee of a mentor costs: 2',
  )
})
