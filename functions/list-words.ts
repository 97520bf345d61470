import { listWordsRoute } from '../shared/api/words.ts'
import { MAIL_KINDS } from '../shared/domain/mail-facts.ts'
import { http } from '../shared/http.ts'
import { wordsOf } from '../shared/mail/message.ts'
import { deployedTable } from '../shared/store/client.ts'
import { wordsStore } from '../shared/store/words.ts'

const words = wordsStore(deployedTable())

/** The kinds of mail there are, and in which of them organizers say something in words of their own. */
export const handler = http(listWordsRoute().takes, async () => {
  const edited = await words.getMany(MAIL_KINDS)
  const items = MAIL_KINDS.map((kind) => {
    const { name, when } = wordsOf(kind)
    const phrases = edited.find((each) => each.kind === kind)?.phrases ?? {}
    return { kind, name, when, edited: Object.keys(phrases).length > 0 }
  })
  return { body: { items } }
})
