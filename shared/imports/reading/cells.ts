import type { Column } from './columns.ts'
import type { Dictionary } from './dictionary.ts'
import type { Field } from './headings.ts'
import { entriesOf } from './lists.ts'
import { agreed, bareAddress, numberOf, roleOf, splitName, stateOf, stepOf, timeZoneOf, yesOrNo } from './values.ts'
import * as vocabulary from './vocabulary.ts'
import { slotsOf, type Times } from './week-words.ts'

/** What somebody wrote for a field: a cell, or what the map says for all rows. */
export type Said = { text: string; column?: Column }

/** What it means; or what is wrong with it, in words. `value` is still unchecked. */
export type Reading = { value?: unknown; problems: { message: string; column?: Column | undefined }[] }

type Read = (said: readonly Said[]) => Reading

/** More of one kind help nobody. */
const MOST_PROBLEMS = 5
const NO_TIMES: Times = { days: [], blocks: [] }

/** From the first cell. */
const one =
  (meaning: (text: string) => unknown, complaint: (text: string) => string): Read =>
  ([first]) => {
    const value = first && meaning(first.text)
    if (value !== undefined) return { value, problems: [] }
    return { problems: first ? [{ message: complaint(first.text), column: first.column }] : [] }
  }

/** From all cells of all its columns. */
const several =
  (meanings: (said: Said) => { values: readonly string[]; complaints: readonly string[] }): Read =>
  (said) => {
    const read = said.map((each) => ({ ...meanings(each), column: each.column }))
    const problems = read.flatMap(({ complaints, column }) => complaints.map((message) => ({ message, column })))
    return { value: [...new Set(read.flatMap(({ values }) => values))], problems: problems.slice(0, MOST_PROBLEMS) }
  }

const text = one(
  (said) => said,
  () => '',
)
const code = (dictionary: Dictionary, what: string, find = dictionary.find) =>
  one(find, (said) => unknown(what, said, dictionary))
const codes = (dictionary: Dictionary, what: string): Read =>
  several(({ text }) => {
    const entries = entriesOf(text, dictionary)
    return {
      values: entries.flatMap((entry) => dictionary.find(entry) ?? []),
      complaints: entries.filter((entry) => !dictionary.find(entry)).map((entry) => unknown(what, entry, dictionary)),
    }
  })
const number = one(numberOf, () => 'Please write a number, such as 5.')
const step = one(stepOf, () => 'Please write a number from 1 to 5.')

export const READERS: Record<Field, Read> = {
  role: one(
    (said) => {
      const role = roleOf(said)
      return role === 'both' ? undefined : role
    },
    (said) =>
      roleOf(said) === 'both'
        ? 'Please use one row for each role.'
        : unknown('role', said, vocabulary.roles, 'Please write mentor or mentee.'),
  ),
  firstName: text,
  lastName: text,
  name: one(splitName, () => 'Please write a first and a last name.'),
  email: one(bareAddress, () => ''),
  state: code(vocabulary.states, 'state', stateOf),
  timeZone: one(timeZoneOf, (said) => unknown('time zone', said, vocabulary.timeZones)),
  employer: text,
  avoidSameEmployer: one(yesOrNo, () => 'Please write yes or no.'),
  setting: code(vocabulary.settings, 'kind of workplace'),
  departments: codes(vocabulary.departments, 'department'),
  yearsOfExperience: number,
  shift: code(vocabulary.shifts, 'shift'),
  credentials: codes(vocabulary.credentials, 'credential'),
  pursuing: code(vocabulary.credentials, 'credential'),
  topics: codes(vocabulary.topics, 'topic'),
  availability: several(({ text, column }) => {
    const read = slotsOf(text, column?.times ?? NO_TIMES)
    if ('slots' in read) return { values: read.slots, complaints: [] }
    const word = quoted(text) && quoted(read.unknown)
    const complaint = word ? `We do not understand ${word}.` : 'We do not understand this.'
    return { values: [], complaints: [`${complaint} Please write times such as Mon evening; Tue morning.`] }
  }),
  meeting: codes(vocabulary.meetings, 'way to meet'),
  languages: codes(vocabulary.languages, 'language'),
  'style.structure': step,
  'style.feedback': step,
  'style.pace': step,
  about: text,
  capacity: number,
  consent: one(agreed, () => 'Please write yes or no.'),
}

function unknown(what: string, said: string, dictionary: Dictionary, advice = ''): string {
  const nearest = dictionary.nearest(said)
  const word = quoted(said)
  return [
    word ? `There is no ${what} ${word}.` : `We know no such ${what}.`,
    nearest ? `Did you mean ${nearest}?` : advice,
  ]
    .filter(Boolean)
    .join(' ')
}

const LONGEST_QUOTED = 60

/** Nothing that could be an address or a phone number, of a column that was taken for another one. */
const quoted = (said: string): string | undefined =>
  said.length > LONGEST_QUOTED || /@|(?:\d\D?){7}/.test(said) ? undefined : `“${said}”`
