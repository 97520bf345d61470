import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATABASES } from '../../local/database.ts'
import { programme } from '../../local/mail-examples.ts'
import type { Match } from '../../shared/domain/match.ts'
import { introduced, placed, seated } from '../../shared/domain/pairing.ts'
import { followUpMatch } from '../../shared/follow-up.ts'
import { introductions } from '../../shared/mail/outbox.ts'
import { aMatch, aMenteeProfile, aMentorProfile, NOW } from '../support/profiles.ts'
import { emptyStores } from '../support/stores.ts'

/** What follows an introduction, as time goes by in the table. */

const [kind] = DATABASES.filter((each) => each.available())
if (!kind) throw new Error('No database fits this computer.')

let stores: Awaited<ReturnType<typeof emptyStores>>
beforeAll(async () => {
  stores = await emptyStores(kind)
})
afterAll(() => stores.stop())

const day = (count: number) => new Date(NOW.getTime() + count * 86_400_000)

/** A mentor with mentees, all introduced at once. */
async function areIntroduced(mentorId: string, ...menteeIds: string[]): Promise<Match[]> {
  const { table, profiles, matches, mails } = stores
  const drafts = menteeIds.map((menteeId) => aMatch({ id: `round.${menteeId}`, menteeId, mentorId }))
  await matches.putDraft(drafts, [])
  const mentor = seated(
    aMentorProfile({ id: mentorId, capacity: 5 }),
    drafts.map(({ id }) => id),
  )
  const pairs = drafts.map((draft) => ({
    match: introduced(draft, NOW),
    mentee: placed(aMenteeProfile({ id: draft.menteeId }), draft.id),
  }))
  await table.transact([
    profiles.adding(mentor),
    ...pairs.flatMap(({ match, mentee }) => [
      profiles.adding(mentee),
      matches.changing(match),
      ...introductions(match, mentee, mentor, NOW).map(mails.adding),
    ]),
  ])
  return pairs.map(({ match }) => match)
}

async function dueOn(now: Date): Promise<string[]> {
  const ids: string[] = []
  for await (const page of stores.matches.due(now)) ids.push(...page)
  return ids
}
const follows = (id: string, now: Date, deps = stores) => followUpMatch({ ...deps, programme })(id, () => now)
const kindsTo = async (id: string) => (await stores.mails.to(id)).map((mail) => mail.kind)

/** Lives through these days, looking once a day. */
async function live(ids: readonly string[], days: number): Promise<void> {
  for (let now = 0; now <= days; now++) {
    for (const id of await dueOn(day(now))) if (ids.includes(id)) await follows(id, day(now))
  }
}

describe('a silent pair', () => {
  it('is asked, then closed: both are free and told, and the mentee counts as having waited', async () => {
    const [match] = await areIntroduced('quiet-mentor', 'quiet')
    await live([match?.id ?? ''], 120)
    const asked = ['reminder', 'first-contact', 'first-meeting', 'fit-check', 'still-there', 'match-over']
    // The introductions of this table were never sent, and are taken back.
    expect(await kindsTo('quiet')).toEqual(asked)
    expect(await kindsTo('quiet-mentor')).toEqual(asked)
    expect(await stores.matches.get(match?.id ?? '')).toMatchObject({ status: 'ended', endedBecause: 'silent' })
    const [mentee, mentor] = await stores.profiles.getMany(['quiet', 'quiet-mentor'])
    expect(mentee).toMatchObject({ roundsWaited: 1, blocked: ['quiet-mentor'] })
    expect(mentee).not.toHaveProperty('matchId')
    expect(mentor).toMatchObject({ matchIds: [], status: 'active', ignored: ['round.quiet'] })
    expect(await dueOn(day(999))).toEqual([])
  })
})

describe('a mentor of whom two mentees hear nothing', () => {
  it('is paused with a kind mail, in the one transaction that frees the second of them', async () => {
    const found = await areIntroduced('away', 'waits-1', 'waits-2')
    await live(
      found.map(({ id }) => id),
      120,
    )
    const [mentor] = await stores.profiles.getMany(['away'])
    expect(mentor).toMatchObject({ status: 'paused', matchIds: [], ignored: [] })
    const kinds = await kindsTo('away')
    expect(kinds.filter((kind) => kind === 'on-break')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'match-over')).toHaveLength(1)
    for (const id of ['waits-1', 'waits-2']) {
      expect(await stores.profiles.get(id)).toMatchObject({ roundsWaited: 1, blocked: ['away'] })
      expect((await kindsTo(id)).at(-1)).toBe('match-over')
    }
  })
})

describe('a follow-up', () => {
  const questions = async (id: string) => (await kindsTo(id)).filter((kind) => kind !== 'introduction')

  it('that many look at at the same time is sent once', async () => {
    const [match] = await areIntroduced('busy-mentor', 'busy')
    const id = match?.id ?? ''
    await Promise.all(Array.from({ length: 5 }, () => follows(id, day(3))))
    expect(await questions('busy')).toEqual(['reminder'])
    expect(await stores.matches.get(id)).toMatchObject({ nextStep: 'first-contact' })
  })

  it('is not lost when its function is killed before the write, nor repeated when it is killed after', async () => {
    const [match] = await areIntroduced('killed-mentor', 'killed')
    const id = match?.id ?? ''
    const killed = (before: boolean) => ({
      ...stores,
      table: {
        ...stores.table,
        async transact(writes: Parameters<typeof stores.table.transact>[0]) {
          if (!before) await stores.table.transact(writes)
          throw new Error('killed')
        },
      },
    })
    await expect(follows(id, day(3), killed(true))).rejects.toThrow('killed')
    expect(await questions('killed')).toEqual([])
    await expect(follows(id, day(3), killed(false))).rejects.toThrow('killed')
    await follows(id, day(3))
    expect(await questions('killed')).toEqual(['reminder'])
    expect(await questions('killed-mentor')).toEqual(['reminder'])
  })

  it('is not written for somebody who is gone', async () => {
    const [match] = await areIntroduced('gone-mentor', 'stays')
    const mentor = await stores.profiles.get('gone-mentor')
    if (mentor) await stores.table.transact([stores.profiles.removing(mentor)])
    await follows(match?.id ?? '', day(3))
    expect(await questions('stays')).toEqual([])
  })
})
