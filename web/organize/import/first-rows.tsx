import type { ProfileForm } from '../../../shared/domain/profile-form.ts'
import { STATES } from '../../../shared/domain/states.ts'
import { DEPARTMENTS, nameOf, SETTINGS, SHIFTS, TOPICS } from '../../../shared/domain/taxonomy.ts'
import { weekInWords } from '../../words.ts'
import { figure, many } from '../parts/counted.ts'
import { Figures } from '../parts/figures.tsx'
import { type Column, Table } from '../parts/table.tsx'
import type { Reading } from './reading.ts'

/** How many rows are right, and the first of them as they will be stored. */
export function FirstRows({ reading: { rows, refused, first } }: { reading: Reading }) {
  return (
    <>
      <Figures
        figures={[
          { name: 'Rows we understand', value: figure(rows - refused.length) },
          { name: 'Rows with something wrong', value: figure(refused.length) },
        ]}
      />
      <Table
        label="The first rows as we read them"
        columns={COLUMNS}
        rows={first}
        keyOf={({ row }) => String(row)}
        empty={
          rows === 0
            ? 'There is no row below the headings.'
            : 'None of the rows can be read yet. Below stands what is wrong with each.'
        }
      />
    </>
  )
}

type FirstRow = Reading['first'][number]

const COLUMNS: Column<FirstRow>[] = [
  { head: 'Row', kind: 'number', cell: ({ row }) => row },
  {
    head: 'Person',
    kind: 'main',
    cell: ({ form }) => (
      <>
        {form.firstName} {form.lastName} <small>{form.email}</small>
      </>
    ),
  },
  {
    head: 'What we read',
    cell: ({ form }) => (
      <span class="lines">
        {inWords(form).map((line) => (
          <span key={line}>{line}</span>
        ))}
      </span>
    ),
  },
]

function inWords(form: ProfileForm): string[] {
  const { state, setting, shift, yearsOfExperience, departments, topics, availability } = form
  const names = (codes: readonly string[], terms: typeof DEPARTMENTS | typeof TOPICS) =>
    codes.map((code) => nameOf(terms, code)).join(', ')
  const who = form.role === 'mentor' ? `Mentor for ${many(form.capacity, 'mentee')}` : 'Mentee'
  return [
    [
      who,
      nameOf(STATES, state),
      nameOf(SETTINGS, setting),
      nameOf(SHIFTS, shift),
      `${yearsOfExperience} ${yearsOfExperience === 1 ? 'year' : 'years'}`,
    ].join(' · '),
    `Departments: ${names(departments, DEPARTMENTS)}`,
    `Topics: ${names(topics, TOPICS)}`,
    `Free: ${weekInWords(availability).join('; ')}`,
  ]
}
