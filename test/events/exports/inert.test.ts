import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inert } from '../../../shared/events/exports/inert.ts'

describe('a cell that could be a formula gets an apostrophe in front, and keeps all it has', () => {
  it.each([...'=+-@|%＝＋－＠｜％', '\t', '\r'])('%j', (sign) => {
    expect(inert(`${sign}cmd`)).toBe(`'${sign}cmd`)
    expect(inert(sign)).toBe(`'${sign}`)
  })

  it.each([
    ['a space', ' '],
    ['an end of line', '\n'],
    ['a no-break space', '\u00A0'],
    ['an ideographic space', '\u3000'],
    ['a zero-width space', '\u200B'],
    ['a zero-width joiner', '\u200D'],
    ['a word joiner', '\u2060'],
    ['a byte order mark', '\uFEFF'],
    ['a soft hyphen', '\u00AD'],
    ['a mark of direction', '\u202E'],
    ['several of them', ' \u200B\u00A0\uFEFF'],
  ])('also after %s', (_, unseen) => {
    expect(inert(`${unseen}=1+1`)).toBe(`'${unseen}=1+1`)
    expect(inert(`${unseen}＝1+1`)).toBe(`'${unseen}＝1+1`)
  })

  it.each(["O'Neil", 'sam@example.org', '1-2', '50 %', '#1', '’=', '', ' ', '(=1)', '日本', "'=1"])(
    'but not %j',
    (text) => {
      expect(inert(text)).toBe(text)
    },
  )
})

it('nothing is ever taken away, and nothing begins as a formula afterwards', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(fc.constantFrom('', ' ', '\u200B', '\u00A0'), fc.constantFrom('=', '＠', '\t', 'a'), fc.string())
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(anything, (text) => {
      const cell = inert(text)
      expect(cell.endsWith(text)).toBe(true)
      expect(['', "'"]).toContain(cell.slice(0, cell.length - text.length))
      expect(inert(cell)).toBe(cell)
    }),
  )
})
