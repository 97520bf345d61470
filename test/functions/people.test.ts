import { beforeEach, describe, expect, it } from 'vitest'
import { programme } from '../../local/mail-examples.ts'
import { newAddress, withProfile } from '../../shared/domain/address.ts'
import type { Profile } from '../../shared/domain/profile.ts'
import { addressStore } from '../../shared/store/addresses.ts'
import { auditStore } from '../../shared/store/audit.ts'
import { mailStore } from '../../shared/store/mails.ts'
import { matchStore } from '../../shared/store/matches.ts'
import { noteStore } from '../../shared/store/notes.ts'
import { profileStore } from '../../shared/store/profiles.ts'
import { suppressionStore } from '../../shared/store/suppressions.ts'
import { memoryTable } from '../support/memory-table.ts'
import { aMenteeProfile, aMentorProfile, NOW } from '../support/profiles.ts'

process.env.TABLE_NAME = 'not used here'
process.env.PROGRAMME = JSON.stringify(programme)
const { editProfile } = await import('../../functions/edit-profile.ts')
const { deleteProfile } = await import('../../functions/delete-profile.ts')
const { resendLink } = await import('../../functions/resend-link.ts')
const { addNote } = await import('../../functions/add-note.ts')
const { removeNote } = await import('../../functions/remove-note.ts')

/** What organizers do with one person, and what the audit trail tells of it. */

let table: ReturnType<typeof memoryTable>
let deps: ReturnType<typeof depsOn>
beforeEach(() => {
  table = memoryTable()
  deps = depsOn(table)
})

const depsOn = (table: ReturnType<typeof memoryTable>) => ({
  table,
  addresses: addressStore(table),
  profiles: profileStore(table),
  matches: matchStore(table),
  mails: mailStore(table),
  notes: noteStore(table),
  suppressions: suppressionStore(table),
  audit: auditStore(table),
  programme,
  newId: () => 'fresh',
})

const who = 'ana'
const path = { profileId: 'mentee' }
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

async function isHere(profile: Profile): Promise<void> {
  const address = withProfile(newAddress(profile.addressHash), profile.role, profile.id)
  await table.transact([deps.profiles.adding(profile), deps.addresses.saving(address)])
}
const stored = () => deps.profiles.get('mentee')
const mailKinds = async () => (await deps.mails.to('mentee')).map(({ kind }) => kind)
const deeds = async () =>
  (await deps.audit.wholeDay('2026-03-02')).map(({ what, subject, details }) => ({ what, subject, ...details }))
const refused = (status: number, detail: RegExp) => ({ status, message: expect.stringMatching(detail) })

describe('an edit', () => {
  const edits = (body: Parameters<ReturnType<typeof editProfile>>[0]['body']) =>
    editProfile(deps)({ path, body, who }, NOW)

  it('of the version that was seen is done, tells the next version, and names the fields that changed', async () => {
    await isHere(aMenteeProfile())
    const { body } = await edits({ version: 1, shift: 'night', firstName: 'Sam', state: 'CO' })
    expect(body).toMatchObject({ version: 2, shift: 'night', state: 'CO', timeZone: 'America/Denver' })
    expect(await stored()).toMatchObject({ version: 2, traits: { shift: 'night' } })
    expect(await deeds()).toEqual([
      { what: 'profile-edited', subject: 'mentee', fields: ['state', 'timeZone', 'shift'] },
    ])
  })

  it('of an older version is refused, with the profile as it is now', async () => {
    await isHere(aMenteeProfile())
    await edits({ version: 1, shift: 'night' })
    const current = expect.objectContaining({ version: 2, shift: 'night', profileId: 'mentee' })
    await expect(edits({ version: 1, shift: 'evening' })).rejects.toMatchObject({ status: 409, more: { current } })
    expect(await stored()).toMatchObject({ traits: { shift: 'night' } })
    expect(await deeds()).toHaveLength(1)
  })

  it('of a script that names no version is done whatever it was', async () => {
    await isHere(aMenteeProfile({ version: 7 }))
    expect((await edits({ shift: 'night' })).body).toMatchObject({ version: 8 })
  })

  it('that changes nothing leaves no trace', async () => {
    await isHere(aMenteeProfile())
    expect((await edits({ firstName: 'Sam', status: 'active' })).body).toMatchObject({ version: 1 })
    expect(await stored()).toMatchObject({ version: 1 })
    expect(await deeds()).toEqual([])
  })

  it('cannot confirm an address, nor pause who leaves', async () => {
    await isHere(aMenteeProfile({ status: 'pending' }))
    await expect(edits({ status: 'active' })).rejects.toMatchObject(refused(409, /Only they can confirm/))
    expect(await stored()).toMatchObject({ status: 'pending' })
    await table.transact([
      deps.profiles.changing(
        aMenteeProfile({ status: 'leaving', deletedBy: 'organizer', dueAt: '2026-03-02T16:00:00.000Z' }),
      ),
    ])
    await expect(edits({ status: 'paused' })).rejects.toMatchObject(refused(409, /bring them back/))
  })

  it('brings nobody back who asked to be deleted themselves', async () => {
    await isHere(aMenteeProfile({ status: 'leaving', dueAt: '2026-03-02T16:00:00.000Z' }))
    await expect(edits({ status: 'active' })).rejects.toMatchObject(refused(409, /themselves/))
    expect(await stored()).toMatchObject({ status: 'leaving' })
  })

  it('that ends links or lifts a stop says so', async () => {
    await isHere(aMenteeProfile())
    await edits({ endLinks: true, allowMail: true })
    expect(await deeds()).toMatchObject([{ fields: ['endLinks', 'allowMail'] }])
    expect(await stored()).toMatchObject({ linkVersion: 2 })
  })
})

