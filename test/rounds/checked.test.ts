import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { readStored } from '../../cli/read-stored.ts'
import { DATABASES } from '../../local/database.ts'
import { Programme } from '../../shared/domain/programme.ts'
import { openRound, type Round, roundIdAt } from '../../shared/domain/round.ts'
import { rulesFor, verify } from '../../shared/matching/index.ts'
import { ROUND_FAILED } from '../../shared/rounds/log-lines.ts'
import { type Pairing, pairingOn } from '../../shared/rounds/pair.ts'
import { publishRound } from '../../shared/rounds/publish.ts'
import { lambdaExpecting } from '../../shared/rounds/room.ts'
import { runRound } from '../../shared/rounds/run.ts'
import { startRound } from '../../shared/rounds/start.ts'
import { storedResult } from '../../shared/rounds/stored-result.ts'
import { Stale } from '../../shared/store/write.ts'
import { aMenteeProfile, aMentorProfile, NOW } from '../support/profiles.ts'
import { emptyStores } from '../support/stores.ts'
import { aFolder } from '../support/world.ts'

/** What is between a pairing and its publication. Eight people: three mentors with one seat each, five mentees. */

const [kind] = DATABASES.filter((each) => each.available())
if (!kind) throw new Error('No database fits this computer.')

const programme = Programme.parse({
  name: 'Benchmate',
  sender: 'hello@example.org',
  replyTo: 'organizers@example.org',
  siteUrl: 'https://mentors.example.org',
  timeZone: 'America/Chicago',
})
const pair = pairingOn(1)
const here = { programme, place: lambdaExpecting(programme.peopleExpected), pair }
const clock = () => NOW

let stores: Awaited<ReturnType<typeof emptyStores>>
beforeAll(async () => {
  stores = await emptyStores(kind)
  const mentors = Array.from({ length: 3 }, (_, n) => aMentorProfile({ id: `mentor-${n}`, capacity: 1 }))
  const mentees = Array.from({ length: 5 }, (_, n) => aMenteeProfile({ id: `mentee-${n}`, roundsWaited: n % 3 }))
  await stores.table.transact([...mentors, ...mentees].map(stores.profiles.adding))
})
afterAll(() => stores.stop())

const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined)
beforeEach(async () => {
  complaints.mockClear()
  const lease = await stores.rounds.lease()
  if (lease) await stores.table.transact([stores.rounds.releasingLease(lease.roundId)])
})

type Changes = Partial<Parameters<typeof runRound>[0]>

/** A round that has run, with something in it exchanged. */
async function runs(mark: string, changes: Changes = {}, now = clock) {
  const { id } = await starts(mark)
  await runRound({ ...stores, ...here, ...changes })(id, now)
  return stored(id)
}

async function starts(mark: string): Promise<Round> {
  const round = openRound(roundIdAt(NOW, mark), true, NOW)
  await startRound(stores)(round, NOW)
  return round
}

async function stored(id: string): Promise<Round> {
  const round = await stores.rounds.get(id)
  if (!round) throw new Error('The round is gone.')
  return round
}

const publishes = (id: string) => publishRound({ ...stores, programme })(id, clock)
const mailsTo = async (id: string) => (await stores.mails.to(id)).length

describe('a pairing that is not the best', () => {
  const wrong: Record<string, (result: Awaited<ReturnType<Pairing>>) => void> = {
    'has a price too low': ({ certificate }) => Object.assign(certificate, { prices: certificate.prices.map(() => 0) }),
    'has a price too high': ({ certificate }) =>
      Object.assign(certificate, { prices: certificate.prices.map((price) => price + 1) }),
    'proves something else': ({ certificate }) => Object.assign(certificate, { inputHash: '0' }),
    'leaves somebody out for nothing': (result) => {
      const [one] = result.pairs.splice(0, 1)
      if (!one) throw new Error('Nobody was paired.')
      result.unplaced.unshift({ mentee: one.mentee, reason: 'seats', detail: 'All seats are taken.' })
      result.placed -= 1
      result.totalScore -= one.score
    },
    boasts: ({ pairs }) => Object.assign(pairs[0] ?? {}, { score: 1000 }),
    'gives a seat twice': ({ pairs }) => Object.assign(pairs[0] ?? {}, { mentor: pairs[1]?.mentor }),
  }

  it.each(Object.entries(wrong))('because it %s fails the round, and nobody hears of it', async (name, tamper) => {
    const tampered: Pairing = async (...given) => {
      const result = await pair(...given)
      tamper(result)
      return result
    }
    const mark = `wrong-${Object.keys(wrong).indexOf(name)}`
    const round = await runs(mark, { pair: tampered })
    expect(round).toMatchObject({ status: 'failed', progress: { phase: 'done' } })
    expect(round.failedBecause).toMatch(/not the best/)
    expect(round.summary).toBeUndefined()
    expect(await stores.rounds.lease()).toBeUndefined()
    expect(await stores.matches.ofRound(round.id)).toEqual([])
    expect(complaints.mock.calls.join()).toContain(ROUND_FAILED)
    await publishes(round.id)
    expect(await stored(round.id)).toEqual(round)
    expect(await mailsTo('mentee-0')).toBe(0)
  })
})

it('a draft that nobody checked is not published', async () => {
  const drafted = await runs('unchecked')
  const round: Round = { ...drafted, summary: drafted.summary && { ...drafted.summary, optimal: undefined } }
  await stores.table.transact([stores.rounds.changing(round)])
  await publishes(round.id)
  expect(await stored(round.id)).toMatchObject({ status: 'failed', failedBecause: expect.stringMatching(/checked/) })
  expect(complaints.mock.calls.join()).toContain(ROUND_FAILED)
  expect(await mailsTo('mentee-0')).toBe(0)
})

