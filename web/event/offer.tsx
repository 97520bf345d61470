import { useEffect } from 'preact/hooks'
import { Done } from '../answers.ts'
import { ask } from '../api.ts'
import { Alert, Button } from '../parts/feedback.tsx'
import { useRequest } from '../parts/use-request.ts'
import { browserZone } from '../words.ts'
import { GiveUp } from './give-up.tsx'
import { leftUntil, momentIn } from './times.ts'
import { useNow } from './use-now.ts'
import type { RegistrationView } from './views.ts'

type Props = { registration: RegistrationView; until: string; token: string; onAnswered: () => void }

/** A seat that is held for somebody of the line: theirs with one tap, until then. */
export function Offer({ registration, until, token, onAnswered }: Props) {
  const { busy, problem, send } = useRequest()
  const left = leftUntil(until, useNow())
  const isOver = left === undefined
  useEffect(() => {
    if (isOver) onAnswered()
  }, [isOver])
  const take = async () => {
    const path = `/registrations/${encodeURIComponent(registration.registrationId)}/answer`
    const answer = await send(() => ask(Done, { method: 'POST', path, token, body: { answer: 'accept' } }))
    // Too late, or answered elsewhere: the page shows how it is now.
    if (answer?.ok || answer?.problem.status === 409) onAnswered()
  }
  return (
    <section class="card" aria-labelledby="offer">
      <h2 id="offer">Do you want it?</h2>
      <p>
        It is held for you until <strong>{momentIn(until, browserZone())}</strong>
        {left ? ` (${left} left)` : ''}. Without an answer it then goes to the next in line.
      </p>
      <Alert problem={problem} />
      <div class="actions">
        <Button busy={busy} onClick={take}>
          Take it
        </Button>
        <GiveUp registration={registration} held="offered" token={token} onGone={onAnswered} />
      </div>
    </section>
  )
}
