import { Note } from '../domain/note.ts'
import { type Table, withoutKeys } from './client.ts'
import { partition } from './page.ts'
import { noteKey, profileKey } from './table.ts'
import { adding, type Key, type Write } from './write.ts'

export type NoteStore = ReturnType<typeof noteStore>

/** What organizers noted about people; stored beside the profile, and gone with it. */
export const noteStore = (table: Pick<Table, 'query' | 'deleteAll'>) => ({
  adding: (profileId: string, note: Note): Write => adding({ ...noteKey(profileId, note.at, note.id), ...note }),
  removing: (profileId: string, { at, id }: Note): Write => ({
    remove: noteKey(profileId, at, id),
    guard: { condition: 'attribute_exists(pk)' },
  }),

  /** Newest first. */
  async of(profileId: string): Promise<Note[]> {
    const notes: Note[] = []
    for await (const item of table.query({ ...notesOf(profileId), ConsistentRead: true, ScanIndexForward: false })) {
      notes.push(Note.parse(withoutKeys(item)))
    }
    return notes
  },

  async forget(profileId: string): Promise<void> {
    const keys: Key[] = []
    for await (const { pk, sk } of table.query({ ...notesOf(profileId), ConsistentRead: true })) keys.push({ pk, sk })
    await table.deleteAll(keys)
  },
})

const notesOf = (profileId: string) => partition('table', profileKey(profileId).pk, 'note#')
