import { expect, it } from 'vitest'
import type { Field } from '../../shared/imports/reading/headings.ts'
import { readPeopleFile } from '../../shared/imports/reading/people-file.ts'
import { emptyList } from '../../web/organize/import/empty-list.ts'
import { columnMapOf, type Mapping, missingIn, withColumn, withConstant } from '../../web/organize/import/mapping.ts'
import { readingOf } from '../../web/organize/import/reading.ts'
import { refusedFile } from '../../web/organize/import/refused-file.ts'
import { whyNotThisFile } from '../../web/organize/import/which-file.ts'
import { whysOf } from '../../web/organize/import/why.ts'
import { MESSY, MESSY_ERRORS } from '../imports/messy.ts'

const mappingOf = (text: string): Mapping => ({
  columns: readingOf(text, { consent: false }).columns.map(({ letter, field }) => ({ letter, field })),
  constants: {},
})
const NAMELESS = 'Who;Contact;Where\r\nZoë Åström;zoe@example.org;Ohio\r\n'

it('a messy list is read as the server reads it: columns with samples, rows, and what is wrong in words', () => {
  const reading = readingOf(MESSY, { consent: false })
  expect(reading.columns[3]).toEqual({
    letter: 'D',
    title: 'Role',
    field: 'role',
    samples: ['Mentee', 'mentee', 'mentor'],
  })
  expect(reading).toMatchObject({ rows: 8, problems: [] })
  expect(reading.first).toHaveLength(2)
  expect(Object.fromEntries(reading.refused.map(({ row, errors }) => [row, errors[0]?.message]))).toEqual(
    Object.fromEntries(Object.entries(MESSY_ERRORS).map(([row, [, message]]) => [row, message])),
  )
})

it('the map that is sent says what was shown, so that the server guesses nothing', () => {
  const map = columnMapOf(mappingOf(MESSY))
  expect(map).toMatchObject({ email: '#A', role: '#D', topics: '#H', consent: '#O', name: '', timeZone: '' })
  expect(readingOf(MESSY, { map, consent: false })).toEqual(readingOf(MESSY, { consent: false }))
})

it('whoever gave no answer to the question of consent is in when the organizer says so, and whoever said no never', () => {
  const silent = MESSY.replace(';Yes', ';')
  expect(readingOf(silent, { consent: false }).refused).toHaveLength(7)
  expect(readingOf(silent, { consent: true }).refused).toHaveLength(6)
  expect(readingOf(MESSY.replace(';Yes', ';No'), { consent: true }).refused).toHaveLength(7)
})

it('a list whose headings say nothing shows its columns all the same, so that somebody can say what they are', () => {
  const reading = readingOf(NAMELESS, { consent: true })
  expect(reading.problems).toHaveLength(1)
  expect(reading.columns.map(({ letter, samples }) => [letter, samples[0]])).toEqual([
    ['A', 'Who'],
    ['B', 'Contact'],
    ['C', 'Where'],
  ])
  let mapping = withColumn(withColumn(mappingOf(NAMELESS), 'A', 'name'), 'B', 'email')
  mapping = withColumn(mapping, 'C', 'state')
  expect(missingIn(mapping)).toEqual([
    'role',
    'setting',
    'departments',
    'yearsOfExperience',
    'shift',
    'topics',
    'availability',
    'meeting',
  ])
  const everybody: [Field, string][] = [
    ['role', 'mentee'],
    ['setting', 'hospital'],
    ['departments', 'hematology'],
    ['yearsOfExperience', '1'],
    ['shift', 'day'],
    ['topics', 'cert_prep'],
    ['availability', 'weekday evenings'],
    ['meeting', 'video'],
  ]
  for (const [field, value] of everybody) mapping = withConstant(mapping, field, value)
  const mapped = readingOf(NAMELESS, { map: columnMapOf(mapping), consent: true })
  expect(mapped.refused.map(({ row }) => row)).toEqual([1])
  expect(mapped.first[0]).toMatchObject({ row: 2, form: { firstName: 'Zoë', state: 'OH', shift: 'day' } })
})

it('a mentor without a column for seats lacks them, and what one column has is taken from another', () => {
  const mapping = mappingOf(MESSY)
  expect(missingIn(mapping)).toEqual([])
  expect(missingIn(withColumn(mapping, 'M', undefined))).toEqual(['capacity'])
  expect(missingIn(withColumn(mapping, 'B', 'lastName'))).toEqual(['firstName'])
  const two = withColumn(mapping, 'N', 'topics')
  expect(columnMapOf(two).topics).toEqual(['#H', '#N'])
})

it('refused rows come as a file with the original headings and the reasons, which can be corrected and read again', () => {
  const whys = new Map([
    [7, 'There is no department “hematolgy”.'],
    [10, '=1+1'],
  ])
  const file = refusedFile(MESSY, columnMapOf(mappingOf(MESSY)), whys)
  expect(file.startsWith('\uFEFFEmail Address,First name,')).toBe(true)
  expect(file.split('\r\n')[0]).toMatch(/,I agree,Why$/)
  expect(file).toContain("'=1+1")
  const again = readPeopleFile(file.replace('hematolgy', 'hematology'), {})
  if ('problems' in again) throw new Error('The file should be read.')
  expect(again.rows.map(again.check).map((row) => 'form' in row)).toEqual([true, false])
})

it('the empty list has only headings that are understood', () => {
  const reading = readingOf(`${emptyList()}sam@example.org\r\n`, { consent: true })
  expect(reading.columns.filter(({ field }) => !field)).toEqual([])
  expect(missingIn({ columns: reading.columns, constants: {} })).toEqual([])
})

it('a workbook, an empty file and one that is too large are told apart from a list', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  expect(whyNotThisFile(bytes('PK\u0003\u0004…'))).toMatch('This is a workbook')
  expect(whyNotThisFile(bytes(''))).toMatch('nothing in this file')
  expect(whyNotThisFile(new Uint8Array(6 * 1024 * 1024 + 1))).toMatch('larger than 6 MB')
  expect(whyNotThisFile(bytes(MESSY))).toBeUndefined()
})

it('what no column has is called by its name, and other complaints say where they are themselves', () => {
  const { refused } = readingOf('Email,State,Role\r\nsam@example.org,Ohoi,mentee\r\n', { consent: true })
  const whys = whysOf(refused[0]?.errors ?? [])
  expect(whys).toContain('Column B (“State”): There is no state “Ohoi”. Did you mean Ohio?')
  expect(whys).toContain('Shift: There is no column for this.')
  expect(new Set(whys).size).toBe(whys.length)
})
