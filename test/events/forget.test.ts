import { expect, it } from 'vitest'
import { newAddress, withProfile } from '../../shared/domain/address.ts'
import type { Profile } from '../../shared/domain/profile.ts'
import { forgetAttendee } from '../../shared/events/forget-attendee.ts'
import { addressStore } from '../../shared/store/addresses.ts'
import { profileStore } from '../../shared/store/profiles.ts'
import { anEvent } from '../support/events.ts'
import { memoryTable } from '../support/memory-table.ts'
import { aMenteeProfile, aMentorProfile, NOW } from '../support/profiles.ts'
import { aSeatRoom } from '../support/seat-room.ts'

/** What becomes of somebody's registrations when their profile is gone. */

/** The first of two people at an event with one seat has had a profile, and perhaps has others. */
async function whoLeaves(gone: Partial<Profile> = {}, others: Profile[] = []) {
  const table = memoryTable()
  const room = await aSeatRoom(table, anEvent({ capacity: 1, waitlist: { policy: 'auto' } }))
  await room.comes(1, NOW)
  await room.comes(2, NOW)
  const [addresses, profiles] = [addressStore(table), profileStore(table)]
  const address = others.reduce((so, { role, id }) => withProfile(so, role, id), newAddress('hash-1'))
  await table.transact([addresses.saving(address), ...others.map(profiles.adding)])
  const forget = forgetAttendee({ ...room, addresses, profiles })
  const profile = { ...aMenteeProfile({ id: 'gone', addressHash: 'hash-1' }), ...gone }
  const about = (what: RegExp) => table.items().filter((item) => what.test(JSON.stringify(item)))
  return { room, about, leaves: () => forget(profile, NOW) }
}
const FIRST = /Rivera 1|sam1@|attendee#hash-1/

it('the seat goes to the next, and nothing says who had it', async () => {
  const { room, about, leaves } = await whoLeaves()
  expect(about(FIRST)).not.toEqual([])
  await leaves()
  expect(about(FIRST)).toEqual([])
  expect((await room.all()).map(({ status }) => status)).toEqual(['cancelled', 'confirmed'])
  expect(about(/registration-cancelled/)).toEqual([])
  expect(await room.wrong()).toEqual([])
  await leaves()
  expect(await room.wrong()).toEqual([])
})

it('nothing happens while they have another profile that is confirmed', async () => {
  const { room, about, leaves } = await whoLeaves({}, [aMentorProfile({ addressHash: 'hash-1' })])
  await leaves()
  expect(about(FIRST)).not.toEqual([])
  expect(await room.person(1)).toMatchObject({ status: 'confirmed' })
  expect(await room.wrong()).toEqual([])
})

it('a form that nobody confirmed is no reason to keep them, nor to forget them', async () => {
  const unconfirmed = aMentorProfile({ addressHash: 'hash-1', status: 'pending' })
  const leaver = await whoLeaves({}, [unconfirmed])
  await leaver.leaves()
  expect(leaver.about(FIRST)).toEqual([])

  const victim = await whoLeaves({ status: 'pending' })
  await victim.leaves()
  expect(await victim.room.person(1)).toMatchObject({ status: 'confirmed' })
  expect(await victim.room.wrong()).toEqual([])
})
