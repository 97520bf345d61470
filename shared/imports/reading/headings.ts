import { isOfTheWeek } from './week-words.ts'
import { hasWords, headingWords } from './words.ts'

/** What a column can be. The names are those of a sign-up form; `name` is a first and a last name in one. */
export const FIELDS = [
  'role',
  'firstName',
  'lastName',
  'name',
  'email',
  'state',
  'timeZone',
  'employer',
  'avoidSameEmployer',
  'setting',
  'departments',
  'yearsOfExperience',
  'shift',
  'credentials',
  'pursuing',
  'topics',
  'availability',
  'meeting',
  'languages',
  'style.structure',
  'style.feedback',
  'style.pace',
  'about',
  'capacity',
  'consent',
] as const
export type Field = (typeof FIELDS)[number]

/** May stand in several columns. */
export const LISTS: ReadonlySet<Field> = new Set([
  'departments',
  'topics',
  'credentials',
  'availability',
  'meeting',
  'languages',
])

/**
 * Headings seen in Google Forms, Excel sheets and member databases. `is`: the whole heading. `has`: the heading, or words
 * within a longer one such as “Which shift do you usually work?”; of several that fit, the longest decides.
 */
const HEADINGS: Record<Field, { is?: readonly string[]; has: readonly string[] }> = {
  role: {
    is: ['type', 'i am a', 'i am', 'i want to be', 'category', 'group'],
    has: ['role', 'mentor or mentee', 'mentor or a mentee', 'mentee or mentor', 'mentee or a mentor', 'mentor mentee']
      .concat(['mentee mentor', 'participant type', 'type of participant', 'participate as', 'sign up as', 'join as'])
      .concat(['joining as', 'signing up as', 'interested in being', 'member type', 'want to be a', 'like to be a']),
  },
  firstName: { is: ['first', 'given', 'fname', 'firstname', 'forename', 'vorname'], has: ['first name', 'given name'] },
  lastName: {
    is: ['last', 'surname', 'lname', 'lastname', 'nachname'],
    has: ['last name', 'family name', 'surname'],
  },
  name: {
    is: ['name', 'your name', 'participant', 'member'],
    has: ['full name', 'first and last name', 'name first last'],
  },
  email: { is: ['mail', 'username'], has: ['email', 'e mail', 'email address', 'e mail address', 'mail address'] },
  state: {
    is: ['st', 'location', 'province', 'region'],
    has: [
      'state',
      'us state',
      'home state',
      'work state',
      'state of residence',
      'state or territory',
      'state province',
    ],
  },
  timeZone: { is: ['tz'], has: ['time zone', 'timezone'] },
  employer: {
    is: ['facility', 'hospital', 'organization', 'organisation', 'institution', 'affiliation', 'work'],
    has: ['employer', 'company', 'workplace', 'place of employment', 'place of work', 'name of facility'].concat([
      'facility name',
      'hospital name',
      'name of hospital',
      'current organization',
      'institution name',
    ]),
  },
  avoidSameEmployer: {
    has: ['avoid same employer', 'same employer', 'different employer', 'not from my employer', 'own employer'].concat([
      'avoid my employer',
      'same workplace',
      'same organization',
    ]),
  },
  setting: {
    is: ['lab type', 'sector'],
    has: ['setting', 'work setting', 'practice setting', 'type of laboratory', 'type of lab', 'laboratory type']
      .concat(['type of facility', 'facility type', 'type of workplace', 'workplace type', 'employer type'])
      .concat(['type of employer', 'where you work', 'where do you work', 'kind of laboratory', 'kind of lab']),
  },
  departments: {
    is: ['area', 'areas', 'lab section', 'bench', 'specialty', 'speciality', 'field'],
    has: [
      'department',
      'departments',
      'section',
      'sections',
      'discipline',
      'disciplines',
      'specialties',
      'specialities',
    ]
      .concat(['area of practice', 'areas of practice', 'area of expertise', 'areas of expertise', 'benches'])
      .concat(['area of specialization', 'areas of the lab', 'areas of the laboratory', 'lab area', 'lab areas']),
  },
  yearsOfExperience: {
    is: ['experience', 'years', 'yoe', 'yrs', 'seniority'],
    has: ['years of experience', 'years experience', 'experience years', 'years of lab experience', 'yrs experience']
      .concat([
        'years in the lab',
        'years in lab',
        'years in the laboratory',
        'years in the profession',
        'years worked',
      ])
      .concat([
        'how long have you worked',
        'how long have you been',
        'how many years',
        'years as a',
        'yrs of experience',
      ]),
  },
  shift: { is: ['working hours'], has: ['shift', 'shifts', 'work shift', 'usual shift'] },
  credentials: {
    is: ['qualifications', 'licenses', 'licences'],
    has: ['credential', 'credentials', 'certification', 'certifications', 'certificates', 'credentials held'].concat([
      'credentials you hold',
      'licenses and certifications',
      'current certifications',
    ]),
  },
  pursuing: {
    is: ['next certification', 'goal certification', 'target credential'],
    has: ['pursuing', 'working towards', 'working toward', 'credential you are working towards', 'studying for']
      .concat(['certification in progress', 'credential in progress', 'certification sought', 'credential sought'])
      .concat(['certification you are working toward', 'pursuing a certification', 'pursuing certification'])
      .concat(['planned certification', 'certification you are pursuing', 'credential you are pursuing']),
  },
  topics: {
    is: ['interests', 'goals', 'focus', 'needs'],
    has: [
      'topic',
      'topics',
      'mentoring topics',
      'areas of interest',
      'area of interest',
      'mentoring goals',
      'focus areas',
    ]
      .concat(['help with', 'need help with', 'like help with', 'can help with', 'like to work on', 'mentoring areas'])
      .concat(['areas of mentoring', 'mentorship goals', 'mentorship topics', 'what would you like to discuss']),
  },
  availability: {
    is: ['available', 'when', 'schedule'],
    has: ['availability', 'are you available', 'free times', 'free time', 'when you are free', 'when are you free']
      .concat(['times available', 'available times', 'best time', 'best times', 'preferred times', 'preferred time'])
      .concat(['meeting times', 'days and times', 'times that work', 'when can you meet']),
  },
  meeting: {
    is: ['meet', 'format', 'contact by', 'medium'],
    has: [
      'meeting',
      'ways to meet',
      'how to meet',
      'like to meet',
      'prefer to meet',
      'want to meet',
      'meet by',
      'meet via',
    ]
      .concat(['meeting preference', 'meeting format', 'preferred meeting method', 'communication preference'])
      .concat(['communication preferences', 'preferred communication', 'preferred method of contact', 'contact method'])
      .concat(['preferred contact method', 'method of communication', 'how would you like to communicate']),
  },
  languages: { has: ['language', 'languages', 'languages spoken', 'languages you speak'] },
  'style.structure': { is: ['structured'], has: ['structure', 'style structure', 'working style structure'] },
  'style.feedback': { has: ['feedback', 'style feedback', 'working style feedback'] },
  'style.pace': { has: ['pace', 'style pace', 'working style pace'] },
  about: {
    is: ['about', 'comments', 'notes', 'introduction', 'message', 'summary'],
    has: ['about you', 'about me', 'about yourself', 'bio', 'biography', 'anything else', 'tell us more'],
  },
  capacity: {
    is: ['mentees', 'seats', 'max'],
    has: [
      'capacity',
      'how many mentees',
      'number of mentees',
      'mentees at a time',
      'max mentees',
      'maximum mentees',
    ].concat(['mentee capacity', 'maximum number of mentees', 'mentees can you', 'mentees are you willing']),
  },
  consent: {
    is: ['agree', 'agreed', 'terms', 'privacy', 'gdpr', 'opt in'],
    has: [
      'consent',
      'agreement',
      'i agree',
      'do you agree',
      'privacy policy',
      'permission',
      'privacy notice',
      'i consent',
    ],
  },
}

export type Guess = { field: Field; score: number }

const EXACT = 1000
/** Longer is no heading. */
const LONGEST = 400

/** What a heading may mean, best first. An exact one is worth more than any number of words within it. */
export function guessFields(heading: string): Guess[] {
  if (heading.length > LONGEST) return []
  const words = headingWords(heading)
  if (words === '') return []
  const guesses = FIELDS.flatMap((field) => {
    const { is = [], has } = HEADINGS[field]
    if (words === headingWords(field) || is.includes(words) || has.includes(words)) return { field, score: EXACT }
    const score = has.reduce((best, phrase) => (hasWords(words, phrase) ? Math.max(best, phrase.length) : best), 0)
    return score ? { field, score } : []
  })
  if (isOfTheWeek(words)) guesses.push({ field: 'availability', score: EXACT })
  return guesses.toSorted((one, other) => other.score - one.score)
}
