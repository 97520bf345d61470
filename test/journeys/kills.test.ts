import { afterAll, expect, it } from 'vitest'
import * as z from 'zod'
import { type Child, startInChild } from '../support/child.ts'
import { aFolder, eventually, worldAt } from '../support/world.ts'
import { allMatches, expectSeatsToAddUp } from './invariants.ts'

/**
 * The whole process is killed with -9 at many points between asking for a round and its last mail, and started again on
 * the same data. Each time the round must complete by itself.
 */

const PORT = 4310
const KILLS = 10
const [FIRST, STEP] = [20, 70] // milliseconds after the round was asked for

const env = { PORT: String(PORT), DATA_DIR: aFolder() }
const world = worldAt(`http://localhost:${PORT}`, `http://localhost:${PORT + 1}`)
let child: Child

afterAll(() => child.kill())

it('nothing is lost and nobody is used twice, wherever it is killed', async () => {
  child = await startInChild(env)
  const interrupted = new Map<string, number>()

  for (let kill = 0; kill < KILLS; kill++) {
    await Promise.all([
      world.joins({ role: 'mentor', email: `mentor${kill}@example.org`, capacity: 3 }),
      ...Array.from({ length: 4 }, (_, n) => world.joins({ email: `mentee${kill}.${n}@example.org` })),
    ])
    const { body } = await world.asOrganizer('POST', '/rounds', { publish: true })
    const { roundId } = z.object({ roundId: z.string() }).parse(body)
    await new Promise((resolve) => setTimeout(resolve, FIRST + kill * STEP))
    const [before] = z
      .object({ items: z.array(z.object({ status: z.string(), progress: z.object({ phase: z.string() }) })) })
      .parse((await world.asOrganizer('GET', '/rounds')).body).items
    await child.kill()
    const point = `${before?.status}, ${before?.progress.phase}`
    interrupted.set(point, (interrupted.get(point) ?? 0) + 1)

    child = await startInChild(env)
    await world.roundIs(roundId, 'published')
    await expectSeatsToAddUp(world)
  }
  console.log(`Killed while the round was: ${[...interrupted].map(([point, n]) => `${point} (${n})`).join('; ')}.`)

  const open = await expectSeatsToAddUp(world)
  expect(open.length).toBe(KILLS * 3)
  expect((await allMatches(world)).filter(({ status }) => status === 'drafted')).toEqual([])

  // A mail that was in flight when its sender died is due again after its claim has run out.
  const wanted = 2 * open.length
  const introductions = async () => (await world.letters()).filter(({ body }) => /\/match#/.test(body.text))
  const one = ({ destination, body }: Awaited<ReturnType<typeof introductions>>[number]) =>
    `${destination.to.join()} ${partnerIn(body.text)}`
  await eventually(
    'each introduction arrives',
    async () => (new Set((await introductions()).map(one)).size === wanted ? true : undefined),
    120,
  )
  const repeated = (await introductions()).length - wanted
  console.log(`${wanted} introductions, ${repeated} of them repeated after ${KILLS} kills.`)
  expect(repeated).toBeLessThanOrEqual(KILLS)
}, 240_000)

const partnerIn = (text: string) => /(?:mentor|mentee)\d+(?:\.\d)?@example\.org/.exec(text)?.[0]