describe('deleting somebody', () => {
  const deletes = (now = NOW, more = {}) => deleteProfile({ ...deps, ...more })({ path, who }, now)
  const comesBack = (now: Date) => editProfile(deps)({ path, body: { status: 'active' }, who }, now)

  it('gives them the time to think again that they would have, and once begun it is not begun anew', async () => {
    await isHere(aMenteeProfile())
    const leavesAt = minutesLater(programme.undoMinutes).toISOString()
    expect(await deletes()).toEqual({ body: { profileId: 'mentee', status: 'leaving', leavesAt } })
    expect(await deletes(minutesLater(1))).toEqual({ body: { profileId: 'mentee', status: 'leaving', leavesAt } })
    expect(await mailKinds()).toEqual(['goodbye'])
    expect(await deeds()).toEqual([
      { what: 'profile-deleted', subject: 'mentee', role: 'mentee', was: 'active', status: 'leaving' },
    ])
  })

  it.each(['active', 'paused'] as const)('can be taken back in time: who was %s is so again', async (status) => {
    await isHere(aMenteeProfile({ status }))
    await deletes()
    expect((await comesBack(minutesLater(1))).body).toMatchObject({ status })
    expect((await deeds()).map(({ what }) => what).toSorted()).toEqual(['profile-deleted', 'profile-edited'])
  })

  it('cannot be taken back when the time is over', async () => {
    await isHere(aMenteeProfile())
    await deletes()
    await expect(comesBack(minutesLater(programme.undoMinutes))).rejects.toMatchObject(refused(404, /no such profile/))
  })

  it('is done at once in a programme that gives no time', async () => {
    await isHere(aMenteeProfile())
    const { body } = await deletes(NOW, { programme: { ...programme, undoMinutes: 0 } })
    expect(body).toEqual({ profileId: 'mentee', status: 'deleted' })
    expect(await stored()).toBeUndefined()
    expect(await mailKinds()).toEqual(['goodbye'])
    expect(await deps.addresses.get('hash of mentee')).toMatchObject({ version: 0 })
  })

  it('who never confirmed is done at once, and nothing is sent there', async () => {
    await isHere(aMenteeProfile({ status: 'pending' }))
    expect(await deletes()).toEqual({ body: { profileId: 'mentee', status: 'deleted' } })
    expect(await stored()).toBeUndefined()
    expect(await mailKinds()).toEqual([])
    expect(await deeds()).toMatchObject([{ was: 'pending', status: 'deleted' }])
  })
})

