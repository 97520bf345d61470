import type { Context } from 'aws-lambda'
import { announce } from '../shared/events/announce.ts'
import { deployedSeating } from '../shared/events/deployed-seating.ts'
import { tendEvents } from '../shared/events/tend.ts'
import { deployedTable } from '../shared/store/client.ts'
import { eventStore } from '../shared/store/events.ts'
import { mailStore } from '../shared/store/mails.ts'
import { registrationStore } from '../shared/store/registrations.ts'

/** Enough for one more page of registrations. */
const SPARE_MS = 25_000

const table = deployedTable()
const [events, registrations, seats] = [eventStore(table), registrationStore(table), deployedSeating(table)]
const tend = tendEvents({
  events,
  registrations,
  seats,
  announce: announce({ table, events, registrations, mails: mailStore(table), seats }),
})

/** Each minute: what events do by the clock. */
export const handler = (_event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<void> =>
  tend(() => context.getRemainingTimeInMillis() > SPARE_MS, new Date())
