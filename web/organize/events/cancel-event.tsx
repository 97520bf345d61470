import { people } from '../../event/words.ts'
import { useRequest } from '../../parts/use-request.ts'
import { useAsking } from '../asking.ts'
import { useNotices } from '../notices.tsx'
import { AskFirst } from '../parts/ask-first.tsx'
import { go } from '../place.ts'
import { Cancelled, OrganizerEvent } from './answers.ts'
import { eventPath } from './paths.ts'
import { concerned, toldInWords } from './words.ts'

type Props = { event: OrganizerEvent; onChanged: (event: OrganizerEvent) => void }

/** Calls an event off, after saying how many hear of it. A draft that nobody registered for is gone instead. */
export function CancelEvent({ event, onChanged }: Props) {
  const { ask } = useAsking()
  const say = useNotices()
  const { busy, problem, send } = useRequest()
  const isUnseen = event.status === 'draft' && event.seats.registered === 0
  const path = eventPath(event.eventId)

  const cancel = async (): Promise<boolean> => {
    const answer = await send(() => ask(Cancelled, { method: 'DELETE', path }))
    if (!answer?.ok) return false
    if (isUnseen) {
      say({ words: 'The draft is deleted.' })
      go('events', 'drafts')
      return true
    }
    const told = concerned(event)
    say({ words: told ? `The event is cancelled. ${people(told)} will hear of it.` : 'The event is cancelled.' })
    const now = await ask(OrganizerEvent, { method: 'GET', path })
    if (now.ok) onChanged(now.value)
    return true
  }

  if (isUnseen) {
    return (
      <AskFirst
        label="Delete the draft"
        question="Delete this draft?"
        yes="Delete it"
        no="Keep it"
        kind="danger"
        busy={busy}
        problem={problem}
        onYes={cancel}
      >
        <p>Nobody but organizers has ever seen it. It cannot be brought back.</p>
      </AskFirst>
    )
  }
  return (
    <AskFirst
      label="Cancel the event"
      question={`Cancel “${event.title}”?`}
      yes="Cancel it and tell them"
      no="Keep it"
      kind="danger"
      busy={busy}
      problem={problem}
      onYes={cancel}
    >
      <p>{toldInWords(event)}</p>
      <p>A cancelled event cannot be opened again. You can copy it to another date.</p>
    </AskFirst>
  )
}
