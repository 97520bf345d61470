import { expect, it } from 'vitest'
import { programme } from '../../local/mail-examples.ts'
import { sentAgain } from '../../shared/domain/mail.ts'
import { introduced, placed, seated } from '../../shared/domain/pairing.ts'
import { endMatch } from '../../shared/end-match.ts'
import { introductions } from '../../shared/mail/outbox.ts'
import { auditStore } from '../../shared/store/audit.ts'
import { mailStore } from '../../shared/store/mails.ts'
import { matchStore } from '../../shared/store/matches.ts'
import { profileStore } from '../../shared/store/profiles.ts'
import { memoryTable } from '../support/memory-table.ts'
import { aMatch, aMenteeProfile, aMentorProfile, NOW } from '../support/profiles.ts'

/** An open match whose introductions still wait to be sent; who is `gone` is just being deleted. */
async function anOpenMatch({ gone = '' } = {}) {
  const table = memoryTable()
  const stores = {
    table,
    profiles: profileStore(table),
    matches: matchStore(table),
    mails: mailStore(table),
    audit: auditStore(table),
  }
  const match = introduced(aMatch(), NOW)
  const [mentee, mentor] = [placed(aMenteeProfile(), match.id), seated(aMentorProfile(), [match.id])]
  await stores.matches.putDraft([match], [])
  await table.transact([
    ...[mentee, mentor].filter(({ id }) => id !== gone).map(stores.profiles.adding),
    ...introductions(match, mentee, mentor, NOW).map(stores.mails.adding),
  ])
  const end = endMatch({ ...stores, programme })
  const ends = (tell = true) => end({ path: { matchId: match.id }, body: { tell }, who: 'an organizer' }, NOW)
  const kindsOfMail = () =>
    table.items().flatMap(({ sk, kind, profileId }) => (sk === 'mail' ? [[profileId, kind]] : []))
  return { ...stores, match, ends, kindsOfMail }
}

it('a match that an organizer ends frees both, who are never paired again, and tells both instead of introducing them', async () => {
  const { profiles, matches, match, ends, kindsOfMail } = await anOpenMatch()
  expect(await ends()).toEqual({ matchId: match.id, status: 'ended' })
  const ended = await matches.get(match.id)
  expect(ended).toMatchObject({ status: 'ended', endedBecause: 'organizer' })
  expect(ended).not.toHaveProperty('dueAt')
  expect(await profiles.get('mentee')).toMatchObject({ blocked: ['mentor'], roundsWaited: 1 })
  expect(await profiles.get('mentee')).not.toHaveProperty('matchId')
  expect(await profiles.get('mentor')).toMatchObject({ matchIds: [] })
  expect(kindsOfMail()).toEqual([
    ['mentee', 'match-over'],
    ['mentor', 'match-over'],
  ])
})

it('an introduction that was to go out again is taken back with the match', async () => {
  const { table, mails, match, ends, kindsOfMail } = await anOpenMatch()
  const [first] = await mails.to('mentee')
  const again = sentAgain(first ?? expect.fail('no introduction'), `introduction#${match.id}#mentee#again-1`, NOW)
  await table.transact([mails.adding(again)])
  await ends(false)
  expect(kindsOfMail()).toEqual([])
})

it('a match is ended once, however often somebody asks', async () => {
  const { table, ends } = await anOpenMatch()
  await ends()
  const after = table.items()
  expect(await ends()).toMatchObject({ status: 'ended' })
  expect(table.items()).toEqual(after)
})

it('nobody is told when that is not wished', async () => {
  const { ends, kindsOfMail, profiles } = await anOpenMatch()
  await ends(false)
  expect(kindsOfMail()).toEqual([])
  expect(await profiles.get('mentor')).toMatchObject({ matchIds: [] })
})

it('a match of somebody who is just gone ends for the other one', async () => {
  const { ends, kindsOfMail, profiles } = await anOpenMatch({ gone: 'mentee' })
  await ends()
  expect(await profiles.get('mentor')).toMatchObject({ matchIds: [] })
  expect(kindsOfMail()).toEqual([])
})

it('what was declined, or never introduced, is not ended', async () => {
  const { table, matches, match, ends } = await anOpenMatch()
  for (const status of ['declined', 'drafted'] as const) {
    const [now = match] = await matches.getMany([match.id])
    await table.transact([matches.changing({ ...now, status })])
    await expect(ends()).rejects.toMatchObject({ status: 409 })
  }
})
