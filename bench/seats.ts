import { DATABASES, startDatabase } from '../local/database.ts'
import { anEvent } from '../test/support/events.ts'
import { badDay, faultsBefore } from '../test/support/faults.ts'
import { aSeatCrowd } from '../test/support/seat-crowd.ts'
import { aRush } from '../test/support/seat-rush.ts'
import { storesIn } from '../test/support/stores.ts'
import { mulberry32 } from './random.ts'

/**
 * `npm run bench:seats [PEOPLE] [SEATS]`: people one after the other; then many at once for the seats of one event, half
 * of them cancelling again, on a real database that conflicts, throttles and loses answers; then thousands at once in
 * virtual time, since the local database cannot keep up with so many (see test/support/contended-table.ts).
 */

const [PEOPLE = 300, SEATS = 50] = process.argv.slice(2).map(Number)
const ALONE = 200
const THOUSANDS = 2000

type Crowd = Awaited<ReturnType<typeof aSeatCrowd>>

/** Does something with an event in a table of its own, and checks what is left; faults in one call of `oneIn`. */
async function inOwnTable(people: number, work: (crowd: Crowd) => Promise<string[]>, oneIn?: number): Promise<void> {
  const kind = DATABASES.find((each) => each.available())
  if (!kind) throw new Error('No database runs on this computer.')
  const database = await startDatabase(undefined, kind)
  const stores = await storesIn(database)
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
  await database.stop()
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

async function inVirtualTime(): Promise<void> {
  const { tried, counts, seconds, trips, millis } = await aRush({
    people: THOUSANDS,
    seats: SEATS,
    random: mulberry32(7),
  })
  const at = (share: number) => `${((millis[Math.ceil(millis.length * share) - 1] ?? 0) / 1000).toFixed(1)} s`
  const changes = THOUSANDS * 1.5
  const lines = [
    `${THOUSANDS} people, ${SEATS} seats: ${seconds.toFixed(0)} s, ${(changes / seconds).toFixed(0)} changes a second`,
    `from click to answer: p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}`,
    `${(trips / changes).toFixed(1)} round trips a change`,
    `${tried.requests} requests, ${tried.turnedAway} of them told to ask again later, ${tried.failed} failed and were repeated`,
    `${counts.conflicts} conflicts, ${counts.throttled} throttled, ${counts.repeated + counts.answersLost} answers lost`,
    `most seats taken at any moment: ${tried.mostTaken}`,
  ]
  console.log(lines.map((line) => `  ${line}`).join('\n'))
}

console.log('one after the other')
await inOwnTable(ALONE, alone)
console.log('all at once, on a bad day: each fault in one call of 100')
await inOwnTable(PEOPLE, atOnce, 100)
console.log('thousands at once on a bad day, in virtual time')
await inVirtualTime()
