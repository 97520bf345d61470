import type { MailKind } from '../domain/mail-facts.ts'
import { EditedWords, originalWords } from '../domain/words.ts'
import type { Table } from './client.ts'
import { wordsKey } from './table.ts'
import { adding, changing, type Write } from './write.ts'

export type WordsStore = ReturnType<typeof wordsStore>

/** What organizers say in words of their own: an item for each kind of mail that they have ever edited. */
export const wordsStore = (table: Pick<Table, 'get' | 'getMany'>) => ({
  get: async (kind: MailKind): Promise<EditedWords> =>
    (await table.get(wordsKey(kind), EditedWords)) ?? originalWords(kind),

  getMany: (kinds: readonly MailKind[]): Promise<EditedWords[]> => table.getMany(kinds.map(wordsKey), EditedWords),

  /** The version is the one that was read. */
  saving(words: EditedWords): Write {
    const item = { ...wordsKey(words.kind), ...words }
    return words.version === 0 ? adding({ ...item, version: 1 }) : changing(item)
  },
})
