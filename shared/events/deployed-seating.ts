import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Table } from '../store/client.ts'
import { eventStore } from '../store/events.ts'
import { mailStore } from '../store/mails.ts'
import { registrationStore } from '../store/registrations.ts'
import { wishStore } from '../store/wishes.ts'
import { type Patiently, patiently } from './crowd.ts'
import { seating } from './seating.ts'

/** 96 bits: nobody guesses a registration's id. */
export const newSecret = () => randomBytes(12).toString('base64url')

/** By the computer's clock and chance. */
const time = {
  clock: () => new Date(),
  pause: (milliseconds: number) => pause(milliseconds),
  random: Math.random,
}

export const deployedPatience: Patiently = patiently(time)

/** Seating as functions use it. */
export const deployedSeating = (table: Table) =>
  seating({
    table,
    events: eventStore(table),
    registrations: registrationStore(table),
    mails: mailStore(table),
    wishes: wishStore(table),
    newSecret,
    time,
  })
