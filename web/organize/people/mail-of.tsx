import { Kinds, type LogEntry } from '../mail/answers.ts'
import { Outcome } from '../mail/outcome.tsx'
import { SendAgain } from '../mail/send-again.tsx'
import { Table } from '../parts/table.tsx'
import { momentHere } from '../parts/times.ts'
import { useLoaded } from '../use-loaded.ts'

type Props = { mails: readonly LogEntry[]; onSent: () => void }

/** What we wrote to them, and what became of each. */
export function MailOf({ mails, onSent }: Props) {
  const { value: kinds } = useLoaded(Kinds, '/organizer/words')
  const names = new Map(kinds?.items.map(({ kind, name }) => [kind, name]))
  return (
    <Table
      label="Mail to them"
      rows={mails}
      keyOf={({ mailId }) => mailId}
      empty="We have not written to them yet."
      columns={[
        { head: 'E-mail', kind: 'main', cell: ({ kind = '' }) => names.get(kind) ?? (readable(kind) || 'Unreadable') },
        { head: 'What became of it', cell: (mail) => <Outcome mail={mail} /> },
        { head: 'When', cell: ({ sentAt, dueAt, createdAt }) => momentOf(sentAt ?? dueAt ?? createdAt) },
        { head: '', cell: (mail) => <SendAgain mail={mail} onSent={onSent} /> },
      ]}
    />
  )
}

const momentOf = (at: string | undefined) => (at ? momentHere(at) : '')

/** `match-over` until its name is there. */
const readable = (kind: string): string => (kind.charAt(0).toUpperCase() + kind.slice(1)).replaceAll('-', ' ')
