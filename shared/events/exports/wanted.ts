import * as z from 'zod'
import { REGISTRATION_STATUSES } from '../../domain/registration.ts'

/** What an organizer can ask an attendee list for. */

export const FORMATS = ['csv', 'xlsx', 'json'] as const
export type Format = (typeof FORMATS)[number]

/**
 * Who the list is for. - `full`: everything. - `contact`: who agreed to be contacted, and how. - `door`: names and a box
 * to tick, to be printed. - `stats`: counts alone.
 */
export const PROFILES = ['full', 'contact', 'door', 'stats'] as const

/** What people told a support circle about themselves leaves it on no list. */
export const CIRCLE_PROFILES: readonly (typeof PROFILES)[number][] = ['door', 'stats']

const flag = z
  .enum(['1', '0', 'true', 'false'], 'Please use 1 or 0.')
  .default('0')
  .transform((text) => text === '1' || text === 'true')

const Statuses = z
  .string()
  .transform((text) => [...new Set(text.split(','))])
  .pipe(z.array(z.enum(REGISTRATION_STATUSES, `Please choose from ${REGISTRATION_STATUSES.join(', ')}.`)))

export const Wanted = z.strictObject({
  profile: z.enum(PROFILES, `Please choose one of ${PROFILES.join(', ')}.`).default('full'),
  /** One status, or several with commas in between. */
  status: Statuses.optional(),
  /** Headings and times for people; without it, names and times for programs. */
  labels: flag,
  /** A column for each option, where several can be chosen. */
  explode: flag,
})
export type Wanted = z.output<typeof Wanted>
