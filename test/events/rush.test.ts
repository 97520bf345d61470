import { expect, it } from 'vitest'
import { mulberry32 } from '../../bench/random.ts'
import { aRush } from '../support/seat-rush.ts'

const [PEOPLE, SEATS] = [Number(process.env.PEOPLE || 1000), 50]

it(`${PEOPLE} people at once for ${SEATS} seats: never one too many, nobody twice, the line in order, nobody stranded`, async () => {
  const { room, during, tried, errors, counts, seconds, trips, millis } = await aRush({
    people: PEOPLE,
    seats: SEATS,
    random: mulberry32(7),
  })
  const at = (share: number) => millis[Math.ceil(millis.length * share) - 1]
  console.log(
    JSON.stringify({
      seconds,
      tripsAChange: trips / (PEOPLE * 1.5),
      p50: at(0.5),
      p99: at(0.99),
      ...tried,
      ...counts,
    }),
  )
  expect(tried.mostTaken).toBe(SEATS)
  expect([...errors].filter((name) => name !== 'TimeoutError')).toEqual([])
  expect(await during(room.wrong())).toEqual([])
  const people = await during(room.all())
  expect(people).toHaveLength(PEOPLE)
  expect(people.filter(({ status }) => status === 'cancelled')).toHaveLength(PEOPLE / 2)
  expect(people.filter(({ status }) => status === 'confirmed' || status === 'offered')).toHaveLength(SEATS)

  // Whoever waits came after all whom the line has served.
  const placesOf = (status: string) =>
    people.filter((each) => each.status === status).map(({ waitNumber = 0 }) => waitNumber)
  expect(Math.max(0, ...placesOf('offered'))).toBeLessThan(Math.min(...placesOf('waitlisted')))
  // Bad things happened.
  for (const fault of ['conflicts', 'throttled', 'repeated', 'answersLost'] as const) {
    expect(counts[fault], fault).toBeGreaterThan(0)
  }
}, 120_000)
