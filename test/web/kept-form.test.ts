import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetForm, keepForm, keptForm, keyFor } from '../../web/event/kept-form.ts'

afterEach(() => vi.unstubAllGlobals())

describe('what is kept of a form', () => {
  beforeEach(() => {
    const kept = new Map<string, string>()
    vi.stubGlobal('sessionStorage', {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, text: string) => kept.set(name, text),
      removeItem: (name: string) => kept.delete(name),
    })
  })
  const ana = { firstName: 'Ana' }

  it('its key stays the same until there is an answer', () => {
    const key = keyFor('event', ana)
    expect(key.length).toBeGreaterThan(30)
    expect(keyFor('event', ana)).toBe(key)
    forgetForm('event')
    expect(keyFor('event', ana)).not.toBe(key)
  })

  it('its key is another one for another form or event, so that no correction is lost', () => {
    const key = keyFor('event', ana)
    expect(keyFor('other', ana)).not.toBe(key)
    expect(keyFor('event', { firstName: 'Anna' })).not.toBe(key)
  })

  it('what was typed comes back, until it is sent', () => {
    const form = new FormData()
    for (const topic of ['Staffing', 'Certification']) form.append('answers.topics', topic)
    keepForm('event', form)
    expect([...keptForm('event')]).toEqual([...form])
    expect([...keptForm('other')]).toEqual([])
    forgetForm('event')
    expect([...keptForm('event')]).toEqual([])
  })
})

it('a browser that refuses to store anything keeps nothing, and the form works', () => {
  vi.stubGlobal('sessionStorage', undefined)
  expect(keyFor('event', {})).not.toBe('')
  keepForm('event', new FormData())
  expect([...keptForm('event')]).toEqual([])
})
