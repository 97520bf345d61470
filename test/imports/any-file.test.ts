import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ProfileForm } from '../../shared/domain/profile-form.ts'
import { textOf } from '../../shared/imports/reading/decode.ts'
import { readPeopleFile } from '../../shared/imports/reading/people-file.ts'
import { MESSY } from './messy.ts'

/** Reads all there is to read. */
function read(text: string) {
  const file = readPeopleFile(text, { consent: true })
  return 'problems' in file ? [] : file.rows.map(file.check)
}

it('whatever bytes come in, they are read or refused in words, and never thrown at', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(Array.isArray(read(textOf(bytes)))).toBe(true)
    }),
    { numRuns: 300 },
  )
})

it('a good file with anything thrown into it gives forms that pass, or words; the rows go up', () => {
  const pieces = fc.oneof(fc.constantFrom('"', ';', ',', '\n', '\r', '\t', '\u0000', '"";', '__proto__'), fc.string())
  const places = fc.array(fc.tuple(fc.nat(MESSY.length), pieces), { maxLength: 6 })
  fc.assert(
    fc.property(places, (thrown) => {
      const text = thrown.reduce((so, [at, piece]) => so.slice(0, at) + piece + so.slice(at), MESSY)
      const rows = read(text)
      for (const row of rows) {
        if ('form' in row) expect(ProfileForm.safeParse(row.form).success).toBe(true)
        else expect(row.errors.every(({ message }) => message.length > 5)).toBe(true)
      }
      expect(rows.map(({ row }) => row)).toEqual(rows.map(({ row }) => row).toSorted((a, b) => a - b))
    }),
    { numRuns: 300 },
  )
})

it('no message repeats an address', () => {
  const cells = fc.constantFrom(
    'secret@example.org',
    'OH',
    'x',
    '',
    'Sam <secret@example.org>',
    'mentor',
    '614-555-0100',
  )
  const row = fc.array(cells, { minLength: 4, maxLength: 14 }).map((texts) => texts.join(','))
  const headings =
    'role,email,state,shift,departments,topics,availability,first name,last name,languages,time zone,years'
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
      const errors = read([headings, ...rows].join('\n')).flatMap((read) => ('errors' in read ? read.errors : []))
      expect(JSON.stringify(errors)).not.toMatch(/secret|555/)
    }),
  )
})
