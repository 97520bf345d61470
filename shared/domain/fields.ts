import * as z from 'zod'
import { STATES } from './states.ts'

/** The kinds of fields that forms are made of. */

/**
 * One line of text: no control characters, so that it can stand in a mail header. The two that join characters may follow
 * one: Persian words and many emoji have them.
 */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'Please fill this in.')
    .max(most, `Please use at most ${most} characters.`)
    .regex(/^(?:[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}][\u200c\u200d]?)*$/u, 'Please use one line of plain text.')

/** Several lines of text; tabs and line ends are fine, other control characters are not. */
export const paragraph = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Please use at most ${most} characters.`)
    .regex(/^(?:[^\p{Cc}]|[\t\n\r])*$/u, 'Please use plain text.')

export const choice = <Code extends string>(codes: readonly Code[]) => z.enum(codes, 'Please choose from the list.')

export const choices = <Code extends string>(codes: readonly Code[], least: number, most: number) =>
  z
    .array(choice(codes))
    .min(least, least === 1 ? 'Please choose at least one.' : `Please choose at least ${least}.`)
    .max(most, `Please choose at most ${most}.`)
    .transform((chosen) => [...new Set(chosen)])

export const EmailAddress = z
  .string()
  .trim()
  .max(254, 'Please use at most 254 characters.')
  .pipe(z.email('Please enter an e-mail address, such as sam@example.org.'))

/** A name of the IANA list. JavaScript would take offsets such as +05:30 too, which schedules and people do not. */
export const TimeZone = z
  .string()
  .refine((name) => /^[A-Za-z]/.test(name) && isTimeZone(name), 'Please use a time zone such as America/Chicago.')

/** The zone in which most people of a state live. */
export const timeZoneOf = (state: string): string | undefined => STATES.find(({ code }) => code === state)?.timeZone

/** Looking a zone up is slow, and every profile that is read names one. There are some 600 names. */
const zones = new Set<string>()

function isTimeZone(name: string): boolean {
  if (zones.has(name)) return true
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name })
    zones.add(name)
    return true
  } catch {
    return false
  }
}
