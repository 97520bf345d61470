import { describe, expect, it } from 'vitest'
import type { ColumnMap } from '../../shared/imports/reading/columns.ts'
import { textOf } from '../../shared/imports/reading/decode.ts'
import { readPeopleFile } from '../../shared/imports/reading/people-file.ts'
import { MESSY, MESSY_ERRORS } from './messy.ts'

const read = (text: string, map?: ColumnMap, consent = true) => {
  const file = readPeopleFile(text, { map, consent })
  return 'problems' in file ? file.problems : file.rows.map(file.check)
}
const utf16 = (text: string) => Buffer.from(text, 'utf16le')

const HEADINGS =
  'email,first name,last name,role,state,setting,departments,topics,years,shift,availability,meeting,capacity'
/** A file with one person in it; a cell may be another one. */
const oneWith = (cells: Record<string, string>, headings = HEADINGS) => {
  const good: Record<string, string> = {
    email: 'sam@example.org',
    'first name': 'Sam',
    'last name': 'Rivera',
    role: 'mentor',
    state: 'OH',
    setting: 'hospital',
    departments: 'hematology',
    topics: 'cert_prep',
    years: '3',
    shift: 'day',
    availability: 'mon-evening',
    meeting: 'video',
    capacity: '2',
    ...cells,
  }
  const quote = (cell = '') => `"${cell.replaceAll('"', '""')}"`
  return `${headings}\n${headings
    .split(',')
    .map((name) => quote(good[name]))
    .join(',')}`
}

