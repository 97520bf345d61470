import { randomUUID } from 'node:crypto'
import { inPool } from '../domain/profile.ts'
import type { Programme } from '../domain/programme.ts'
import { isDraft, openRound, roundIdAt } from '../domain/round.ts'
import { conflict, notFound } from '../errors.ts'
import { personOf } from '../matching/person.ts'
import type { AuditStore } from '../store/audit.ts'
import type { Table } from '../store/client.ts'
import type { ProfileStore } from '../store/profiles.ts'
import type { RoundStore } from '../store/rounds.ts'
import { type Asked, pinsAsked, settingsAsked, wishesOf } from './asked.ts'
import { startRound } from './start.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  rounds: RoundStore
  profiles: Pick<ProfileStore, 'getMany'>
  audit: Pick<AuditStore, 'adding'>
  programme: Programme
}
/** `from`: the draft whose place the new one takes. */
type Body = Asked & { publish: boolean; from?: string | undefined }

/** An organizer starts a round, as the programme has it or with wishes; gives its id. */
export const startByHand =
  ({ table, rounds, profiles, audit, programme }: Deps) =>
  async ({ body, who }: { body: Body; who: string }, now: Date): Promise<string> => {
    const { publish, from, pins = [] } = body
    if (from !== undefined) {
      const draft = await rounds.get(from)
      if (!draft) throw notFound('round')
      if (!isDraft(draft)) throw conflict('Only a draft can be replaced.')
    }
    // Only those whom pins name: whether a pair is possible does not depend on the others.
    const named = await profiles.getMany(pins.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]))
    const unique = [...new Map(named.filter(inPool).map((profile) => [profile.id, personOf(profile)])).values()]
    pinsAsked(unique, pins, settingsAsked(programme, body), now)

    const wishes = { ...wishesOf(programme, body), ...(from !== undefined && { replaces: from }) }
    const round = openRound(roundIdAt(now, randomUUID().slice(0, 8)), publish, now, wishes)
    const details = {
      publish,
      ownSettings: wishes.settings !== undefined,
      pins: pins.length,
      ...(from !== undefined && { from }),
    }
    const deed = { at: now.toISOString(), who, what: 'round-started' as const, subject: round.id, details }
    await startRound({ table, rounds })(round, now, [audit.adding(deed)])
    return round.id
  }
