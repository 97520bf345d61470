import { expect, it } from 'vitest'
import { SLOTS } from '../../shared/domain/week.ts'
import { slotsOf, timesIn } from '../../shared/imports/reading/week-words.ts'

const times = (text: string, heading = '') => slotsOf(text, timesIn(heading))
const NIGHTLESS = SLOTS.filter((slot) => !slot.endsWith('night'))

it.each([
  ['Mon evening', ['mon-evening']],
  ['tue-morning, mon-evening', ['mon-evening', 'tue-morning']],
  ['Mon-Wed evenings', ['mon-evening', 'tue-evening', 'wed-evening']],
  ['Sat - Mon mornings', ['mon-morning', 'sat-morning', 'sun-morning']],
  ['mornings on Tuesday and Thursday', ['tue-morning', 'thu-morning']],
  ['Mon (evening)', ['mon-evening']],
  ['Sun morning (before 10), night', ['sun-night', 'sun-morning']],
  ['Friday', ['fri-morning', 'fri-afternoon', 'fri-evening']],
  ['Fri AM/PM; Sat night', ['fri-morning', 'fri-afternoon', 'sat-night']],
  ['any time', NIGHTLESS],
  ['afternoons', NIGHTLESS.filter((slot) => slot.endsWith('afternoon'))],
  ['evenings and weekends', NIGHTLESS.filter((slot) => slot.endsWith('evening') || /^(sat|sun)/.test(slot))],
])('“%s” is free time', (text, slots) => {
  expect(times(text)).toEqual({ slots })
})

it.each([
  ['x', 'Availability [Monday]', ['mon-morning', 'mon-afternoon', 'mon-evening']],
  ['Yes', 'Mon evening', ['mon-evening']],
  ['No', 'Mon evening', []],
  ['Morning, Evening', 'When are you free? [Tue]', ['tue-morning', 'tue-evening']],
  ['Monday; Friday', 'Evenings', ['mon-evening', 'fri-evening']],
])('“%s” below “%s” is free time', (text, heading, slots) => {
  expect(times(text, heading)).toEqual({ slots })
})

it.each(['6pm', 'constructor', 'soon', 'lundi'])('“%s” is no time we know, and is said', (word) => {
  expect(times(`Mon ${word}`)).toEqual({ unknown: word })
})
