import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATABASES } from '../../local/database.ts'
import type { Mail } from '../../shared/domain/mail.ts'
import { matchId } from '../../shared/domain/match.ts'
import { Profile } from '../../shared/domain/profile.ts'
import { openRound, roundIdAt } from '../../shared/domain/round.ts'
import { profileKey } from '../../shared/store/table.ts'
import { Stale } from '../../shared/store/write.ts'
import { aMatch, aMenteeProfile, aMentorProfile } from '../support/profiles.ts'
import { emptyStores } from '../support/stores.ts'

const NOW = new Date('2026-11-22T12:00:00.000Z')
const LATER = new Date('2026-11-22T12:10:00.000Z')

/** Every database that this computer can run: they are stand-ins, and where they differ one of them is wrong. */
describe.each(DATABASES.filter((kind) => kind.available()).map((kind) => [kind.name, kind] as const))(
  'on %s',
  (_, kind) => {
    let stores: Awaited<ReturnType<typeof emptyStores>>
    beforeAll(async () => {
      stores = await emptyStores(kind)
    })
    afterAll(() => stores.stop())

    it('a profile comes back as it went in, one version on', async () => {
      const mentor = aMentorProfile({ id: 'round-trip' })
      await stores.table.transact([stores.profiles.adding(mentor)])
      expect(await stores.profiles.get('round-trip')).toEqual(mentor)
      await stores.table.transact([stores.profiles.changing({ ...mentor, status: 'paused' })])
      expect(await stores.profiles.get('round-trip')).toEqual({
        ...mentor,
        status: 'paused',
        version: mentor.version + 1,
      })
    })

    it('of two who change the same version, one is told that it is stale', async () => {
      const mentee = aMenteeProfile({ id: 'contested' })
      await stores.table.transact([stores.profiles.adding(mentee)])
      const change = () => stores.table.transact([stores.profiles.changing(mentee)])
      const outcomes = await Promise.allSettled([change(), change(), change()])
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
      expect(reasons.every((reason) => reason instanceof Stale)).toBe(true)
    })

    it('a transaction with one stale write writes nothing', async () => {
      const [one, other] = [aMenteeProfile({ id: 'one' }), aMenteeProfile({ id: 'other' })]
      await stores.table.transact([stores.profiles.adding(other)])
      const both = stores.table.transact([stores.profiles.adding(one), stores.profiles.adding(other)])
      await expect(both).rejects.toBeInstanceOf(Stale)
      expect(await stores.profiles.get('one')).toBeUndefined()
    })

    it('the pool has those with room, and nothing of who they are', async () => {
      const people = [
        aMentorProfile({ id: 'free', status: 'active', capacity: 2, matchIds: ['x.y'] }),
        aMentorProfile({ id: 'full', status: 'active', capacity: 1, matchIds: ['x.y'] }),
        aMenteeProfile({ id: 'waiting', status: 'active', roundsWaited: 3, blocked: ['free'] }),
        aMenteeProfile({ id: 'matched', status: 'active', matchId: 'x.matched' }),
        aMenteeProfile({ id: 'resting', status: 'paused' }),
        aMenteeProfile({ id: 'unconfirmed', status: 'pending' }),
      ]
      await stores.table.transact(people.map(stores.profiles.adding))
      const ids = new Set(people.map(({ id }) => id))
      const pool = (await stores.profiles.pool()).filter(({ id }) => ids.has(id))
      expect(pool.map(({ id }) => id).toSorted()).toEqual(['free', 'waiting'])
      expect(pool.find(({ id }) => id === 'free')).toMatchObject({ capacity: 1 })
      expect(pool.find(({ id }) => id === 'waiting')).toMatchObject({ roundsWaited: 3, blocked: ['free'] })
      expect(JSON.stringify(pool)).not.toContain('@')
    })

    it('whoever gets a match leaves the pool in the same write', async () => {
      const mentee = aMenteeProfile({ id: 'leaving-pool', status: 'active' })
      await stores.table.transact([stores.profiles.adding(mentee)])
      await stores.table.transact([stores.profiles.changing({ ...mentee, matchId: 'r.leaving-pool' })])
      expect((await stores.profiles.pool()).map(({ id }) => id)).not.toContain('leaving-pool')
    })

    it('more items than one request takes come back in order', async () => {
      const ids = Array.from({ length: 230 }, (_, n) => `many-${String(n).padStart(3, '0')}`)
      for (let start = 0; start < ids.length; start += 46) {
        await stores.table.transact(
          ids.slice(start, start + 46).map((id) => stores.profiles.adding(aMenteeProfile({ id }))),
        )
      }
      const backwards = ids.toReversed()
      const found = await stores.profiles.getMany([...backwards, 'nobody'])
      expect(found.map(({ id }) => id)).toEqual(backwards)
    })

    it('one lease at a time; a crashed holder cannot keep it for ever', async () => {
      const { table, rounds } = stores
      const until = '2026-11-22T12:03:00.000Z'
      await table.transact([
        rounds.holdingLease({ roundId: 'first', until }, NOW),
        rounds.adding(openRound('first', true, NOW)),
      ])
      const second = (now: Date) => table.transact([rounds.holdingLease({ roundId: 'second', until }, now)])
      await expect(second(NOW)).rejects.toBeInstanceOf(Stale)
      await table.transact([rounds.holdingLease({ roundId: 'first', until }, NOW)])
      await second(LATER)
      expect(await rounds.lease()).toMatchObject({ roundId: 'second' })
      await expect(table.transact([rounds.releasingLease('first')])).rejects.toBeInstanceOf(Stale)
      await table.transact([rounds.releasingLease('second')])
      expect(await rounds.lease()).toBeUndefined()
    })

    it('a draft is written again as the same draft, and cleared as a whole', async () => {
      const drafts = Array.from({ length: 60 }, (_, n) =>
        aMatch({ id: `again.m${n}`, roundId: 'again', menteeId: `m${n}`, status: 'drafted' }),
      )
      const unplaced = [{ roundId: 'again', menteeId: 'm60', reason: 'seats' as const, detail: 'All seats are taken.' }]
      await stores.matches.putDraft(drafts, unplaced)
      await stores.matches.putDraft(drafts, unplaced)
      expect(await stores.matches.ofRound('again')).toHaveLength(60)
      expect(await stores.matches.historyOf('mentee', 'm60')).toEqual({ matches: [], unplaced })
      expect((await stores.matches.historyOf('mentee', 'm7')).matches.map(({ id }) => id)).toEqual(['again.m7'])
      await stores.matches.clearDraft('again')
      expect(await stores.matches.ofRound('again')).toEqual([])
      expect(await stores.matches.unplacedOf('again')).toEqual([])
    })

    it('matches are listed newest round first, for all and for one person', async () => {
      const ids = [3, 0, 2, 1].map((day) => roundIdAt(new Date(NOW.getTime() + day * 86_400_000), `mark${9 - day}`))
      const drafts = ids.map((roundId) => aMatch({ id: matchId(roundId, 'often'), roundId, menteeId: 'often' }))
      await stores.matches.putDraft(drafts, [])
      const newestFirst = drafts
        .map(({ id }) => id)
        .toSorted()
        .toReversed()
      const all = await stores.matches.page(({ menteeId }) => menteeId === 'often')
      expect(all.items.map(({ id }) => id)).toEqual(newestFirst)
      expect((await stores.matches.historyOf('mentee', 'often')).matches.map(({ id }) => id)).toEqual(newestFirst)
    })

    it('mail is due from its moment on, and no longer when it is over', async () => {
      const mail = (id: string, changes: Partial<Mail> = {}): Mail => ({
        id,
        kind: 'goodbye',
        profileId: 'p',
        linkVersion: 1,
        status: 'due',
        facts: { kind: 'goodbye' },
        createdAt: NOW.toISOString(),
        dueAt: NOW.toISOString(),
        attempts: 0,
        version: 1,
        ...changes,
      })
      const { table, mails } = stores
      const later = mail('later', { dueAt: LATER.toISOString() })
      const over = mail('over', { status: 'sent', dueAt: undefined })
      await table.transact([mail('now'), later, over].map(mails.adding))
      const due = async (now: Date) =>
        (await Promise.all((await mails.due(now, 100)).map(mails.at))).map((mail) => mail?.id).toSorted()
      expect(await due(NOW)).toEqual(['now'])
      expect(await due(LATER)).toEqual(['later', 'now'])
      await table.write(mails.changing({ ...mail('now'), status: 'sent', dueAt: undefined }))
      expect(await due(LATER)).toEqual(['later'])
      expect((await mails.to('p')).map(({ id }) => id).toSorted()).toEqual(['later', 'now', 'over'])
    })

    it('a list in pages has everybody once, newest first', async () => {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await stores.profiles.list({ role: 'mentee', q: 'sam' }, cursor)
        seen.push(...page.items.map(({ id }) => id))
        cursor = page.nextCursor
      } while (cursor)
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.filter((id) => id.startsWith('many-'))).toHaveLength(230)
    })

    it('an item that is not what it should be is noticed when it is read', async () => {
      await stores.table.putAll([{ ...profileKey('broken'), id: 'broken', role: 'mentee' }])
      await expect(stores.table.get(profileKey('broken'), Profile)).rejects.toThrow()
    })
  },
)
