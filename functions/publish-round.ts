import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import * as z from 'zod'
import type { Match } from '../shared/domain/match.ts'
import { introduced, leftOut, type Pair, placed, seated, stillPossible } from '../shared/domain/pairing.ts'
import type { Mentee } from '../shared/domain/profile.ts'
import type { Programme } from '../shared/domain/programme.ts'
import { leaseUntil, type Round, type Unplaced } from '../shared/domain/round.ts'
import { introductions, leftOutMail } from '../shared/mail/outbox.ts'
import { inParallel } from '../shared/parallel.ts'
import { deployedProgramme } from '../shared/settings.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type MailStore, mailStore } from '../shared/store/mails.ts'
import { type MatchStore, matchStore } from '../shared/store/matches.ts'
import { type ProfileStore, profileStore } from '../shared/store/profiles.ts'
import { type RoundStore, roundStore } from '../shared/store/rounds.ts'
import { untilFresh, type Write } from '../shared/store/write.ts'
import { eachRecord } from '../shared/stream.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  rounds: RoundStore
  profiles: ProfileStore
  matches: MatchStore
  mails: MailStore
  programme: Programme
}

const WIDTH = 8
/** Between two signs of progress. */
const STEP = 50

/**
 * Introduces the drafted pairs, one transaction a mentor: seats taken, mentees matched, both introductions in the
 * outbox. Then tells those left out. Begun again after a crash it goes on with what is still drafted.
 */
export const publishRound =
  ({ table, rounds, profiles, matches, mails, programme }: Deps) =>
  async (roundId: string, clock: () => Date): Promise<void> => {
    let round = await rounds.get(roundId)
    if (round?.status !== 'drafted' || round.progress.phase === 'done') return
    const drafts = (await matches.ofRound(roundId)).filter(({ status }) => status === 'drafted')
    const total = drafts.length

    const reach = async (current: Round, done: number) => {
      const next: Round = { ...current, progress: { phase: 'publishing', done, total } }
      const lease = { roundId, until: leaseUntil(clock()) }
      await table.transact([rounds.holdingLease(lease, clock()), rounds.changing(next)])
      return { ...next, version: next.version + 1 }
    }

    const byMentor = [...Map.groupBy(drafts, ({ mentorId }) => mentorId)]
    for (let done = 0; done < byMentor.length; done += STEP) {
      round = await reach(round, done)
      await inParallel(byMentor.slice(done, done + STEP), WIDTH, ([mentorId, pairs]) => introduce(mentorId, pairs))
    }

    const unplaced = await matches.unplacedOf(roundId)
    for (let done = 0; done < unplaced.length; done += STEP * WIDTH) {
      round = await reach(round, total)
      await inParallel(unplaced.slice(done, done + STEP * WIDTH), WIDTH, consoled)
    }

    const introducedNow = (await matches.ofRound(roundId)).filter(({ introducedAt }) => introducedAt)
    const published: Round = {
      ...round,
      status: 'published',
      publishedAt: clock().toISOString(),
      progress: { phase: 'done', done: total, total },
      summary: round.summary && { ...round.summary, placed: introducedNow.length, unplaced: unplaced.length },
    }
    await table.transact([rounds.changing(published), rounds.releasingLease(roundId)])

    async function introduce(mentorId: string, drafted: readonly Match[]): Promise<void> {
      await untilFresh(async () => {
        const current = (await matches.getMany(drafted.map(({ id }) => id))).filter(
          ({ status }) => status === 'drafted',
        )
        if (!current.length) return
        const people = await profiles.getMany([mentorId, ...current.map(({ menteeId }) => menteeId)])
        const mentor = people.find((person) => person.role === 'mentor')
        const pairs = current.flatMap((match): Pair[] => {
          const mentee = people.find((person) => person.id === match.menteeId)
          return mentee?.role === 'mentee' ? [{ match, mentee }] : []
        })
        const possible = stillPossible(mentor, pairs)
        const given = new Set(possible.map(({ match }) => match.id))
        const over = current.filter(({ id }) => !given.has(id))
        const now = clock()
        await table.transact([
          ...(mentor && possible.length ? [profiles.changing(seated(mentor, [...given]))] : []),
          ...possible.flatMap(({ match, mentee }): Write[] => [
            profiles.changing(placed(mentee, match.id)),
            matches.changing(introduced(match, now)),
            ...(mentor ? introductions(match, mentee, mentor, now).map(mails.adding) : []),
          ]),
          ...over.flatMap((match) => [
            matches.changing({ ...match, status: 'ended', endedBecause: 'unavailable' }),
            ...(pairs.some(({ mentee }) => mentee.id === match.menteeId) ? [matches.addingUnplaced(gone(match))] : []),
          ]),
        ])
      })
    }

    /** One more round waited, and a mail that says why. Once a round; not for those who are no longer waiting. */
    async function consoled(unplaced: Unplaced): Promise<void> {
      await untilFresh(async () => {
        const [mentee] = await profiles.getMany([unplaced.menteeId])
        if (!mentee || !isWaiting(mentee) || mentee.leftOutOf === roundId) return
        await table.transact([
          profiles.changing(leftOut(mentee, roundId)),
          mails.adding(leftOutMail(mentee, unplaced, programme, clock())),
        ])
      })
    }
  }

const isWaiting = (profile: { role: string; status: string; matchId?: string | undefined }): profile is Mentee =>
  profile.role === 'mentee' && profile.status === 'active' && !profile.matchId

const gone = ({ roundId, menteeId }: Match): Unplaced => ({
  roundId,
  menteeId,
  reason: 'unavailable',
  detail: 'The drafted pair fell through: one of the two was no longer free when the round was published.',
})

const Asked = z.object({ id: z.object({ S: z.string() }) })

const table = deployedTable()
const publish = publishRound({
  table,
  rounds: roundStore(table),
  profiles: profileStore(table),
  matches: matchStore(table),
  mails: mailStore(table),
  programme: deployedProgramme(),
})

export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
  eachRecord(event, ({ dynamodb }) => publish(Asked.parse(dynamodb?.NewImage).id.S, () => new Date()))
