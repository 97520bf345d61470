import { describe, expect, it } from 'vitest'
import { fits, lookedThrough } from '../../shared/domain/directory.ts'
import { aMenteeProfile } from '../support/profiles.ts'

/** Who is found by what somebody remembers. */

const somebody = (firstName: string, lastName: string, email = 'somebody@example.org') =>
  aMenteeProfile({ contact: { firstName, lastName, email } })
const ana = somebody('Ana María', 'Ruiz', 'A.Ruiz+lab@example.org')

describe('a search', () => {
  it.each([
    'ana ruiz',
    'ruiz ana',
    'RUIZ',
    'maria',
    'María',
    ' ruiz  ana ',
    'uiz',
    'a.ruiz+lab@example.org',
    '@example',
    '',
  ])('for “%s” finds Ana María Ruiz', (q) => {
    expect(fits({ q })(ana)).toBe(true)
  })

  it.each(['ana diaz', 'ruiz ben', 'anna', 'ruiz@example.org'])('for “%s” does not', (q) => {
    expect(fits({ q })(ana)).toBe(false)
  })

  it.each([
    ['Müller', 'muller'],
    ['MULLER', 'Müller'],
    ['Øyvind', 'oyvind'],
    ['Łukasz', 'LUKASZ'],
    ['Strauß', 'strauss'],
    ['İpek', 'ipek'],
    ['O’Brien', "o'brien"],
    ['Nguyễn', 'nguyen'],
    ['Ｓａｍ', 'sam'],
    ['Éva', 'E\u0301VA'],
    ['김민준', '김민준'],
  ])('finds %s by “%s”', (name, q) => {
    expect(fits({ q })(somebody(name, 'Rivera'))).toBe(true)
  })

  it('asks for all that is asked for', () => {
    const { role, status, traits } = ana
    const asked = { role, status, state: traits.state, q: 'ruiz' }
    expect(fits(asked)(ana)).toBe(true)
    for (const other of [{ role: 'mentor' as const }, { status: 'paused' as const }, { state: 'TX' }, { q: 'berg' }]) {
      expect(fits({ ...asked, ...other })(ana)).toBe(false)
    }
  })
})

it('nothing but names and address is looked through', () => {
  const { contact, traits } = ana
  const profile = { ...ana, contact: { ...contact, about: 'Owls.' }, traits: { ...traits, employer: 'Northside' } }
  expect(lookedThrough(profile)).toBe('ana maria ruiz a.ruiz+lab@example.org')
})
