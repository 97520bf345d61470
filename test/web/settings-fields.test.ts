import { describe, expect, it } from 'vitest'
import { changesOf, filledIn, inWords, joined, sumOf, textsIn, textsOf } from '../../web/organize/settings/fields.ts'

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

describe('settings that have changed under a form are in it now', () => {
  const before = textsOf(settings)

  it('unless something else was typed there', () => {
    const typed = { ...before, cadence: 'Weekly.', organizers: 'Ana' }
    const now = { ...before, publish: 'auto', organizers: 'Joe' }
    expect(joined(typed, before, now)).toEqual({ ...now, cadence: 'Weekly.', organizers: 'Ana' })
  })

  it('field by field: a weight, or a rule, that was typed takes none of the others with it', () => {
    const typed = { ...before, 'weights.style': '140', 'rules.loadPenalty': '9' }
    const now = { ...before, 'weights.topics': '360', 'rules.minimumExperienceGap': '4' }
    expect(joined(typed, before, now)).toEqual({ ...now, 'weights.style': '140', 'rules.loadPenalty': '9' })
  })

  it('with the space somebody has just typed, for the next word', () => {
    const typed = { ...before, cadence: 'Weekly or so ', organizers: 'Ana ' }
    const saved = { ...before, cadence: 'Weekly', organizers: 'Ana ' }
    const now = { ...saved, organizers: 'Ana' }
    expect(joined(textsIn(aForm(typed)), saved, now)).toEqual(typed)
  })

  it('and what has only spaces more than before was not typed anew', () => {
    expect(joined({ ...before, cadence: `${before.cadence} ` }, before, { ...before, cadence: 'Weekly.' })).toEqual({
      ...before,
      cadence: 'Weekly.',
    })
  })

  it('and what is typed and no number yet stays as it is', () => {
    const typed = { ...before, 'weights.style': '', 'rules.loadPenalty': 'two' }
    expect(joined(typed, before, before)).toEqual(typed)
  })
})

it('settings are shown as a form has them, and read from it as they were', () => {
  expect(textsOf(settings)).toMatchObject({ 'weights.topics': '350', 'rules.loadPenalty': '2', publish: 'review' })
  expect(filledIn(textsIn(aForm(textsOf(settings))))).toEqual(settings)
})

it('a form is read field by field, and what is no whole number is told apart', () => {
  const filled = filledIn(
    textsIn(aForm({ 'weights.topics': ' 400 ', 'rules.loadPenalty': '2.5', cadence: ' Often. ' })),
  )
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
