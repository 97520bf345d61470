import { useState } from 'preact/hooks'
import { EmailAddress } from '../../../shared/domain/fields.ts'
import { notAgain } from '../../../shared/domain/mail.ts'
import { Loading } from '../../parts/feedback.tsx'
import { Choose } from '../parts/choose.tsx'
import { More } from '../parts/more.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { Table } from '../parts/table.tsx'
import { momentHere } from '../parts/times.ts'
import { to } from '../place.ts'
import { useList } from '../use-list.ts'
import { type Kind, LogEntry } from './answers.ts'
import { Outcome } from './outcome.tsx'
import { SendAgain } from './send-again.tsx'
import { STATE_TERMS } from './states.ts'

/** The delivery log: which mail went to whom, and what became of it. */
export function Log({ kinds }: { kinds: readonly Kind[] }) {
  const [status, setStatus] = useState('')
  const [kind, setKind] = useState('')
  const [typed, setTyped] = useState('')
  const address = EmailAddress.safeParse(typed).data
  const { items, fresh, busy, problem, more, reload } = useList(LogEntry, '/organizer/mail', {
    status,
    kind,
    to: address,
  })
  const names = new Map(kinds.map((each) => [each.kind, each.name]))
  return (
    <>
      <div class="tools">
        <SearchBox label="To this e-mail address" value={typed} onSearch={setTyped} />
        <Choose label="What became of it" all="All" terms={STATE_TERMS} value={status} onChoose={setStatus} />
        <Choose
          label="E-mail"
          all="All e-mails"
          terms={kinds.map(({ kind: code, name }) => ({ code, name }))}
          value={kind}
          onChoose={setKind}
        />
      </div>
      {typed && !address ? <p role="status">Please type the whole address: the log knows no pieces of it.</p> : null}
      {items ? (
        <div aria-busy={!fresh}>
          <Table
            label="E-mails that went out"
            rows={items}
            keyOf={({ mailId }) => mailId}
            empty={busy ? 'Looking…' : 'No e-mail fits.'}
            columns={[
              {
                head: 'E-mail',
                kind: 'main',
                cell: (entry) => {
                  const name = names.get(entry.kind ?? '') ?? entry.kind ?? 'Unreadable'
                  return isTest(entry) ? `${name} (a test)` : name
                },
              },
              { head: 'To', cell: recipient },
              { head: 'What became of it', cell: (entry) => <Outcome mail={entry} /> },
              { head: 'When', cell: ({ sentAt, dueAt, createdAt }) => moment(sentAt ?? dueAt ?? createdAt) },
              { head: '', cell: (entry) => <SendAgain mail={entry} onSent={reload} /> },
            ]}
          />
        </div>
      ) : problem ? null : (
        <Loading />
      )}
      <More more={more} busy={busy} problem={problem} shown={items?.length ?? 0} what="e-mails" />
    </>
  )
}

const moment = (at: string | undefined) => (at ? momentHere(at) : '')

const isTest = (entry: LogEntry) => notAgain(entry.mailId, entry) === 'test'

/** Where the console knows more of them: among the people of the event, or on their own page. A test goes anywhere. */
function recipient(entry: LogEntry) {
  const { profileId, eventId, person } = entry
  if (isTest(entry)) return ''
  if (profileId === 'organizers') return 'The organizers'
  if (!profileId || !person) return ''
  return (
    <a href={eventId ? to('events', eventId, 'people') : to('people', profileId)}>
      {person.firstName} {person.lastName}
    </a>
  )
}
