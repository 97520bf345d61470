import { MEETING_WAYS } from '../../domain/profile-form.ts'
import { DEPARTMENTS, TOPICS } from '../../domain/taxonomy.ts'
import { DAYS } from '../../domain/week.ts'
import { WAYS } from '../criteria/parts/contact.ts'
import { shortName } from '../criteria/phrases.ts'
import type { Person } from '../person.ts'

/** The answers that can be widened by one choice, easiest to change first. */
export const WIDENED = ['meeting', 'availability', 'topics', 'departments', 'avoidSameEmployer', 'languages'] as const

/** One answer of a mentee widened by one choice: what it is, in words that follow "if", and who she would then be. */
export type Widening = Readonly<{ field: (typeof WIDENED)[number]; words: string; person: Person }>

/** A form takes no more topics or departments than this. */
const MOST_CHOSEN = 6
const MOST_LANGUAGES = 10

const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const DAY_OF = new Map(DAYS.map((day, n) => [day, DAY_NAMES[n] ?? day]))
/** Slots in the order in which people mind them least. */
const EASY_SLOTS = (['evening', 'afternoon', 'morning', 'night'] as const).flatMap((block) =>
  DAYS.map((day) => ({ slot: `${day}-${block}` as const, words: `${DAY_OF.get(day)} ${block}s` })),
)

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' })
/** "Spanish"; the code itself when nobody knows it. */
export const languageName = (code: string): string => languages.of(code) ?? code

/** All single widenings that a form allows; `spokenByMentors` are languages, commonest first. */
export function wideningsOf(person: Person, spokenByMentors: readonly string[]): Widening[] {
  const { meeting, availability, topics, departments, avoidSameEmployer, employer } = person
  const spoken = person.languages ?? ['en']
  const widened = (field: Widening['field'], words: string, change: Partial<Person>): Widening => ({
    field,
    words,
    person: { ...person, ...change },
  })
  return [
    ...MEETING_WAYS.filter((way) => !meeting.includes(way)).map((way) =>
      widened('meeting', `you also liked ${WAYS[way]}`, { meeting: [...meeting, way] }),
    ),
    ...EASY_SLOTS.filter(({ slot }) => !availability.includes(slot)).map(({ slot, words }) =>
      widened('availability', `you were also free on ${words}`, { availability: [...availability, slot] }),
    ),
    ...TOPICS.filter(({ code }) => topics.length < MOST_CHOSEN && !topics.includes(code)).map((topic) =>
      widened('topics', `you also chose the topic ${shortName(topic)}`, { topics: [...topics, topic.code] }),
    ),
    ...DEPARTMENTS.filter(({ code }) => departments.length < MOST_CHOSEN && !departments.includes(code)).map(
      (department) =>
        widened('departments', `you also chose the department ${shortName(department)}`, {
          departments: [...departments, department.code],
        }),
    ),
    ...(avoidSameEmployer && employer !== undefined
      ? [widened('avoidSameEmployer', 'you allowed a mentor from your own employer', { avoidSameEmployer: false })]
      : []),
    ...spokenByMentors
      .filter((language) => spoken.length < MOST_LANGUAGES && !spoken.includes(language))
      .map((language) =>
        widened('languages', `you also spoke ${languageName(language)}`, {
          languages: [...spoken, language],
        }),
      ),
  ]
}
