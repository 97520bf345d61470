import { stringify } from 'csv-stringify/sync'
import { DEPARTMENTS, nameOf, TOPICS } from '../../shared/domain/taxonomy.ts'
import type { Person } from '../../shared/matching/person.ts'

/** People as Google Forms writes them into a sheet: names instead of codes, several answers joined by commas. */
export function csvOf(people: Iterable<Person>): string {
  const records = Array.from(people, (person, n) => [
    '2026/01/02 10:11:12 AM EST',
    person.email ?? `person${n}@example.org`,
    `Sam${n}`,
    'Rivera',
    person.role,
    person.state,
    person.setting,
    person.departments.map((code) => nameOf(DEPARTMENTS, code)).join(', '),
    person.topics.map((code) => nameOf(TOPICS, code)).join(', '),
    person.credentials?.join(', '),
    `${person.yearsOfExperience} years`,
    person.shift,
    person.availability.join(', '),
    person.meeting.join(', '),
    person.languages?.join(', '),
    person.employer,
    person.capacity,
  ])
  return stringify([HEADINGS, ...records])
}

const HEADINGS = [
  'Timestamp',
  'Email Address',
  'First name',
  'Last name',
  'Do you want to be a mentor or a mentee?',
  'Which state do you work in?',
  'Work setting',
  'Departments you work in',
  'Topics',
  'Certifications',
  'Years of experience',
  'Usual shift',
  'When are you free?',
  'How would you like to meet?',
  'Languages spoken',
  'Current employer',
  'How many mentees can you take?',
]