describe('a fresh link', () => {
  const sends = (now = NOW) => resendLink(deps)({ path, who }, now)

  it('goes to who lost theirs; who has not confirmed is asked again', async () => {
    await isHere(aMenteeProfile())
    expect(await sends()).toEqual({ status: 202, body: { status: 'sent' } })
    expect(await mailKinds()).toEqual(['link'])
    const [profile] = [aMenteeProfile({ status: 'pending' })]
    await table.transact([deps.profiles.changing(profile)])
    await sends(minutesLater(1))
    expect((await mailKinds()).toSorted()).toEqual(['confirm', 'link'])
    expect(await deeds()).toMatchObject([
      { what: 'link-sent', kind: 'link' },
      { what: 'link-sent', kind: 'confirm' },
    ])
  })

  it('goes to one address three times an hour, and not more often', async () => {
    await isHere(aMenteeProfile())
    for (const minute of [0, 1, 2]) await sends(minutesLater(minute))
    await expect(sends(minutesLater(59))).rejects.toMatchObject(refused(409, /within the last hour/))
    expect(await mailKinds()).toHaveLength(3)
    expect(await deeds()).toHaveLength(3)
    await sends(minutesLater(60))
    expect(await mailKinds()).toHaveLength(4)
  })

  it('does not go to who called our mail spam; to who bounced it does', async () => {
    await isHere(aMenteeProfile())
    const stop = (kind: 'bounce' | 'complaint') =>
      table.transact([deps.suppressions.adding({ hash: 'hash of mentee', kind, at: NOW.toISOString() })])
    await stop('complaint')
    await expect(sends()).rejects.toMatchObject(refused(409, /spam/))
    await stop('bounce')
    expect(await sends()).toMatchObject({ status: 202 })
  })
})

describe('a note', () => {
  const notes = (text: string, id: string, now = NOW) =>
    addNote({ ...deps, newId: () => id })({ path, body: { text }, who }, now)

  it('is kept beside the profile, newest first, and the audit trail does not tell what it says', async () => {
    await isHere(aMenteeProfile())
    const answer = await notes('Would like to speak.', 'one')
    expect(answer).toEqual({
      status: 201,
      body: { noteId: 'one', at: NOW.toISOString(), who, text: 'Would like to speak.' },
    })
    await notes('Spoke in March.', 'two', minutesLater(1))
    expect((await deps.notes.of('mentee')).map(({ id }) => id)).toEqual(['two', 'one'])
    expect(await stored()).toEqual(aMenteeProfile())
    expect(JSON.stringify(await deeds())).not.toMatch(/speak|March/)
  })

  it('can be taken away once', async () => {
    await isHere(aMenteeProfile())
    await notes('Would like to speak.', 'one')
    const removes = () => removeNote(deps)({ path: { ...path, noteId: 'one' }, who }, NOW)
    expect(await removes()).toEqual({ body: { noteId: 'one' } })
    expect(await deps.notes.of('mentee')).toEqual([])
    await expect(removes()).rejects.toMatchObject(refused(404, /no such note/))
    expect((await deeds()).map(({ what }) => what).toSorted()).toEqual(['note-added', 'note-removed'])
  })

  it('about nobody, or about who was deleted in that moment, is not kept', async () => {
    await expect(notes('Hello?', 'one')).rejects.toMatchObject(refused(404, /no such profile/))
    const profile = aMenteeProfile()
    await isHere(profile)
    const profiles = {
      ...deps.profiles,
      async get(id: string) {
        const found = await deps.profiles.get(id)
        if (found) await table.transact([deps.profiles.removing(found)])
        return found
      },
    }
    const late = addNote({ ...deps, profiles })({ path, body: { text: 'Too late.' }, who }, NOW)
    await expect(late).rejects.toMatchObject(refused(404, /no such profile/))
    expect(await deps.notes.of('mentee')).toEqual([])
  })

  it('of one person is forgotten, and no other', async () => {
    await isHere(aMenteeProfile())
    await isHere(aMentorProfile())
    await notes('About the mentee.', 'one')
    await addNote(deps)({ path: { profileId: 'mentor' }, body: { text: 'About the mentor.' }, who }, NOW)
    await deps.notes.forget('mentee')
    expect(await deps.notes.of('mentee')).toEqual([])
    expect(await deps.notes.of('mentor')).toHaveLength(1)
  })
})
