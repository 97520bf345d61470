import { Left } from '../../answers.ts'
import { useRequest } from '../../parts/use-request.ts'
import { useAsking } from '../asking.ts'
import { useNotices } from '../notices.tsx'
import { AskFirst } from '../parts/ask-first.tsx'
import { go } from '../place.ts'
import type { Person } from './answers.ts'
import { nameOf } from './words.ts'

type Props = { person: Person; onChange: (person: Person) => void; onGone: () => void }

/** Deletes everything about somebody, after saying what that is. */
export function Delete({ person, onChange, onGone }: Props) {
  const { ask } = useAsking()
  const say = useNotices()
  const { busy, problem, send } = useRequest()
  const remove = async () => {
    const path = `/organizer/profiles/${encodeURIComponent(person.profileId)}`
    const answer = await send(() => ask(Left, { method: 'DELETE', path }))
    if (!answer?.ok) return false
    const { status, leavesAt } = answer.value
    if (status === 'leaving') onChange({ ...person, status, leavesAt, deletedBy: 'organizer' })
    else {
      onGone()
      say({ words: 'Everything about them is deleted.' })
      go('people')
    }
    return true
  }
  return (
    <AskFirst
      label="Delete"
      question={`Delete everything about ${nameOf(person)}?`}
      yes="Delete everything"
      no="Keep them"
      kind="danger"
      busy={busy}
      problem={problem}
      onYes={remove}
    >
      {person.status === 'pending' ? (
        <p>Their address was never confirmed. They are deleted here and now, and that cannot be undone.</p>
      ) : (
        <>
          <p>
            Their profile goes, with what they wrote, the notes about them and who they were matched with. Open matches
            end, and the other person hears that. They get one last mail that says goodbye.
          </p>
          <p>Do they only need a rest? Then pause them instead.</p>
        </>
      )}
    </AskFirst>
  )
}
