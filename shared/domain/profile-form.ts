import * as z from 'zod'
import { choice, choices, EmailAddress, line, paragraph, TimeZone } from './fields.ts'
import { STATES } from './states.ts'
import { CREDENTIALS, codesOf, DEPARTMENTS, SETTINGS, SHIFTS, TOPICS } from './taxonomy.ts'
import { SLOTS } from './week.ts'

/** What people fill in about themselves, once to sign up and again to change it. */

export const ROLES = ['mentor', 'mentee'] as const
export type Role = (typeof ROLES)[number]
export const MEETING_WAYS = ['video', 'phone', 'in-person', 'messages'] as const

const scale = z.int().min(1).max(5)

export const contactFields = {
  firstName: line(80),
  lastName: line(80),
  email: EmailAddress,
  about: paragraph(2000).optional(),
}

/** What matching looks at; also what the pool index projects. */
export const traitFields = {
  state: choice(codesOf(STATES)),
  timeZone: TimeZone.optional(),
  employer: line(120).optional(),
  setting: choice(codesOf(SETTINGS)),
  departments: choices(codesOf(DEPARTMENTS), 1, 6),
  topics: choices(codesOf(TOPICS), 1, 6),
  credentials: choices(codesOf(CREDENTIALS), 0, 20).default([]),
  pursuing: choice(codesOf(CREDENTIALS)).optional(),
  yearsOfExperience: z.int().min(0, 'Please enter 0 to 60.').max(60, 'Please enter 0 to 60.'),
  shift: choice(codesOf(SHIFTS)),
  availability: choices(SLOTS, 1, SLOTS.length),
  meeting: choices(MEETING_WAYS, 1, MEETING_WAYS.length),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/, 'Please use a language code such as en or es.'))
    .min(1, 'Please choose at least one.')
    .max(10, 'Please choose at most 10.')
    .transform((chosen) => [...new Set(chosen)])
    .default(['en']),
  style: z.strictObject({ structure: scale, feedback: scale, pace: scale }).optional(),
  avoidSameEmployer: z.boolean().default(false),
}

export const capacity = z.int().min(1, 'Please enter 1 to 5.').max(5, 'Please enter 1 to 5.')
const consent = z.literal(true, 'Please agree, so that we may store this and introduce you.')

/** What tells a program from a person; nothing of it is stored. */
export const trapFields = {
  /** A field that no person sees. */
  website: z.string().max(500).optional(),
  /** How long the form was open. Nobody answers it in less than `FASTEST_SECONDS`. */
  secondsOpen: z.number().min(0).optional(),
}
const FASTEST_SECONDS = 3

/** What somebody sends to sign up. The same schema checks the page, the function and the import. */
export const ProfileForm = z.discriminatedUnion(
  'role',
  [
    z.strictObject({ role: z.literal('mentee'), ...contactFields, ...traitFields, ...trapFields, consent }),
    z.strictObject({ role: z.literal('mentor'), ...contactFields, ...traitFields, ...trapFields, capacity, consent }),
  ],
  'Please choose mentor or mentee.',
)
export type ProfileForm = z.output<typeof ProfileForm>
export type ProfileFormInput = z.input<typeof ProfileForm>

/** Filled in by a program: it wrote where no person can, or was faster than one. A form without these is a person's. */
export const looksAutomatic = ({
  website,
  secondsOpen = FASTEST_SECONDS,
}: Pick<ProfileForm, keyof typeof trapFields>): boolean => Boolean(website) || secondsOpen < FASTEST_SECONDS

/** What a member may change later. The address stays: it is what was confirmed. */
export const ProfilePatch = z
  .strictObject({
    firstName: contactFields.firstName,
    lastName: contactFields.lastName,
    about: contactFields.about,
    ...traitFields,
    timeZone: TimeZone,
    credentials: traitFields.credentials.unwrap(),
    languages: traitFields.languages.unwrap(),
    avoidSameEmployer: z.boolean(),
    capacity,
    employer: line(120).nullable(),
    pursuing: choice(codesOf(CREDENTIALS)).nullable(),
    style: traitFields.style.unwrap().nullable(),
  })
  .partial()
export type ProfilePatch = z.output<typeof ProfilePatch>
