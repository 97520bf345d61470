import { Alert, Button } from '../../parts/feedback.tsx'
import { useRequest } from '../../parts/use-request.ts'
import { useAsking } from '../asking.ts'
import { useNotices } from '../notices.tsx'
import { momentHere } from '../parts/times.ts'
import { Person } from './answers.ts'
import { nameOf } from './words.ts'

type Props = { person: Person; onChange: (person: Person) => void }

/** Somebody is being deleted, and there is still time to think better of it. */
export function LeavingSoon({ person, onChange }: Props) {
  const { ask } = useAsking()
  const say = useNotices()
  const { busy, problem, send } = useRequest()
  const keep = async () => {
    const path = `/organizer/profiles/${encodeURIComponent(person.profileId)}`
    const answer = await send(() => ask(Person, { method: 'PATCH', path, body: { status: 'active' } }))
    if (!answer?.ok) return
    onChange(answer.value)
    say({ words: `${nameOf(person)} stays, and nothing is lost.` })
  }
  const until = person.leavesAt ? ` until ${momentHere(person.leavesAt)}` : ''
  return (
    <div class="notice bad">
      <p>
        <strong>Everything about {nameOf(person)} is about to be deleted.</strong>{' '}
        {person.deletedBy
          ? `They can be brought back${until}.`
          : `They asked for it themselves, and can think better of it${until}, with the link in their e-mail.`}
      </p>
      <Alert problem={problem} />
      {person.deletedBy ? (
        <Button busy={busy} onClick={keep}>
          Bring them back
        </Button>
      ) : null}
    </div>
  )
}
