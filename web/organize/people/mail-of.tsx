import { useAsking } from '../asking.ts'
import { Kinds, type LogEntry, SentAgain } from '../mail/answers.ts'
import { mayGoAgain, stateOf } from '../mail/states.ts'
import { useNotices } from '../notices.tsx'
import { Chip } from '../parts/chip.tsx'
import { Table } from '../parts/table.tsx'
import { momentHere } from '../parts/times.ts'
import { useLoaded } from '../use-loaded.ts'

type Props = { mails: readonly LogEntry[]; onSent: () => void }

/** What we wrote to them, and what became of each. */
export function MailOf({ mails, onSent }: Props) {
  const { ask } = useAsking()
  const say = useNotices()
  const { value: kinds } = useLoaded(Kinds, '/organizer/words')
  const names = new Map(kinds?.items.map(({ kind, name }) => [kind, name]))
  const resend = async ({ mailId }: LogEntry) => {
    const path = `/organizer/mail/${encodeURIComponent(mailId)}/resend`
    const answer = await ask(SentAgain, { method: 'POST', path })
    if (answer.ok) onSent()
    say(answer.ok ? { words: 'It goes out again now.' } : { words: answer.problem.sentence, bad: true })
  }
  return (
    <Table
      label="Mail to them"
      rows={mails}
      keyOf={({ mailId }) => mailId}
      empty="We have not written to them yet."
      columns={[
        { head: 'E-mail', kind: 'main', cell: ({ kind = '' }) => names.get(kind) ?? (readable(kind) || 'Unreadable') },
        {
          head: 'What became of it',
          cell: (mail) => {
            const { name, kind } = stateOf(mail)
            const why = mail.delivery?.diagnostic ?? mail.lastError
            return (
              <>
                <Chip kind={kind}>{name}</Chip>
                {why ? <small>{why}</small> : null}
              </>
            )
          },
        },
        { head: 'When', cell: ({ sentAt, dueAt, createdAt }) => momentOf(sentAt ?? dueAt ?? createdAt) },
        {
          head: '',
          cell: (mail) =>
            mayGoAgain(mail) ? (
              <button type="button" class="button quiet" onClick={() => resend(mail)}>
                Send again
              </button>
            ) : null,
        },
      ]}
    />
  )
}

const momentOf = (at: string | undefined) => (at ? momentHere(at) : '')

/** `match-over` until its name is there. */
const readable = (kind: string): string => (kind.charAt(0).toUpperCase() + kind.slice(1)).replaceAll('-', ' ')
