import type { Taken } from '../shared/api/route.ts'
import { sendTestMailRoute } from '../shared/api/words.ts'
import type { Programme } from '../shared/domain/programme.ts'
import { conflict, invalid } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { examplesOf } from '../shared/mail/examples.ts'
import { MOST_TESTS, testMail, testMailIds } from '../shared/mail/test-mail.ts'
import { changedPhrases, mailKind } from '../shared/mail/words/edit.ts'
import { deployedProgramme } from '../shared/settings.ts'
import { hashOf } from '../shared/store/addresses.ts'
import { type AuditStore, auditStore } from '../shared/store/audit.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type MailStore, mailStore } from '../shared/store/mails.ts'
import { type SuppressionStore, suppressionStore } from '../shared/store/suppressions.ts'
import { type WordsStore, wordsStore } from '../shared/store/words.ts'
import { untilFresh } from '../shared/store/write.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  mails: Pick<MailStore, 'adding' | 'getByIds'>
  suppressions: Pick<SuppressionStore, 'get'>
  words: Pick<WordsStore, 'get'>
  audit: Pick<AuditStore, 'adding'>
  programme: Programme
}

/** An organizer sends an example of a mail to look at it, with changes that nobody has saved. */
export const sendTestMail =
  ({ table, mails, suppressions, words, audit, programme }: Deps) =>
  ({ path, body, who }: Taken<typeof sendTestMailRoute> & { who: string }, now: Date) =>
    untilFresh(async () => {
      const kind = mailKind(path.kind)
      const examples = examplesOf(kind)
      const example = examples.find(({ name }) => name === (body.example ?? examples[0]?.name))
      if (!example) throw invalid([{ path: 'example', message: 'There is no such example of this mail.' }])
      const phrases = changedPhrases(kind, (await words.get(kind)).phrases, body.phrases ?? {})

      const ids = testMailIds(who, now)
      const sent = (await mails.getByIds(ids)).map(({ id }) => id)
      const id = ids.find((one) => !sent.includes(one))
      if (!id) throw conflict(`You have sent ${MOST_TESTS} test mails in this hour. Please wait for the next one.`)
      if (await suppressions.get(hashOf(body.to))) {
        throw conflict('This address takes no mail: one came back, or its reader called one spam.')
      }
      await table.transact([
        mails.adding(testMail(id, body.to, example.facts, phrases, programme, now)),
        audit.adding({ at: now.toISOString(), who, what: 'test-mail-sent', subject: kind }),
      ])
      return { status: 202, body: { status: 'queued' } }
    })

const table = deployedTable()
export const handler = http(
  sendTestMailRoute().takes,
  sendTestMail({
    table,
    mails: mailStore(table),
    suppressions: suppressionStore(table),
    words: wordsStore(table),
    audit: auditStore(table),
    programme: deployedProgramme(),
  }),
)
