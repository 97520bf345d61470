import { useEffect, useState } from 'preact/hooks'
import { Console } from '../organize/console.tsx'
import { Alert, Loading } from '../parts/feedback.tsx'
import { Screen } from '../parts/screen.tsx'
import { showPage } from '../parts/show-page.tsx'
import { type Arrival, arrive } from '../sign-in/arrive.ts'
import { handsOver } from '../sign-in/in-a-window.ts'

/** The organizers' console, for whoever has signed in. */
function OrganizePage() {
  const [arrival, setArrival] = useState<Arrival>()
  const come = async () => setArrival(await arrive({ scopes: ['organize', 'check-in'], silently: true }))
  useEffect(() => {
    void come()
  }, [])
  if (!arrival) return <Loading />
  if (arrival.state === 'signed-in') return <Console {...arrival} />
  if (arrival.state === 'offline') {
    return (
      <Screen title="Organizers" lead="We could not reach the server.">
        <div class="actions">
          <button type="button" class="button" onClick={come}>
            Try again
          </button>
        </div>
      </Screen>
    )
  }
  const { problem, signIn } = arrival
  return (
    <Screen title="Organizers" lead="Run the programme: people, rounds, events and mail.">
      <Alert problem={problem ? { status: 0, sentence: problem, errors: [] } : undefined} />
      <p>Organizers are invited by e-mail, by whoever looks after this site.</p>
      <div class="actions">
        <button type="button" class="button" onClick={signIn}>
          Sign in
        </button>
        <a class="button quiet" href="/door">
          I help at the door
        </a>
      </div>
    </Screen>
  )
}

/** Seen for long only when the page that opened this window does not listen to it, or not any more. */
const BackToTheOther = () => (
  <Screen title="Back to the other window" lead="This one closes by itself.">
    <p>
      Is it still here? Then the other one is closed, or has gone on without it. Close this one too, or{' '}
      <a href="/organize">open the console here</a>.
    </p>
  </Screen>
)

showPage(handsOver() ? <BackToTheOther /> : <OrganizePage />)
