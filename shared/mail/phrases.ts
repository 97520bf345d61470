import type { Recipient } from '../domain/mail.ts'
import type { Role } from '../domain/profile-form.ts'
import type { Programme } from '../domain/programme.ts'
import { personName } from './plain.ts'
import { moment } from './times.ts'
import type { Say } from './words/define.ts'
import type { NEXT_ROUND } from './words/parts.ts'

/** Sentences that several mails share. */

/** `Hello Alex,` */
export function greeting({ firstName }: Recipient): string {
  const name = personName(firstName)
  return name ? `Hello ${name},` : 'Hello,'
}

/** When the next round is, on the reader's clock. */
export const nextRound = (at: string | undefined, { timeZone }: Recipient, say: Say<typeof NEXT_ROUND>): string =>
  at ? say('nextRound', { time: moment(at, timeZone) }) : say('nextRoundUnknown')

/** For the foot. */
export const whyMember = (role: Role, programme: Programme): string =>
  `You get this mail because you signed up as a ${role} with ${programme.name}.`
