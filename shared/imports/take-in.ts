import type { FieldError } from '../errors.ts'
import { inParallel } from '../parallel.ts'
import { type AddressStore, hashOf } from '../store/addresses.ts'
import type { Table } from '../store/client.ts'
import type { MailStore } from '../store/mails.ts'
import type { ProfileStore } from '../store/profiles.ts'
import type { SuppressionStore } from '../store/suppressions.ts'
import { Stale, untilFresh, type Write } from '../store/write.ts'
import { invitationId, type Known, type Plan, planFor } from './plan.ts'
import type { Person } from './reading/check.ts'

export type TakeInDeps = {
  table: Pick<Table, 'transact'>
  addresses: Pick<AddressStore, 'getMany' | 'saving'>
  profiles: Pick<ProfileStore, 'getMany' | 'adding' | 'changing'>
  mails: Pick<MailStore, 'getByIds' | 'adding'>
  suppressions: Pick<SuppressionStore, 'getMany'>
  newId: () => string
}
export type Wishes = { invite: boolean; dryRun: boolean }
export type Taken = { row: number } & (
  | { outcome: Exclude<Plan['outcome'], 'refused'>; fields: string[]; invited: boolean }
  | { outcome: 'refused'; errors: FieldError[] }
)

/** One row takes three writes at most, and a transaction a hundred: whole rows share one, because each has its price. */
const ROWS_A_TRANSACTION = 30
/** Transactions under way at once. */
const AT_ONCE = 8

type Planned = { person: Person; plan: Plan }

/**
 * Stores people, each of them whole or not at all, and tells what became of every one. Doing it again, after a kill in
 * the middle too, does what is missing: a row that is stored already changes nothing.
 */
export const takeIn =
  (deps: TakeInDeps) =>
  async (people: readonly Person[], { invite, dryRun }: Wishes, now: Date): Promise<Taken[]> => {
    const { table, newId } = deps
    const look = lookUp(deps, invite)
    const plansFor = async (some: readonly Person[]): Promise<Planned[]> => {
      const known = await look(some)
      return known.map(([person, what]) => ({ person, plan: planFor(person, what, { invite, id: newId(), now }) }))
    }
    const store = (some: readonly Planned[]) => {
      const writes = some.flatMap(({ plan }) => writesOf(plan, deps))
      return writes.length ? table.transact(writes) : undefined
    }

    const planned = await plansFor(people)
    if (dryRun) return planned.map(takenFrom)
    const taken: Taken[] = []
    const alone: Person[] = []
    await inParallel(together(planned), AT_ONCE, async (some) => {
      try {
        await store(some)
        taken.push(...some.map(takenFrom))
      } catch (error) {
        if (!(error instanceof Stale)) throw error
        // Somebody changes one of them at this moment; we are not told whom.
        alone.push(...some.map(({ person }) => person))
      }
    })
    await inParallel(alone, AT_ONCE, async (person) => void taken.push(await storedAlone(person)))
    return taken

    async function storedAlone(person: Person): Promise<Taken> {
      try {
        return await untilFresh(async () => {
          const [fresh] = await plansFor([person])
          if (!fresh) throw new Error('Whoever is looked up is found, if only as a stranger.')
          await store([fresh])
          return takenFrom(fresh)
        })
      } catch (error) {
        if (!(error instanceof Stale)) throw error
        return { row: person.row, outcome: 'refused', errors: [{ path: 'email', message: TOO_BUSY }] }
      }
    }
  }

const TOO_BUSY = 'Others changed this person at the same moment. Please send the row again.'

/** Groups for one transaction each. Two roles of one address go into different ones, because they write the same item. */
function together(planned: readonly Planned[]): Planned[][] {
  const groups: { rows: Planned[]; addresses: Set<string> }[] = []
  for (const row of planned) {
    const address = hashOf(row.person.form.email)
    const open = groups
      .slice(-2)
      .find(({ rows, addresses }) => rows.length < ROWS_A_TRANSACTION && !addresses.has(address))
    const group = open ?? { rows: [], addresses: new Set() }
    if (!open) groups.push(group)
    group.rows.push(row)
    group.addresses.add(address)
  }
  return groups.map(({ rows }) => rows)
}

function writesOf(plan: Plan, { addresses, profiles, mails }: TakeInDeps): Write[] {
  if (plan.outcome === 'refused' || !plan.profile) return []
  const mail = plan.mail ? [mails.adding(plan.mail)] : []
  return plan.outcome === 'created'
    ? [addresses.saving(plan.address), profiles.adding(plan.profile), ...mail]
    : [profiles.changing(plan.profile), ...mail]
}

/** What we know of many people, in a few requests and in their order. */
const lookUp =
  ({ addresses, profiles, mails, suppressions }: TakeInDeps, invite: boolean) =>
  async (people: readonly Person[]): Promise<[Person, Known][]> => {
    const hashes = people.map(({ form }) => hashOf(form.email))
    const addressOf = await addresses.getMany(hashes)
    const ids = people.flatMap(({ form }, n) => addressOf(hashes[n] ?? '')[form.role] ?? [])
    const byId = new Map((await profiles.getMany(ids)).map((profile) => [profile.id, profile]))
    const pending = [...byId.values()].filter(({ status }) => status === 'pending')
    const [written, silent] = invite
      ? await Promise.all([mails.getByIds(pending.map(invitationId)), suppressions.getMany(hashes)])
      : [[], new Map()]
    const letters = new Set(written.map(({ id }) => id))
    return people.map((person, n) => {
      const address = addressOf(hashes[n] ?? '')
      const profile = byId.get(address[person.form.role] ?? '')
      const invited = profile !== undefined && letters.has(invitationId(profile))
      return [person, { address, profile, invited, takesNoMail: silent.has(address.hash) }]
    })
  }

function takenFrom({ person: { row }, plan }: Planned): Taken {
  if (plan.outcome === 'refused') return { row, outcome: plan.outcome, errors: plan.errors }
  const fields = plan.outcome === 'created' ? [] : plan.fields
  return { row, outcome: plan.outcome, fields, invited: plan.mail !== undefined }
}
