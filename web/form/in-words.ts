import { STATES } from '../../shared/domain/states.ts'
import { CREDENTIALS, DEPARTMENTS, nameOf, SETTINGS, SHIFTS, type Term, TOPICS } from '../../shared/domain/taxonomy.ts'
import { languageTerms, MEETINGS, STYLE_NAMES, STYLES, weekInWords, zoneName } from '../words.ts'
import type { Values } from './values.ts'

/** What can be read again of a form, in its order. */
export type Answered = Exclude<keyof Values, 'consent'>

const names = (terms: readonly Term[], codes: readonly string[]): string[] => codes.map((code) => nameOf(terms, code))
const given = (text: string): string[] => (text ? [text] : [])

const WORDS: Record<Answered, (values: Values) => string[]> = {
  firstName: ({ firstName }) => given(firstName),
  lastName: ({ lastName }) => given(lastName),
  email: ({ email }) => given(email),
  about: ({ about }) => given(about),
  state: ({ state }) => names(STATES, given(state)),
  setting: ({ setting }) => names(SETTINGS, given(setting)),
  employer: ({ employer }) => given(employer),
  avoidSameEmployer: ({ avoidSameEmployer }) => (avoidSameEmployer ? ['Nobody from there'] : []),
  departments: ({ departments }) => names(DEPARTMENTS, departments),
  yearsOfExperience: ({ yearsOfExperience }) => given(yearsOfExperience),
  shift: ({ shift }) => names(SHIFTS, given(shift)),
  credentials: ({ credentials }) => names(CREDENTIALS, credentials),
  pursuing: ({ pursuing }) => names(CREDENTIALS, given(pursuing)),
  topics: ({ topics }) => names(TOPICS, topics),
  capacity: ({ capacity }) => given(capacity),
  timeZone: ({ timeZone }) => given(timeZone).map(zoneName),
  availability: ({ availability }) => weekInWords(availability),
  meeting: ({ meeting }) => names(MEETINGS, meeting),
  languages: ({ languages }) => names(languageTerms(languages), languages),
  style: ({ style }) =>
    STYLE_NAMES.some((name) => style[name])
      ? STYLE_NAMES.map((name) => {
          const { name: scale, low, high } = STYLES[name]
          return `${scale}: ${style[name] || 'any'} of 5 (1 ${low.toLowerCase()}, 5 ${high.toLowerCase()})`
        })
      : [],
}

const isAnswered = (name: string): name is Answered => name in WORDS
export const ANSWERED: readonly Answered[] = Object.keys(WORDS).filter(isAnswered)

/** What somebody answered, line by line; nothing when they did not. */
export const inWords = (field: Answered, values: Values): string[] => WORDS[field](values)
