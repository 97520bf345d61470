import { randomUUID } from 'node:crypto'
import { addNoteRoute } from '../shared/api/person.ts'
import type { Taken } from '../shared/api/route.ts'
import { noteView } from '../shared/domain/note.ts'
import { isGone } from '../shared/domain/standing.ts'
import { notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { type AuditStore, auditStore } from '../shared/store/audit.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type NoteStore, noteStore } from '../shared/store/notes.ts'
import { type ProfileStore, profileStore } from '../shared/store/profiles.ts'
import { untilFresh } from '../shared/store/write.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  profiles: Pick<ProfileStore, 'get' | 'standing'>
  notes: Pick<NoteStore, 'adding'>
  audit: Pick<AuditStore, 'adding'>
  newId: () => string
}

/** An organizer notes something about somebody; never about who is just being deleted, so that no note outlives them. */
export const addNote =
  ({ table, profiles, notes, audit, newId }: Deps) =>
  ({ path: { profileId }, body: { text }, who }: Taken<typeof addNoteRoute> & { who: string }, now: Date) =>
    untilFresh(async () => {
      const profile = await profiles.get(profileId)
      if (!profile || isGone(profile, now)) throw notFound('profile')
      const at = now.toISOString()
      const note = { id: newId(), at, who, text }
      await table.transact([
        profiles.standing(profile),
        notes.adding(profileId, note),
        audit.adding({ at, who, what: 'note-added', subject: profileId }),
      ])
      return { status: 201, body: noteView(note) }
    })

const table = deployedTable()
export const handler = http(
  addNoteRoute().takes,
  addNote({
    table,
    profiles: profileStore(table),
    notes: noteStore(table),
    audit: auditStore(table),
    newId: randomUUID,
  }),
)