describe('a messy file', () => {
  it.each([
    ['UTF-8', Buffer.from(MESSY)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${MESSY}`)],
    ['Latin-1', Buffer.from(MESSY, 'latin1')],
    ['UTF-16', utf16(`\uFEFF${MESSY}`)],
    ['UTF-16 without a mark', utf16(MESSY)],
    ['UTF-16, the other way round', utf16(`\uFEFF${MESSY}`).swap16()],
    ['semicolons that Excel announces', Buffer.from(`sep=;\r\n${MESSY}`)],
    ['tabs', Buffer.from(MESSY.replaceAll(';', '\t'))],
  ])('gives its good people and says what is wrong with the others: %s', (_, bytes) => {
    const rows = read(textOf(bytes), undefined, false)
    const errors = rows.flatMap((row) => ('errors' in row ? row.errors.map((error) => [row.row, error]) : []))
    expect(errors).toEqual(
      Object.entries(MESSY_ERRORS).map(([row, [path, message]]) => [Number(row), { path, message }]),
    )
    const people = rows.flatMap((row) => ('form' in row ? [[row.row, row.form]] : []))
    expect(people).toMatchObject([
      [
        5,
        {
          firstName: 'Zoë',
          lastName: 'Åström',
          role: 'mentee',
          state: 'OH',
          departments: ['hematology', 'urinalysis'],
          meeting: ['video'],
          about: 'Loves cells,\nand smears',
        },
      ],
      [12, { role: 'mentor', email: 'ana@example.org', state: 'NY', yearsOfExperience: 9, capacity: 3 }],
    ])
  })
})

describe('the answers of Google Forms', () => {
  it('are understood by their questions, their names and their grids', () => {
    const headings = [
      'Timestamp',
      'Email Address',
      'Your full name',
      'Would you like to be a mentor or a mentee?',
      'Which state do you work in?',
      'Where do you work?',
      'Which departments have you worked in?',
      'What would you like help with?',
      'How many years of experience do you have?',
      'Which shift do you usually work?',
      'When are you free? [Monday]',
      'When are you free? [Thursday]',
      'How do you prefer to meet?',
      'Which certification are you pursuing?',
      'Certifications you hold',
      'By ticking this box I agree to the privacy policy',
    ]
    const cells = [
      '2026/01/02 10:11:12 AM EST',
      'Sam <sam@example.org>',
      'Rivera, Sam',
      'Mentee (I would like guidance)',
      'Columbus, OH',
      'College, university, professional school',
      'Anatomic pathology (grossing, autopsy support), Urinalysis / body fluids',
      'Finding jobs, CV, interviewing, Wellness, resilience, burnout',
      '3-5 years',
      'Weekend / holiday',
      'Morning, Evening',
      '',
      'Video call, In person',
      'MLS(ASCP)CM',
      'MLT (ASCP), PBT',
      'I agree',
    ]
    const line = (texts: string[]) => texts.map((text) => `"${text}"`).join(',')
    const [row] = read(`${line(headings)}\n${line(cells)}`, undefined, false)
    expect(row).toMatchObject({
      row: 2,
      form: {
        role: 'mentee',
        firstName: 'Sam',
        lastName: 'Rivera',
        email: 'sam@example.org',
        state: 'OH',
        setting: 'academia',
        departments: ['anatomic_pathology', 'urinalysis'],
        topics: ['job_search', 'wellness'],
        yearsOfExperience: 3,
        shift: 'weekend',
        availability: ['mon-morning', 'mon-evening'],
        meeting: ['video', 'in-person'],
        pursuing: 'MLS',
        credentials: ['MLT', 'PBT'],
      },
    })
  })
})

describe('one cell', () => {
  it.each([
    ['role', 'I want to be a mentor', 'role', 'mentor'],
    ['role', 'Looking for a mentor', 'role', 'mentee'],
    ['state', 'District of Columbia', 'state', 'DC'],
    ['state', 'Washington, D.C.', 'state', 'DC'],
    ['state', 'Ohio (OH)', 'state', 'OH'],
    ['setting', 'Reference Lab', 'setting', 'independent'],
    ['departments', 'Heme/Chem', 'departments', ['hematology', 'chemistry']],
    ['departments', 'Micro and blood bank\nLIS', 'departments', ['microbiology', 'blood_bank', 'lis']],
    ['topics', 'wellness; negotiation | time', 'topics', ['wellness', 'negotiation', 'time']],
    ['years', 'less than a year', 'yearsOfExperience', 0],
    ['years', '18 months', 'yearsOfExperience', 1],
    ['years', '10+', 'yearsOfExperience', 10],
    ['shift', '3rd shift', 'shift', 'night'],
    ['shift', 'PRN', 'shift', 'per_diem'],
    ['capacity', 'two', 'capacity', 2],
    ['meeting', 'Zoom, text messages; by phone', 'meeting', ['video', 'messages', 'phone']],
    ['state', 'IL - Illinois', 'state', 'IL'],
  ])('%s: “%s” is understood', (column, cell, field, value) => {
    const [row] = read(oneWith({ [column]: cell }))
    expect(row).toMatchObject({ form: { [field]: value } })
  })

  it.each([
    ['state', 'ZZ', 'There is no state “ZZ”.'],
    ['years', '5-Mar', 'Please write a number, such as 5.'],
    ['years', '2015', 'Please enter 0 to 60.'],
    ['role', 'Both', 'Please use one row for each role.'],
    ['role', '', 'Please fill this in.'],
    ['availability', 'Mon 6pm', 'We do not understand “6pm”. Please write times such as Mon evening; Tue morning.'],
    [
      'first name',
      'Zo\uFFFD',
      'A letter was lost on the way and shows as \uFFFD. Please save the file as “CSV UTF-8”.',
    ],
  ])('%s: “%s” is refused in words', (column, cell, message) => {
    expect(read(oneWith({ [column]: cell }))).toMatchObject([
      { errors: [{ message: expect.stringContaining(message) }] },
    ])
  })

  it.each([
    ['state', 'lee.park@example.org'],
    ['shift', 'call 614 555 0100'],
  ])('that holds an address or a number in the wrong column is not repeated: %s', (column, cell) => {
    const said = JSON.stringify(read(oneWith({ [column]: cell })))
    expect(said).toContain('We know no such')
    expect(said).not.toContain(cell)
  })
})

describe('a map', () => {
  const headings =
    'contact,first name,last name,x,state,setting,departments,topics,years,shift,availability,meeting,email'
  const cells = 'right@example.org,Sam,Rivera,OH,nowhere,hospital,hematology,time,1,day,Sat,video,wrong@example.org'

  it('says what the columns are: by heading, by letter, one value for all, or none', () => {
    const map: ColumnMap = { email: 'Contact', state: '#D', role: '=mentee', capacity: '' }
    expect(read(`${headings}\n${cells}`, map)).toMatchObject([
      { row: 2, form: { email: 'right@example.org', state: 'OH', role: 'mentee' } },
    ])
  })

  it('makes headings needless', () => {
    const fields = ['email', 'firstName', 'lastName', 'state', '', 'setting', 'departments', 'topics']
      .concat(['yearsOfExperience', 'shift', 'availability', 'meeting'])
      .flatMap((field, n) => (field ? [[field, `#${'ABCDEFGHIJKL'[n]}`]] : []))
    const map = { ...Object.fromEntries(fields), role: '=mentee' }
    expect(read(cells, map)).toMatchObject([{ row: 1, form: { email: 'right@example.org', state: 'OH' } }])
  })

  it('is refused where it names a column that is not there', () => {
    expect(read(`${headings}\n${cells}`, { email: 'Work mail' })).toEqual([
      { path: 'map.email', message: 'There is no column Work mail.' },
    ])
  })
})

describe('a file as a whole', () => {
  it.each([
    ['is empty', '\r\n \r\n', 'There is nothing in this file.'],
    ['has no headings', 'sam@example.org,Sam\nlee@example.org,Lee', 'We found no row with headings such as'],
    ['has no addresses', 'first name,last name,state\nSam,Rivera,OH', 'We found no column with e-mail addresses.'],
  ])('is refused when it %s', (_, text, message) => {
    expect(read(text)).toMatchObject([{ message: expect.stringContaining(message) }])
  })

  it('needs the word of the organizer, or of each person, that they agreed', () => {
    expect(read(oneWith({}), undefined, false)).toMatchObject([{ path: 'consent' }])
    const withColumn = (consent: string) => oneWith({ consent }, `${HEADINGS},consent`)
    expect(read(withColumn('yes'), undefined, false)).toMatchObject([{ form: { consent: true } }])
    expect(read(withColumn(''), undefined, false)).toMatchObject([{ errors: [{ path: 'consent' }] }])
    expect(read(withColumn('No, I do not agree'))).toMatchObject([{ errors: [{ path: 'consent' }] }])
  })

  it('keeps the rows above a quotation mark that is never closed', () => {
    const text = `${oneWith({})}\n"lee@example.org,Lee\nmax@example.org,Max`
    expect(read(text)).toMatchObject([
      { row: 2, form: { firstName: 'Sam' } },
      { row: 3, errors: [{ path: 'file', message: expect.stringContaining('quotation mark') }] },
    ])
  })

  it('may hold somebody as mentor and as mentee', () => {
    const [, mentee = ''] = oneWith({ role: 'mentee' }).split('\n')
    expect(read(`${oneWith({})}\n${mentee}`)).toMatchObject([
      { form: { role: 'mentor' } },
      { form: { role: 'mentee' } },
    ])
  })
})
