import { checkSeats } from '../shared/events/check.ts'
import { deployedTable } from '../shared/store/client.ts'
import { eventStore } from '../shared/store/events.ts'
import { registrationStore } from '../shared/store/registrations.ts'

/**
 * `npm run check:seats`: counts the registrations of every event of a table, and compares. `TABLE_NAME` and the usual
 * AWS variables say which table; for one on this computer also `AWS_ENDPOINT_URL_DYNAMODB=http://127.0.0.1:PORT`. Ends
 * with 1 when an event's seats do not add up.
 */
const table = deployedTable()
const events = eventStore(table)
const check = checkSeats({ events, registrations: registrationStore(table) })

let [count, different] = [0, 0]
for await (const page of events.seatsFrom('0')) {
  for (const { eventId } of page) {
    const { registered, wrong, settled } = await check(eventId)
    count++
    if (wrong.length) different++
    const said = settled ? `${registered} registrations, all seats there` : 'busy right now, please check again later'
    console.log(`${eventId}: ${wrong.length ? wrong.join('; ') : said}`)
  }
}
console.log(`${count} events, ${different} of them wrong.`)
process.exitCode = different ? 1 : 0
