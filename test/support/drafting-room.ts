import { DATABASES } from '../../local/database.ts'
import { programme } from '../../local/mail-examples.ts'
import type { Mentee, Mentor } from '../../shared/domain/profile.ts'
import type { Round } from '../../shared/domain/round.ts'
import { pairingOn } from '../../shared/rounds/pair.ts'
import { lambdaExpecting } from '../../shared/rounds/room.ts'
import { runRound } from '../../shared/rounds/run.ts'
import { startByHand } from '../../shared/rounds/start-by-hand.ts'
import { auditStore } from '../../shared/store/audit.ts'
import { aMenteeProfile, aMentorProfile, NOW } from './profiles.ts'
import { emptyStores } from './stores.ts'

type Body = Parameters<ReturnType<typeof startByHand>>[0]['body']
type Changes = Partial<Parameters<typeof runRound>[0]>

export const pin = (menteeId: string, mentorId: string) => ({ menteeId, mentorId })

/** Where an organizer draws up rounds, in an empty database. */
export async function aDraftingRoom() {
  const kind = DATABASES.find((each) => each.available())
  if (!kind) throw new Error('No database fits this computer.')
  const stores = await emptyStores(kind)
  const tools = { ...stores, audit: auditStore(stores.table), programme }
  const here = { place: lambdaExpecting(programme.peopleExpected), pair: pairingOn(1) }
  const who = 'an organizer'
  let minutes = 0

  /** Each a minute later, since ids begin with the time. */
  const starts = (body: Partial<Body> = {}) =>
    startByHand(tools)({ body: { publish: false, ...body }, who }, new Date(NOW.getTime() + ++minutes * 60_000))
  const runs = (id: string, changes: Changes = {}) => runRound({ ...tools, ...here, ...changes })(id, () => NOW)

  async function stored(id: string): Promise<Round> {
    const round = await stores.rounds.get(id)
    if (!round) throw new Error('The round is gone.')
    return round
  }

  return {
    ...tools,
    ...{ who, starts, runs, stored },

    /** As it is before each test: nothing is running, and the same four people wait. */
    async isTidied() {
      const people = fourPeople()
      for (const profile of await stores.profiles.getMany(people.map(({ id }) => id)))
        await stores.table.transact([stores.profiles.removing(profile)])
      const lease = await stores.rounds.lease()
      if (lease) await stores.table.transact([stores.rounds.releasingLease(lease.roundId)])
      await stores.table.transact(people.map(stores.profiles.adding))
    },

    async drafts(body: Partial<Body> = {}): Promise<Round> {
      const id = await starts(body)
      await runs(id)
      return stored(id)
    },

    /** Who has whom as a mentor. */
    pairsOf: async ({ id }: Round) =>
      Object.fromEntries((await stores.matches.ofRound(id)).map(({ menteeId, mentorId }) => [menteeId, mentorId])),

    async change(id: string, changes: object) {
      const [profile] = await stores.profiles.getMany([id])
      if (profile) await stores.table.transact([stores.profiles.changing({ ...profile, ...changes })])
    },
  }
}
export type DraftingRoom = Awaited<ReturnType<typeof aDraftingRoom>>

/** Two mentors with a seat each, of whom `near` suits better, and two mentees, of whom `second` knows more. */
function fourPeople(): (Mentor | Mentee)[] {
  const [mentor, mentee] = [aMentorProfile(), aMenteeProfile()]
  const far = { ...mentor.traits, departments: ['microbiology' as const], setting: 'academia' as const }
  return [
    aMentorProfile({ id: 'near', addressHash: 'near', capacity: 1 }),
    aMentorProfile({ id: 'far', addressHash: 'far', capacity: 1, traits: far }),
    aMenteeProfile({ id: 'first', addressHash: 'first', contact: { ...mentee.contact, lastName: 'Árbol' } }),
    aMenteeProfile({ id: 'second', addressHash: 'second', traits: { ...mentee.traits, yearsOfExperience: 4 } }),
  ]
}
