import * as z from 'zod'
import { STATES } from './states.ts'
import { CREDENTIALS, codesOf, DEPARTMENTS, SETTINGS, SHIFTS, TOPICS } from './taxonomy.ts'
import { SLOTS } from './week.ts'

/** One person in one role. Somebody may hold both roles: two profiles, one address. */

export const ROLES = ['mentor', 'mentee'] as const
export type Role = (typeof ROLES)[number]
export const MEETING_WAYS = ['video', 'phone', 'in-person', 'messages'] as const
/** Waiting longer than this counts no more: a bound that the matching relies on. */
export const MOST_ROUNDS_WAITED = 7

/** One line of text: no control characters, so that it can stand in a mail header. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'Please fill this in.')
    .max(most, `Please use at most ${most} characters.`)
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, 'Please use one line of plain text.')

/** Several lines of text; tabs and line ends are fine, other control characters are not. */
const paragraph = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Please use at most ${most} characters.`)
    .regex(/^(?:[^\p{Cc}]|[\t\n\r])*$/u, 'Please use plain text.')

const choice = <Code extends string>(codes: readonly Code[]) => z.enum(codes, 'Please choose from the list.')

const choices = <Code extends string>(codes: readonly Code[], least: number, most: number) =>
  z
    .array(choice(codes))
    .min(least, least === 1 ? 'Please choose at least one.' : `Please choose at least ${least}.`)
    .max(most, `Please choose at most ${most}.`)
    .transform((chosen) => [...new Set(chosen)])

const scale = z.int().min(1).max(5)

export const EmailAddress = z
  .string()
  .trim()
  .max(254, 'Please use at most 254 characters.')
  .pipe(z.email('Please enter an e-mail address, such as sam@example.org.'))

/** A name of the IANA list. JavaScript would take offsets such as +05:30 too, which schedules and people do not. */
export const TimeZone = z
  .string()
  .refine((name) => /^[A-Za-z]/.test(name) && isTimeZone(name), 'Please use a time zone such as America/Chicago.')

/** Where dots before the @ mean nothing; both names are one provider. */
const DOTS_MEAN_NOTHING = ['gmail.com', 'googlemail.com']

/**
 * The address as people are told apart by it: `Sam.Rivera+lab@gmail.com` and `samrivera@googlemail.com` are one mailbox.
 * Mail always goes to the address as it was typed. What is no address, such as a hash of one, stays as it is.
 */
export function normalAddress(email: string): string {
  const address = email.trim().normalize('NFC').toLowerCase()
  const at = address.lastIndexOf('@')
  if (at < 1) return address
  const [box, domain] = [address.slice(0, at), address.slice(at + 1)]
  const untagged = box.replace(/(?<=.)\+.*$/s, '')
  return DOTS_MEAN_NOTHING.includes(domain) ? `${untagged.replaceAll('.', '')}@gmail.com` : `${untagged}@${domain}`
}

const contactFields = {
  firstName: line(80),
  lastName: line(80),
  email: EmailAddress,
  about: paragraph(2000).optional(),
}

/** What matching looks at; also what the pool index projects. */
const traitFields = {
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

const capacity = z.int().min(1, 'Please enter 1 to 5.').max(5, 'Please enter 1 to 5.')
const consent = z.literal(true, 'Please agree, so that we may store this and introduce you.')

/** What tells a program from a person; nothing of it is stored. */
const trapFields = {
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
export const looksAutomatic = ({ website, secondsOpen = FASTEST_SECONDS }: ProfileForm): boolean =>
  Boolean(website) || secondsOpen < FASTEST_SECONDS

const Contact = z.strictObject(contactFields)
export const Traits = z.strictObject({ ...traitFields, timeZone: TimeZone })
export type Traits = z.output<typeof Traits>

/**
 * - `pending`: signed up, address not confirmed; nothing happens with it.
 * - `active`: in the pool when there is room.
 * - `paused`: keeps open matches, gets no new ones; until `dueAt`, or until they come back.
 * - `leaving`: is deleted at `dueAt`, unless they think better of it.
 */
export const PROFILE_STATUSES = ['pending', 'active', 'paused', 'leaving'] as const

/** What a member can do without; the rest is what they take part for, or have just asked for. */
export const MAIL_CHOICES = ['left-out', 'reminders', 'follow-ups'] as const
export type MailChoice = (typeof MAIL_CHOICES)[number]
export const MailChoices = z.strictObject({
  off: z.array(z.enum(MAIL_CHOICES)).transform((off) => MAIL_CHOICES.filter((choice) => off.includes(choice))),
})

const stored = {
  id: z.string(),
  status: z.enum(PROFILE_STATUSES),
  contact: Contact,
  traits: Traits,
  /** SHA-256 of the normalised address: tells people apart where the address itself has no business. */
  addressHash: z.string(),
  createdAt: z.iso.datetime(),
  /** When a later form took the place of the first one. */
  formAt: z.iso.datetime().optional(),
  confirmedAt: z.iso.datetime().optional(),
  /** When the status changes by itself: a pause ends, or a farewell becomes final. */
  dueAt: z.iso.datetime().optional(),
  /** While leaving: what they were, and are again should they stay. */
  statusBefore: z.enum(['active', 'paused']).optional(),
  /** The mail they do without. */
  mailOff: z.array(z.enum(MAIL_CHOICES)).optional(),
  /** Counts writes; every write is guarded by it. */
  version: z.int(),
  /** Links made for an older number no longer work. */
  linkVersion: z.int(),
}

export const Mentee = z.strictObject({
  ...stored,
  role: z.literal('mentee'),
  /** The open match, if there is one. */
  matchId: z.string().optional(),
  roundsWaited: z.int().min(0).max(MOST_ROUNDS_WAITED),
  /** Mentors never to be paired with again. */
  blocked: z.array(z.string()),
  /** The last round that told this mentee of being left out, so that one round counts once. */
  leftOutOf: z.string().optional(),
})
export type Mentee = z.output<typeof Mentee>

export const Mentor = z.strictObject({
  ...stored,
  role: z.literal('mentor'),
  capacity,
  /** One for each open match. */
  matchIds: z.array(z.string()).max(5),
  /** Matches in which the mentee waits for them in vain: see `silence.ts`. */
  ignored: z.array(z.string()).optional(),
})
export type Mentor = z.output<typeof Mentor>

export const Profile = z.discriminatedUnion('role', [Mentee, Mentor])
export type Profile = z.output<typeof Profile>

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

export type Birth = { id: string; addressHash: string; now: Date }

/** A profile from a form: `pending` until its address is confirmed. */
export function openProfile(form: ProfileForm, { id, addressHash, now }: Birth): Profile {
  const common = {
    id,
    status: 'pending' as const,
    ...splitForm(form),
    addressHash,
    createdAt: now.toISOString(),
    version: 1,
    linkVersion: 1,
  }
  return form.role === 'mentor'
    ? { ...common, role: 'mentor', capacity: form.capacity, matchIds: [] }
    : { ...common, role: 'mentee', roundsWaited: 0, blocked: [] }
}

/** A later form of somebody who has not confirmed yet replaces the earlier one. */
export function replaceForm(profile: Profile, form: ProfileForm, now: Date): Profile {
  const later = { ...splitForm(form), formAt: now.toISOString() }
  return profile.role === 'mentor' && form.role === 'mentor'
    ? { ...profile, ...later, capacity: form.capacity }
    : { ...profile, ...later }
}

export const confirmed = <P extends Profile>(profile: P, now: Date): P =>
  profile.status === 'pending' ? { ...profile, status: 'active', confirmedAt: now.toISOString() } : profile

/** Active, confirmed, and with room: a mentee without an open match, a mentor with a free seat. */
export const inPool = (profile: Profile): boolean => profile.status === 'active' && room(profile) > 0

/** Free seats of a mentor; 1 for a mentee without an open match, else 0. */
export const room = (
  profile: Pick<Mentor, 'role' | 'capacity' | 'matchIds'> | Pick<Mentee, 'role' | 'matchId'>,
): number =>
  profile.role === 'mentor' ? Math.max(0, profile.capacity - profile.matchIds.length) : profile.matchId ? 0 : 1

/** Why somebody cannot offer so many seats; undefined when they can. */
export function seatsRefusal(profile: Profile, seats: number): string | undefined {
  if (profile.role === 'mentee') return 'Only mentors offer seats.'
  const open = profile.matchIds.length
  if (seats >= open) return undefined
  return `You have ${open} open ${open === 1 ? 'match' : 'matches'}; please offer at least ${open}, or end one first.`
}

/** What a member changed. `null` or empty text clears; a zone that came from the state follows a new state. */
export function patched<P extends Profile>(profile: P, patch: ProfilePatch): P {
  const { firstName, lastName, about, capacity: seats, ...changes } = patch
  const { state, timeZone } = profile.traits
  const follows = changes.state && !changes.timeZone && timeZone === timeZoneOf(state)
  const traits = {
    ...profile.traits,
    ...(follows && { timeZone: timeZoneOf(changes.state ?? state) }),
    ...Object.fromEntries(Object.entries(changes).map(([field, value]) => [field, value ?? undefined])),
  }
  const contact = { ...profile.contact, ...defined({ firstName, lastName, about }) }
  return {
    ...profile,
    contact: Contact.parse({ ...contact, about: contact.about || undefined }),
    traits: Traits.parse(traits),
    ...(seats !== undefined && profile.role === 'mentor' && { capacity: seats }),
  }
}

const defined = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** No new matches until they come back; the open ones stay. */
export const paused = <P extends Profile>(profile: P): P =>
  profile.status === 'active' ? { ...profile, status: 'paused' } : profile

export const resumed = <P extends Profile>(profile: P): P =>
  profile.status === 'paused' ? { ...profile, status: 'active', dueAt: undefined } : profile

/** Whatever link was sent before opens nothing any more. */
export const linksEnded = <P extends Profile>(profile: P): P => ({ ...profile, linkVersion: profile.linkVersion + 1 })

/** A profile as its owner and organizers see it: the form's fields, and how it stands. */
export function profileView(profile: Profile) {
  const { id, role, status, contact, traits, createdAt, dueAt, mailOff = [] } = profile
  const standing =
    profile.role === 'mentor'
      ? { capacity: profile.capacity, openMatches: profile.matchIds.length }
      : { roundsWaited: profile.roundsWaited, openMatches: profile.matchId ? 1 : 0 }
  const changes = status === 'leaving' ? { leavesAt: dueAt } : { pausedUntil: dueAt }
  return { profileId: id, role, status, ...changes, ...contact, ...traits, ...standing, mailOff, createdAt }
}

function splitForm(form: ProfileForm): Pick<Profile, 'contact' | 'traits'> {
  const { firstName, lastName, email, about } = form
  const traits = Object.fromEntries(Object.keys(traitFields).map((key) => [key, form[key as keyof typeof traitFields]]))
  return {
    contact: { firstName, lastName, email, about },
    traits: Traits.parse({ ...traits, timeZone: form.timeZone ?? timeZoneOf(form.state) }),
  }
}

/** The zone in which most people of a state live. */
export const timeZoneOf = (state: string): string | undefined => STATES.find(({ code }) => code === state)?.timeZone

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en-US', { timeZone: name }))
  } catch {
    return false
  }
}
