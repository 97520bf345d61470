import * as z from 'zod'
import { Button } from '../../parts/feedback.tsx'
import { useRequest } from '../../parts/use-request.ts'
import { useAsking } from '../asking.ts'
import { useNotices } from '../notices.tsx'
import { AskFirst } from '../parts/ask-first.tsx'
import { to } from '../place.ts'
import { Person } from './answers.ts'
import { Delete } from './delete.tsx'
import { useStanding } from './use-standing.ts'
import { nameOf } from './words.ts'

type Props = {
  person: Person
  onChange: (person: Person) => void
  /** A mail went to them. */
  onMail: () => void
  onGone: () => void
}

const Sent = z.object({ status: z.string() })

/** What organizers can do for somebody who is not leaving. */
export function Actions({ person, onChange, onMail, onGone }: Props) {
  const { profileId, status } = person
  const stand = useStanding(onChange)
  return (
    <div class="actions person-actions">
      <a class="button" href={to('people', profileId, 'edit')}>
        Edit
      </a>
      {status === 'active' ? (
        <Button kind="quiet" onClick={() => stand(person, 'paused')}>
          Pause
        </Button>
      ) : status === 'paused' ? (
        <Button kind="quiet" onClick={() => stand(person, 'active')}>
          Bring back
        </Button>
      ) : null}
      <SendLink person={person} onMail={onMail} />
      {status === 'pending' ? null : <EndLinks person={person} onChange={onChange} />}
      <Delete person={person} onChange={onChange} onGone={onGone} />
    </div>
  )
}

function SendLink({ person, onMail }: Pick<Props, 'person' | 'onMail'>) {
  const { ask } = useAsking()
  const say = useNotices()
  const { busy, send } = useRequest()
  const pending = person.status === 'pending'
  const sendLink = async () => {
    const path = `/organizer/profiles/${encodeURIComponent(person.profileId)}/links`
    const answer = await send(() => ask(Sent, { method: 'POST', path, body: {} }))
    if (answer?.ok) onMail()
    if (answer) say(answer.ok ? { words: wordsOf(person) } : { words: answer.problem.sentence, bad: true })
  }
  return (
    <Button kind="quiet" busy={busy} onClick={sendLink}>
      {pending ? 'Ask to confirm again' : 'Send a fresh link'}
    </Button>
  )
}

const wordsOf = (person: Person): string =>
  person.status === 'pending'
    ? `A mail that asks to confirm is on its way to ${nameOf(person)}.`
    : `A fresh link to their page is on its way to ${nameOf(person)}.`

function EndLinks({ person, onChange }: Pick<Props, 'person' | 'onChange'>) {
  const { ask } = useAsking()
  const say = useNotices()
  const { busy, problem, send } = useRequest()
  const end = async () => {
    const path = `/organizer/profiles/${encodeURIComponent(person.profileId)}`
    const answer = await send(() => ask(Person, { method: 'PATCH', path, body: { endLinks: true } }))
    if (!answer?.ok) return false
    onChange(answer.value)
    say({ words: `No link that ${nameOf(person)} has got so far works any more.` })
    return true
  }
  return (
    <AskFirst
      label="End all links"
      question={`End all links of ${nameOf(person)}?`}
      yes="End all links"
      busy={busy}
      problem={problem}
      onYes={end}
    >
      <p>
        For when a mail of theirs fell into wrong hands. Every link in every mail to them so far stops working, and that
        cannot be undone. Then send them a fresh one.
      </p>
    </AskFirst>
  )
}
