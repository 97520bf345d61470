import { isDeepStrictEqual } from 'node:util'
import type { Taken } from '../shared/api/route.ts'
import { editWordsRoute } from '../shared/api/words.ts'
import { outdated } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { changedPhrases, mailKind, wordsView } from '../shared/mail/words/edit.ts'
import { type AuditStore, auditStore } from '../shared/store/audit.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type WordsStore, wordsStore } from '../shared/store/words.ts'
import { untilFresh } from '../shared/store/write.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  words: Pick<WordsStore, 'get' | 'saving'>
  audit: Pick<AuditStore, 'adding'>
}

/**
 * An organizer says phrases of a mail in other words, or in ours again. The audit trail has the ids of the phrases, not
 * what they say.
 */
export const editWords =
  ({ table, words, audit }: Deps) =>
  ({ path, body: { version, phrases: changes }, who }: Taken<typeof editWordsRoute> & { who: string }, now: Date) =>
    untilFresh(async () => {
      const kind = mailKind(path.kind)
      const before = await words.get(kind)
      if (version !== undefined && version !== before.version) throw outdated(wordsView(kind, before))
      const phrases = changedPhrases(kind, before.phrases, changes)
      if (isDeepStrictEqual(phrases, before.phrases)) return { body: wordsView(kind, before) }
      const after = { ...before, phrases }
      const ids = Object.keys({ ...before.phrases, ...phrases }).filter((id) => phrases[id] !== before.phrases[id])
      await table.transact([
        words.saving(after),
        audit.adding({
          at: now.toISOString(),
          who,
          what: 'words-edited',
          subject: kind,
          details: { phrases: ids },
        }),
      ])
      return { body: wordsView(kind, { ...after, version: before.version + 1 }) }
    })

const table = deployedTable()
export const handler = http(
  editWordsRoute().takes,
  editWords({ table, words: wordsStore(table), audit: auditStore(table) }),
)
