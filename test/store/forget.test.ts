import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATABASES } from '../../local/database.ts'
import { programme } from '../../local/mail-examples.ts'
import { newAddress, withProfile } from '../../shared/domain/address.ts'
import { sent } from '../../shared/domain/mail.ts'
import { type Match, over } from '../../shared/domain/match.ts'
import { introduced } from '../../shared/domain/pairing.ts'
import type { Profile } from '../../shared/domain/profile.ts'
import { forgetProfile } from '../../shared/forget.ts'
import { introductions, welcome } from '../../shared/mail/outbox.ts'
import { deliveryStore } from '../../shared/store/deliveries.ts'
import { aMatch, aMenteeProfile, aMentorProfile, NOW } from '../support/profiles.ts'
import { tableBehind } from '../support/stored.ts'
import { emptyStores } from '../support/stores.ts'

/** What stays when somebody is gone, from behind. */

let stores: Awaited<ReturnType<typeof emptyStores>>
let behind: ReturnType<typeof tableBehind>
beforeAll(async () => {
  const kind = DATABASES.find((each) => each.available())
  if (!kind) throw new Error('No database runs on this computer.')
  stores = await emptyStores(kind)
  behind = tableBehind(stores.endpoint)
})
afterAll(async () => {
  behind.close()
  await stores.stop()
})

const about = async (what: RegExp) => (await behind.everything()).filter((item) => what.test(JSON.stringify(item)))
const forgets = (profile: Profile, deps = stores) => forgetProfile(deps)(profile)

/** A mentee with a note, whose match is over and whose mails are sent, of whom a copy and the fate of each are kept. */
async function leaves(id: string): Promise<{ mentee: Profile; match: Match }> {
  const { table, matches, mails, addresses, notes } = stores
  const contact = { ...aMenteeProfile().contact, firstName: 'Zebulonia' }
  const mentee = aMenteeProfile({ id, contact, addressHash: `hash of ${id}` })
  const mentor = aMentorProfile({ id: `mentor of ${id}` })
  const draft = aMatch({ id: `round.${id}`, menteeId: id, mentorId: mentor.id })
  await matches.putDraft([draft], [])
  const match: Match = { ...over(introduced(draft, NOW)), status: 'ended' }
  const letters = [...introductions(match, mentee, mentor, NOW), welcome(mentee, programme, NOW)]
  await table.transact([
    matches.changing(match),
    addresses.saving(withProfile(newAddress(mentee.addressHash), 'mentee', id)),
    notes.adding(id, { id: 'note', at: NOW.toISOString(), who: 'ana', text: 'Zebulonia called.' }),
  ])
  for (const mail of letters) {
    const news = { mailId: mail.id, messageId: 'ses', status: 'delayed' as const, at: NOW.toISOString() }
    await table.transact([
      mails.adding(sent(mail, 'ses', NOW)),
      mails.keepingCopy(mail, NOW),
      deliveryStore(table).saving(news, undefined),
    ])
  }
  return { mentee, match }
}

describe('somebody who is gone', () => {
  it('stands nowhere any more, but as somebody who left', async () => {
    const { mentee, match } = await leaves('goes')
    expect(await about(/Zebulonia/)).toHaveLength(4)
    await forgets(mentee)
    expect(await about(/Zebulonia/)).toEqual([])
    expect((await about(/"goes"|hash of goes/)).map(({ sk }) => sk)).toEqual([])
    expect(await stores.matches.get(match.id)).toMatchObject({ menteeId: 'left', reasons: [], status: 'ended' })
  })

  it.each([1, 2, 3, 4])('is forgotten as well when that is stopped before write %i, and begun again', async (nth) => {
    const { mentee } = await leaves(`stopped-${nth}`)
    let writes = 0
    const table = {
      ...stores.table,
      async transact(all: Parameters<typeof stores.table.transact>[0]) {
        if (++writes === nth) throw new Error('killed')
        await stores.table.transact(all)
      },
    }
    await expect(forgets(mentee, { ...stores, table })).rejects.toThrow('killed')
    await forgets(mentee)
    expect(await about(new RegExp(`Zebulonia|hash of stopped-${nth}`))).toEqual([])
    const kept = (await about(new RegExp(`stopped-${nth}`))).map(({ sk }) => String(sk))
    expect(kept.filter((sk) => sk === 'copy')).toEqual([])
    // The introduction to the mentor was sent, which stays in the delivery log; and the match without a name.
    expect(kept.toSorted()).toEqual(['delivery', 'mail', `match#round.stopped-${nth}`])
  })

  it('and has signed up anew since keeps the new profile', async () => {
    const { mentee } = await leaves('anew')
    const known = await stores.addresses.get(mentee.addressHash)
    await stores.table.transact([stores.addresses.saving(withProfile(known, 'mentee', 'another'))])
    await forgets(mentee)
    expect(await stores.addresses.get(mentee.addressHash)).toMatchObject({ mentee: 'another' })
  })
})

it('a profile that nobody can read keeps nobody else from leaving', async () => {
  const due = { status: 'leaving' as const, dueAt: NOW.toISOString() }
  const [broken, leaver] = [aMenteeProfile({ id: 'broken', ...due }), aMenteeProfile({ id: 'leaver', ...due })]
  await stores.table.transact([stores.profiles.adding(broken), stores.profiles.adding(leaver)])
  const item = (await behind.everything()).find(({ id }) => id === 'broken')
  await behind.put({ ...item, contact: 'nobody' })
  expect((await stores.profiles.due(NOW, 10)).toSorted()).toEqual(['broken', 'leaver'])
})
