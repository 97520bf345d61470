import { setTimeout as pause } from 'node:timers/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { clientTo } from '../../local/credentials.ts'
import type { Event } from '../../shared/domain/event.ts'
import { Problem } from '../../shared/errors.ts'
import { patience } from '../../shared/patience.ts'
import { tableOf } from '../../shared/store/client.ts'
import { aRegistrationForm } from './events.ts'
import { aSeatRoom } from './seat-room.ts'

process.env.TABLE_NAME ??= 'not used here'
const { registerForEvent } = await import('../../functions/register-for-event.ts')

type Crowd = {
  /** The database, or what makes it fail. */
  endpoint: string
  tableName: string
  event: Event
  people: number
  random: () => number
  /** Each function has its own connections; so many share theirs here. */
  clients?: number
}

type Comer = { nth: number; registrationId: string; millis: number }

/** Everybody wants a seat at once, and every second of them thinks better of it a little later. */
export async function aSeatCrowd({ endpoint, tableName, event, people, random, clients = 20 }: Crowd) {
  const dynamodb = Array.from(
    { length: clients },
    () => new DynamoDBClient({ ...clientTo(endpoint), maxAttempts: 8, requestHandler: patience(20_000) }),
  )
  let roundTrips = 0
  for (const client of dynamodb) {
    client.middlewareStack.add(
      (next) => (input) => {
        roundTrips++
        return next(input)
      },
      { step: 'deserialize' },
    )
  }
  const tables = dynamodb.map((client) => tableOf(tableName, client))
  const [first] = tables
  if (!first) throw new Error('A crowd comes through at least one door.')
  const time = { clock: () => new Date(), pause: (milliseconds: number) => pause(milliseconds), random }
  const main = await aSeatRoom(first, event, time)
  const doors = tables.map((table) => {
    const room = main.on(table)
    const register = registerForEvent({ events: room.events, seats: room.seats, newSecret: () => 'unused' })
    return { ...room, register }
  })

  const tried = { requests: 0, turnedAway: 0, failed: 0, mostTaken: 0 }
  /** Names of what failed otherwise. */
  const errors = new Set<string>()
  let over = false

  /** What a browser does: asks again, with the same key, when it is told to or hears nothing. */
  async function until<T>(request: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      tried.requests++
      try {
        return await request()
      } catch (error) {
        const busy = error instanceof Problem && error.status === 503
        if (busy) tried.turnedAway++
        else tried.failed++
        if (!busy) errors.add(error instanceof Error ? error.name : 'unknown')
        if (tries === 50) throw error
        await pause(busy ? 1000 * Number(error.more?.retryAfter ?? 1) : 1000)
      }
    }
  }

  async function comes(nth: number): Promise<Comer> {
    const began = performance.now()
    const { answers, ...person } = aRegistrationForm(nth)
    const click = {
      path: { eventId: event.id },
      body: { ...person, answers },
      headers: { 'idempotency-key': `click ${nth}` },
    }
    const door = doors[nth % doors.length]
    if (!door) throw new Error('There is a door.')
    const { body } = await until(() => door.register(click, new Date()))
    return { nth, registrationId: body.registrationId, millis: performance.now() - began }
  }

  async function watches(): Promise<void> {
    while (!over) {
      const seats = await main.events.seats(event.id).catch(() => undefined)
      if (seats) tried.mostTaken = Math.max(tried.mostTaken, seats.confirmed + seats.held)
      await pause(50)
    }
  }

  return {
    ...main,
    tried,
    errors,
    roundTrips: () => roundTrips,

    comes,

    /** All come at once, in any order; half of them cancel when they have their answer, some of them before others came. */
    async rush(): Promise<{ comers: Comer[]; seconds: number }> {
      const began = performance.now()
      const watching = watches()
      const order = Array.from({ length: people }, (_, n) => ({ nth: n + 1, at: random() })).toSorted(
        (a, b) => a.at - b.at,
      )
      const comers = await Promise.all(
        order.map(async ({ nth }) => {
          const comer = await comes(nth)
          if (nth % 2 === 0) {
            await pause(random() * 2000)
            const door = doors[(nth * 7) % doors.length]
            await until(async () => door?.seats.giveUp(comer.registrationId, 'attendee', new Date()))
          }
          return comer
        }),
      )
      const seconds = (performance.now() - began) / 1000
      over = true
      await watching
      return { comers, seconds }
    },

    close: () => dynamodb.forEach((client) => void client.destroy()),
  }
}
