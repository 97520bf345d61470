import { previewWordsRoute } from '../shared/api/words.ts'
import { http } from '../shared/http.ts'
import { previewOf } from '../shared/mail/preview.ts'
import { changedPhrases, mailKind } from '../shared/mail/words/edit.ts'
import { currentProgramme } from '../shared/settings.ts'
import { deployedTable } from '../shared/store/client.ts'
import { wordsStore } from '../shared/store/words.ts'

const table = deployedTable()
const [words, programme] = [wordsStore(table), currentProgramme(table)]

/** How a kind of mail looks, with changes that nobody has saved. */
export const handler = http(previewWordsRoute().takes, async ({ path, body: { phrases = {} } }) => {
  const kind = mailKind(path.kind)
  const [{ phrases: saved }, settings] = await Promise.all([words.get(kind), programme()])
  return { body: { examples: previewOf(kind, settings, changedPhrases(kind, saved, phrases)) } }
})