describe('the proof', () => {
  it('comes back as `npm run match` takes it, and proves what is stored', async () => {
    const round = await runs('proof')
    expect(round.summary).toMatchObject({ optimal: true, bound: round.summary?.totalScore, placed: 3 })
    const proof = await stores.proofs.get(round.id)
    if (!proof || !round.summary) throw new Error('There is no proof.')
    const [matches, unplaced] = [await stores.matches.ofRound(round.id), await stores.matches.unplacedOf(round.id)]
    const told = storedResult(round.summary, proof, matches, unplaced)
    expect(told).toMatchObject({ placed: 3, optimal: true, bound: told.totalScore, input: { people: 8 } })
    const file = join(aFolder(), 'stored.json')
    writeFileSync(file, JSON.stringify(told))
    const result = readStored(file)
    const people = await stores.profiles.pool()
    const rules = rulesFor(people, told.settings)
    expect(verify(people, rules, result)).toEqual({ optimal: true, bound: result.totalScore })
    const cheaper = { ...result.certificate, prices: result.certificate.prices.map((price) => price - 1) }
    expect(verify(people, rules, { ...result, certificate: cheaper })).toMatchObject({ optimal: false })
  })

  it('goes with the draft', async () => {
    const round = await runs('discarded')
    await stores.matches.clearDraft(round.id)
    expect(await stores.proofs.get(round.id)).toBeUndefined()
  })

  it('knows nobody', async () => {
    const round = await runs('nobody')
    expect(JSON.stringify(await stores.proofs.get(round.id))).not.toMatch(/mentee-|mentor-|@/)
  })
})

describe('a pool that there is no room for', () => {
  const place = { megabytes: 100, seconds: 900, threads: 1 }
  const neverPairs: Pairing = () => {
    throw new Error('The pairing began.')
  }

  it('is refused with the figure, before the matching begins', async () => {
    const round = await runs('too-large', { place, pair: neverPairs })
    expect(round).toMatchObject({ status: 'failed', progress: { phase: 'done' } })
    expect(round.failedBecause).toMatch(
      /^8 people wait .* MB of memory .* 100 MB .*peopleExpected.*docs\/operating\.md/,
    )
    expect(await stores.rounds.lease()).toBeUndefined()
    expect(complaints.mock.calls.join()).toContain(ROUND_FAILED)
  })

  it('is handed on untouched where there is somewhere else, so that it can be handed on twice', async () => {
    const asked: string[] = []
    const handOn = async (id: string) => void asked.push(id)
    const started = await starts('handed-on')
    const [lease, run] = [
      await stores.rounds.lease(),
      runRound({ ...stores, ...here, place, pair: neverPairs, handOn }),
    ]
    await run(started.id, clock)
    await run(started.id, clock)
    expect(asked).toEqual([started.id, started.id])
    expect(await stored(started.id)).toEqual(started)
    expect(await stores.rounds.lease()).toEqual(lease)
    // There, it runs as it does here.
    await runRound({ ...stores, ...here })(started.id, clock)
    expect(await stored(started.id)).toMatchObject({ status: 'drafted', summary: { optimal: true } })
  })
})

describe('the phases', () => {
  /** Every sign that a round writes, when its clock goes on by so much at each look. */
  async function signs(mark: string, milliseconds: number) {
    const seen: Round['progress'][] = []
    const rounds = {
      ...stores.rounds,
      changing(round: Round) {
        seen.push(round.progress)
        return stores.rounds.changing(round)
      },
    }
    let looks = 0
    await runs(mark, { rounds }, () => new Date(NOW.getTime() + milliseconds * looks++))
    return seen
  }

  it('are told as the engine goes through them, with how many people it is about', async () => {
    const seen = await signs('phases', 1000)
    const phases = seen.map(({ phase }) => phase).filter((phase, n, all) => phase !== all[n - 1])
    expect(phases.slice(0, 3)).toEqual(['reading', 'matching', 'looking for candidates'])
    expect(phases).toEqual(expect.arrayContaining(['auction', 'assigning', 'proving']))
    expect(phases.slice(-3)).toEqual(['explaining', 'drafting', 'publish-requested'])
    expect(seen.find(({ phase }) => phase === 'proving')?.total).toBe(8)

    const { report } = await stored(roundIdAt(NOW, 'phases'))
    const spent = ['reading', 'matching', 'looking for candidates', 'auction', 'assigning', 'proving', 'verifying']
    const figures = { ms: expect.toSatisfy((ms) => ms >= 1000), megabytes: expect.toSatisfy((each) => each > 20) }
    expect(report).toMatchObject({
      placed: 3,
      placedAtMost: 3,
      phases: [...spent, 'explaining'].map((phase) => ({ phase, ...figures })),
    })
  })

  it('are not written more than once a second', async () => {
    const seen = await signs('fast', 1)
    expect(seen.map(({ phase }) => phase).filter((phase) => phase === 'auction' || phase === 'proving')).toEqual([])
  })

  it('keep the lease; a run that has lost it stops there', async () => {
    const { id } = await starts('lost')
    const overtaken: Pairing = async (people, rules, watch) => {
      await stores.table.transact([stores.rounds.changing(await stored(id))])
      return pair(people, rules, watch)
    }
    let looks = 0
    const ticking = () => new Date(NOW.getTime() + 1000 * looks++)
    await expect(runRound({ ...stores, ...here, pair: overtaken })(id, ticking)).rejects.toBeInstanceOf(Stale)
    expect(await stored(id)).toMatchObject({ status: 'running', progress: { phase: 'matching' } })
    expect(await stores.matches.ofRound(id)).toEqual([])
  })
})
