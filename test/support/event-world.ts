import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import { clientTo } from '../../local/credentials.ts'
import { startDatabase } from '../../local/database.ts'
import type { Event } from '../../shared/domain/event.ts'
import { checkSeats } from '../../shared/events/check.ts'
import { tableOf } from '../../shared/store/client.ts'
import { eventStore } from '../../shared/store/events.ts'
import { registrationStore } from '../../shared/store/registrations.ts'
import { anEvent, aRegistrationForm, seatsFor } from './events.ts'
import { aWorld } from './world.ts'

const Registered = z.object({ registrationId: z.string(), status: z.string() })

/** The running product, with events that begin whenever a test wants: also such as have begun. */
export async function anEventWorld(port: number) {
  const database = await startDatabase(undefined)
  const client = new DynamoDBClient(clientTo(database.endpoint))
  const world = await aWorld({ port, dynamodbEndpoint: database.endpoint })
  const table = tableOf((await client.send(new ListTablesCommand())).TableNames?.[0] ?? '', client)
  const [events, registrations] = [eventStore(table), registrationStore(table)]
  const ids: string[] = []

  return {
    ...world,
    table,
    events,
    registrations,

    /** An event whose start is so many hours from now; two hours long. */
    async isOn({ id, startsIn, ...changes }: Partial<Event> & { id: string; startsIn: number }): Promise<string> {
      const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
      const event = anEvent({ id, startsAt: inHours(startsIn), endsAt: inHours(startsIn + 2), ...changes }, new Date())
      await table.transact([events.adding(event), events.addingSeats(seatsFor(event))])
      ids.push(id)
      return id
    },

    changes: (event: Event) => table.transact([events.changing(event)]),

    async registers(eventId: string, nth: number, firstName = 'Sam') {
      const body = aRegistrationForm(nth, { firstName, email: `${eventId}-${nth}@example.org` })
      const answer = await world.call('POST', `/api/events/${eventId}/registrations`, { body })
      if (answer.status !== 201) throw new Error(`Registering was answered with ${answer.status}: ${answer.text}`)
      return Registered.parse(answer.body)
    },

    /** What is wrong with the seats of all events; nothing, if all is well. */
    async wrongSeats(): Promise<string[]> {
      const checked = await Promise.all(ids.map(checkSeats({ events, registrations })))
      return checked.flatMap((each) => (each.settled ? each.wrong : `${each.eventId} changes all the time`))
    },

    async stop() {
      await world.stop()
      client.destroy()
      await database.stop()
    },
  }
}
