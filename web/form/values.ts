import type { Role } from '../../shared/domain/profile-form.ts'
import type { Me } from '../answers.ts'
import { STYLE_NAMES, type StyleName } from '../words.ts'

/** The form as the browser holds it: texts, ticked codes, ticks. What of it is right, the schemas say. */
export type Values = {
  firstName: string
  lastName: string
  email: string
  about: string
  state: string
  timeZone: string
  employer: string
  setting: string
  departments: string[]
  topics: string[]
  credentials: string[]
  pursuing: string
  yearsOfExperience: string
  shift: string
  availability: string[]
  meeting: string[]
  languages: string[]
  style: Record<StyleName, string>
  avoidSameEmployer: boolean
  capacity: string
  consent: boolean
}

/** A form without an answer, but for what nearly everybody would say. */
export const noValues: Values = { ...readValues(new FormData()), languages: ['en'], meeting: ['video'], capacity: '1' }

export function readValues(data: FormData): Values {
  const text = (name: string) => data.getAll(name).find((value) => typeof value === 'string') ?? ''
  const ticked = (name: string) => data.getAll(name).filter((value) => typeof value === 'string')
  return {
    firstName: text('firstName'),
    lastName: text('lastName'),
    email: text('email'),
    about: text('about'),
    state: text('state'),
    timeZone: text('timeZone'),
    employer: text('employer'),
    setting: text('setting'),
    departments: ticked('departments'),
    topics: ticked('topics'),
    credentials: ticked('credentials'),
    pursuing: text('pursuing'),
    yearsOfExperience: text('yearsOfExperience'),
    shift: text('shift'),
    availability: ticked('availability'),
    meeting: ticked('meeting'),
    languages: ticked('languages'),
    style: { structure: text('style.structure'), feedback: text('style.feedback'), pace: text('style.pace') },
    avoidSameEmployer: data.has('avoidSameEmployer'),
    capacity: text('capacity'),
    consent: data.has('consent'),
  }
}

export function valuesOf(me: Me): Values {
  const style = (name: StyleName) => String(me.style?.[name] ?? '')
  return {
    ...fieldsOf(me),
    yearsOfExperience: String(me.yearsOfExperience),
    style: { structure: style('structure'), feedback: style('feedback'), pace: style('pace') },
    capacity: String(me.capacity ?? ''),
    consent: true,
  }
}

/** Of all that is known about a member, what the form asks for. */
function fieldsOf({ firstName, lastName, email, about, state, timeZone, employer, setting, ...more }: Me) {
  const { departments, topics, credentials, pursuing, shift, availability, meeting, languages, avoidSameEmployer } =
    more
  const contact = { firstName, lastName, email, about }
  const work = { employer, setting, departments, credentials, pursuing, shift, avoidSameEmployer }
  return { ...contact, ...work, state, timeZone, topics, availability, meeting, languages }
}

/** The body of a sign-up: what was left empty is left out. */
export function signUpBody(role: Role, values: Values): Record<string, unknown> {
  const { about, timeZone, employer, pursuing, style, yearsOfExperience, capacity, ...same } = values
  return {
    role,
    ...same,
    about: about || undefined,
    timeZone: timeZone || undefined,
    employer: employer || undefined,
    pursuing: pursuing || undefined,
    style: styleOf(style),
    yearsOfExperience: numberOf(yearsOfExperience),
    ...(role === 'mentor' ? { capacity: numberOf(capacity) } : {}),
  }
}

/** The body of a change: only what is different now. An optional answer that was taken away is sent as null. */
export function patchBody(role: Role, before: Values, after: Values): Record<string, unknown> {
  const old = memberBody(role, before)
  return Object.fromEntries(
    Object.entries(memberBody(role, after)).filter(([key, value]) => asKey(value) !== asKey(old[key])),
  )
}

function memberBody(role: Role, values: Values): Record<string, unknown> {
  const { email, consent, employer, pursuing, style, yearsOfExperience, capacity, ...same } = values
  return {
    ...same,
    employer: employer || null,
    pursuing: pursuing || null,
    style: styleOf(style) ?? null,
    yearsOfExperience: numberOf(yearsOfExperience),
    ...(role === 'mentor' ? { capacity: numberOf(capacity) } : {}),
  }
}

/** Lists are sets here: their order says nothing. */
const asKey = (value: unknown): string | undefined => JSON.stringify(Array.isArray(value) ? [...value].sort() : value)

const numberOf = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text))

const styleOf = (style: Values['style']): Record<string, number | undefined> | undefined =>
  STYLE_NAMES.some((name) => style[name] !== '')
    ? Object.fromEntries(STYLE_NAMES.map((name) => [name, numberOf(style[name])]))
    : undefined
