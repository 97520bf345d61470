import { readWordsRoute } from '../shared/api/words.ts'
import { http } from '../shared/http.ts'
import { mailKind, wordsView } from '../shared/mail/words/edit.ts'
import { deployedTable } from '../shared/store/client.ts'
import { wordsStore } from '../shared/store/words.ts'

const words = wordsStore(deployedTable())

/** What a kind of mail says, phrase by phrase, and what can be filled in. */
export const handler = http(readWordsRoute().takes, async ({ path }) => {
  const kind = mailKind(path.kind)
  return { body: wordsView(kind, await words.get(kind)) }
})
