import { ask } from '../api.ts'
import { Alert, Button } from '../parts/feedback.tsx'
import { useRequest } from '../parts/use-request.ts'
import { Joined, type RegistrationView } from './views.ts'

/** Opens the meeting, and notes from a quarter of an hour before its start that somebody came. */
export function Join({ registration, token }: { registration: RegistrationView; token: string }) {
  const { busy, problem, send } = useRequest()
  const join = async () => {
    const path = `/registrations/${encodeURIComponent(registration.registrationId)}/join`
    const answer = await send(() => ask(Joined, { method: 'POST', path, token, body: {} }))
    if (answer?.ok) location.assign(answer.value.url)
  }
  return (
    <>
      <Alert problem={problem} />
      <Button busy={busy} onClick={join}>
        Join
      </Button>
      <p class="hint">
        Online, from 15 minutes before the start. The button is yours alone and notes that you came: to invite somebody,
        send them the event’s page instead.
      </p>
    </>
  )
}
