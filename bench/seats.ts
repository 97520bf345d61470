import { DATABASES } from '../local/database.ts'
import { anEvent } from '../test/support/events.ts'
import { badDay, faultsBefore } from '../test/support/faults.ts'
import { aSeatCrowd } from '../test/support/seat-crowd.ts'
import { emptyStores } from '../test/support/stores.ts'
import { mulberry32 } from './random.ts'

/**
 * `npm run bench:seats [PEOPLE] [SEATS]`: people one after the other, and then thousands at once for the seats of one
 * event, half of them cancelling again: first with a database that works, then with one that conflicts, throttles and
 * loses answers.
 */

const [PEOPLE = 2000, SEATS = 50] = process.argv.slice(2).map(Number)
const ALONE = 200

type Crowd = Awaited<ReturnType<typeof aSeatCrowd>>

/** Does something with an event in a table of its own, and checks what is left; faults in one call of `oneIn`. */
async function inOwnTable(people: number, work: (crowd: Crowd) => Promise<string[]>, oneIn?: number): Promise<void> {
  const kind = DATABASES.find((each) => each.available())
  if (!kind) throw new Error('No database runs on this computer.')
  const stores = await emptyStores(kind)
  const random = mulberry32(11)
  const proxy = oneIn ? await faultsBefore(stores.endpoint, badDay(oneIn, random)) : undefined
  const event = anEvent({ capacity: SEATS }, new Date())
  const endpoint = proxy?.endpoint ?? stores.endpoint
  const crowd = await aSeatCrowd({ endpoint, tableName: stores.tableName, event, people, random })
  const wrong = async () => (await crowd.wrong()).join('; ')
  const said = [
    ...(await work(crowd)),
    ...(proxy ? [`injected: ${[...proxy.injected].map(([fault, count]) => `${fault} ${count}`).join(', ')}`] : []),
    (await wrong()) || 'all seats there, the line in order, nobody twice, nobody stranded',
  ]
  console.log(said.map((line) => `  ${line}`).join('\n'))
  crowd.close()
  await proxy?.stop()
  await stores.stop()
}

async function alone(crowd: Crowd): Promise<string[]> {
  const [trips, began] = [crowd.roundTrips(), performance.now()]
  for (let nth = 1; nth <= ALONE; nth++) await crowd.comes(nth)
  const seconds = (performance.now() - began) / 1000
  const each = (crowd.roundTrips() - trips) / ALONE
  return [`${(ALONE / seconds).toFixed(0)} registrations a second, ${each.toFixed(1)} round trips each`]
}

async function atOnce(crowd: Crowd): Promise<string[]> {
  const { comers, seconds } = await crowd.rush()
  const millis = comers.map((comer) => comer.millis).toSorted((a, b) => a - b)
  const at = (share: number) => `${((millis[Math.ceil(millis.length * share) - 1] ?? 0) / 1000).toFixed(1)} s`
  const changes = comers.length * 1.5
  const { requests, turnedAway, failed, mostTaken } = crowd.tried
  return [
    `${comers.length} people, ${SEATS} seats: ${seconds.toFixed(0)} s, ${(changes / seconds).toFixed(0)} changes a second`,
    `from click to answer: p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}`,
    `${(crowd.roundTrips() / changes).toFixed(1)} round trips a change`,
    `${requests} requests, ${turnedAway} of them told to ask again later, ${failed} failed and were repeated`,
    `most seats taken at any moment: ${mostTaken}`,
  ]
}

console.log('one after the other')
await inOwnTable(ALONE, alone)
console.log('all at once')
await inOwnTable(PEOPLE, atOnce)
console.log('all at once, on a bad day: each fault in one call of 100')
await inOwnTable(PEOPLE, atOnce, 100)
