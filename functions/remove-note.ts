import { removeNoteRoute } from '../shared/api/person.ts'
import type { Taken } from '../shared/api/route.ts'
import { notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { type AuditStore, auditStore } from '../shared/store/audit.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type NoteStore, noteStore } from '../shared/store/notes.ts'
import { untilFresh } from '../shared/store/write.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  notes: Pick<NoteStore, 'of' | 'removing'>
  audit: Pick<AuditStore, 'adding'>
}

/** An organizer takes a note away, their own or another's. */
export const removeNote =
  ({ table, notes, audit }: Deps) =>
  ({ path: { profileId, noteId }, who }: Taken<typeof removeNoteRoute> & { who: string }, now: Date) =>
    untilFresh(async () => {
      const note = (await notes.of(profileId)).find(({ id }) => id === noteId)
      if (!note) throw notFound('note')
      await table.transact([
        notes.removing(profileId, note),
        audit.adding({ at: now.toISOString(), who, what: 'note-removed', subject: profileId }),
      ])
      return { body: { noteId } }
    })

const table = deployedTable()
export const handler = http(
  removeNoteRoute().takes,
  removeNote({ table, notes: noteStore(table), audit: auditStore(table) }),
)
