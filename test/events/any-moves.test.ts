import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { WAITLIST_POLICIES } from '../../shared/domain/event.ts'
import type { Registration } from '../../shared/domain/registration.ts'
import { canMove, hasLapsed, MOVES, type Move } from '../../shared/domain/seating.ts'
import { Problem } from '../../shared/errors.ts'
import { anEvent, inHours } from '../support/events.ts'
import { memoryTable } from '../support/memory-table.ts'
import { NOW } from '../support/profiles.ts'
import { aSeatRoom, type SeatRoom } from '../support/seat-room.ts'

/** Whatever people, organizers and the clock do, in whatever order: no seat is lost, and nobody jumps the line. */

const nth = fc.integer({ min: 1, max: 7 })
const Act = fc.oneof(
  { weight: 8, arbitrary: fc.record({ act: fc.constant('comes'), nth }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('givesUp'), nth }) },
  { weight: 5, arbitrary: fc.record({ act: fc.constant('accepts'), nth }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('crowds'),
      come: fc.array(nth, { minLength: 3, maxLength: 7 }),
      go: fc.array(nth, { maxLength: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('walksIn'), nth }) },
  fc.record({ act: fc.constant('isForgotten'), nth }),
  { weight: 3, arbitrary: fc.record({ act: fc.constant('waits'), hours: fc.integer({ min: 1, max: 30 }) }) },
  fc.record({ act: fc.constant('offersEnd') }),
  fc.record({ act: fc.constant('resizes'), capacity: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }) }),
  fc.record({ act: fc.constant('changesPolicy'), policy: fc.constantFrom(...WAITLIST_POLICIES) }),
)
type Act = typeof Act extends fc.Arbitrary<infer A> ? A : never

async function does(room: SeatRoom, act: Act, now: Date): Promise<void> {
  switch (act.act) {
    case 'comes':
      await room.comes(act.nth, now)
      break
    case 'crowds': {
      const all = [...act.come.map((each) => room.comes(each, now)), ...act.go.map((each) => room.givesUp(each, now))]
      for (const outcome of await Promise.allSettled(all)) {
        if (outcome.status === 'rejected' && !(outcome.reason instanceof Problem)) throw outcome.reason
      }
      break
    }
    case 'walksIn':
      await room.walksIn(act.nth, now)
      break
    case 'givesUp':
      await room.givesUp(act.nth, now)
      break
    case 'accepts':
      await room.accepts(act.nth, now)
      break
    case 'isForgotten':
      await room.seats.forget(await room.idOf(act.nth), now)
      break
    case 'offersEnd':
      for (const { id } of await room.registrations.lapsed(now, 100)) await room.seats.expire(id, now)
      break
    case 'resizes':
      await room.changes({ capacity: act.capacity }, now)
      break
    case 'changesPolicy':
      await room.changes({ waitlist: { policy: act.policy } }, now)
      break
  }
}

/** Who went from the line to a seat, and who is still in line: none of these stood before one of those. */
function jumped(before: Registration[], after: Registration[]): string[] {
  const waited = new Map(before.filter(({ status }) => status === 'waitlisted').map((each) => [each.id, each]))
  const still = after.filter(({ id, status }) => waited.has(id) && status === 'waitlisted')
  const first = Math.min(...still.map(({ waitNumber = 0 }) => waitNumber))
  return after
    .filter(({ id, status }) => waited.has(id) && (status === 'offered' || status === 'confirmed'))
    .filter(({ id }) => (waited.get(id)?.waitNumber ?? 0) > first)
    .map(({ number }) => `number ${number} passed somebody in line`)
}

/** What they did leads from one status to the next by the table of moves, and to the one they have. */
function replayed({ history, status, number }: Registration): string[] {
  let at: Registration['status'] | undefined
  for (const { move } of history as { move: Move }[]) {
    if (!canMove(at, move)) return [`number ${number} could not ${move} when ${at}`]
    at = MOVES[move].to
  }
  return at === status ? [] : [`number ${number} is ${status}, but the history says ${at}`]
}

/** Whose offer was over, and who has the seat all the same. */
const tookTooLate = (before: Registration[], after: Registration[], now: Date) =>
  before
    .filter((each) => hasLapsed(each, now))
    .filter(({ id }) => after.some((each) => each.id === id && each.status === 'confirmed'))
    .map(({ number }) => `number ${number} took a seat too late`)

const isOf = (nth: number, { addressHash }: Registration): boolean => addressHash === `hash-${nth}`

const taken = (people: Registration[]) =>
  people.filter(({ status }) => status === 'confirmed' || status === 'offered').length

it('keeps confirmed + held + seatsLeft = capacity, the order of the line, and everybody once', async () => {
  const done = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(Act, { minLength: 40, maxLength: 80 }), async (acts) => {
      let now = NOW
      const time = { clock: () => now, pause: async () => setImmediate(), random: () => 0.5 }
      // Long enough that people walk in, too.
      const times = { startsAt: inHours(60).toISOString(), endsAt: inHours(100).toISOString() }
      const room = await aSeatRoom(memoryTable(), anEvent({ capacity: 2, ...times }), time)
      for (const act of acts) {
        if (act.act === 'waits') {
          now = inHours(act.hours, now)
          continue
        }
        const [before, { seats }] = [await room.all(), await room.room()]
        const tooLate = act.act === 'accepts' && before.some((each) => isOf(act.nth, each) && hasLapsed(each, now))
        const refused = await does(room, act, now).then(
          () => false,
          (error: unknown) => error instanceof Problem || Promise.reject(error),
        )
        const [after, { seats: counts, event }] = [await room.all(), await room.room()]
        const begun = now.toISOString() >= event.startsAt
        // Then the seats are for those who stand there.
        const atDoor = act.act === 'walksIn' && begun
        expect(
          [
            ...(await room.wrong({ whenServed: !begun })),
            ...(atDoor ? [] : jumped(before, after)),
            // At the door a seat that nobody waits for is theirs all the same.
            ...(act.act === 'walksIn' ? [] : tookTooLate(before, after, now)),
            ...after.flatMap(replayed),
          ],
          act.act,
        ).toEqual([])
        // More seats than there are were taken only by taking seats away from under people.
        expect(taken(after), act.act).toBeLessThanOrEqual(Math.max(taken(before), counts.capacity ?? Infinity))
        const came = act.act === 'comes' || act.act === 'walksIn'
        const sat = came && taken(after) > taken(before) && !refused
        expect(sat && seats.waiting > 0 && !atDoor, 'a newcomer got a seat that the line waits for').toBe(false)
        const name = tooLate ? 'accepts too late' : `${act.act}${refused ? ' is refused' : ''}`
        done.set(name, (done.get(name) ?? 0) + 1)
      }
    }),
    { numRuns: 70, seed: 5 },
  )
  // What never happens proves nothing.
  for (const name of [
    'comes',
    'givesUp',
    'accepts',
    'walksIn',
    'isForgotten',
    'resizes',
    'changesPolicy',
    'offersEnd',
    'crowds',
  ]) {
    expect(done.get(name), name).toBeGreaterThan(20)
  }
  expect(done.get('comes is refused')).toBeGreaterThan(20)
  expect(done.get('accepts too late')).toBeGreaterThan(5)
})
