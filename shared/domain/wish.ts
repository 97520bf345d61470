import * as z from 'zod'
import { ACTORS, RegistrationBody } from './registration.ts'

/**
 * What somebody wants of an event's seats, written down for a moment while many others want the same: then wishes are
 * granted several at a time, in the order in which they came.
 */
const common = {
  /** Sorts by time. */
  id: z.string(),
  eventId: z.string(),
  at: z.iso.datetime(),
}

export const Wish = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('register'),
    form: RegistrationBody,
    addressHash: z.string(),
    key: z.string(),
  }),
  z.strictObject({ ...common, kind: z.literal('give-up'), registrationId: z.string(), by: z.enum(ACTORS) }),
])
export type Wish = z.output<typeof Wish>
/** A wish before it is written down. */
export type Wanted = Wish extends infer Each ? (Each extends Wish ? Omit<Each, 'id' | 'at'> : never) : never

export const wishId = (at: Date, secret: string): string => `${at.toISOString()}#${secret}`

/** No request takes so long: who wrote it down has gone, and will ask again if they still want it. */
const FORGOTTEN_AFTER = 30_000
export const isForgotten = ({ at }: Wish, now: Date): boolean => now.getTime() - Date.parse(at) > FORGOTTEN_AFTER
