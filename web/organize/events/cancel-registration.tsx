import { useRequest } from '../../parts/use-request.ts'
import { useAsking } from '../asking.ts'
import { useNotices } from '../notices.tsx'
import { AskFirst } from '../parts/ask-first.tsx'
import { type OrganizerEvent, OrganizerRegistration } from './answers.ts'
import { eventPath } from './paths.ts'
import { nameOf } from './words.ts'

type Props = {
  event: OrganizerEvent
  registration: OrganizerRegistration
  onChange: (registration: OrganizerRegistration) => void
  onOver: () => void
}

/** Takes somebody’s seat or place in line away: they are told, and the line moves up. */
export function CancelRegistration({ event, registration, onChange, onOver }: Props) {
  const { ask } = useAsking()
  const say = useNotices()
  const { busy, problem, send } = useRequest()
  const { status, registrationId } = registration
  const isIn = status === 'confirmed' || status === 'offered' || status === 'waitlisted'
  if (!isIn || event.status !== 'published') return null
  const path = eventPath(event.eventId, 'registrations', registrationId)
  const cancel = async (): Promise<boolean> => {
    const answer = await send(() =>
      ask(OrganizerRegistration, { method: 'PATCH', path, body: { status: 'cancelled' } }),
    )
    if (!answer?.ok) return false
    onChange(answer.value)
    onOver()
    say({ words: `The registration of ${nameOf(registration)} is cancelled.` })
    return true
  }
  return (
    <AskFirst
      label="Cancel the registration"
      question={`Cancel the registration of ${nameOf(registration)}?`}
      yes="Yes, cancel it"
      no="Keep it"
      kind="danger"
      busy={busy}
      problem={problem}
      onYes={cancel}
    >
      <p>
        They hear of it by e-mail.{' '}
        {event.seats.waiting > 0 && status !== 'waitlisted' ? 'Their seat goes to the first in line.' : ''}
      </p>
    </AskFirst>
  )
}
