import { useEffect, useState } from 'preact/hooks'
import { Console } from '../organize/console.tsx'
import { Alert, Loading } from '../parts/feedback.tsx'
import { Screen } from '../parts/screen.tsx'
import { showPage } from '../parts/show-page.tsx'
import { type Arrival, arrive } from '../sign-in/arrive.ts'

/** The organizers' console, for whoever has signed in. */
function OrganizePage() {
  const [arrival, setArrival] = useState<Arrival>()
  const come = async () => setArrival(await arrive({ scopes: ['organize', 'check-in'], silently: true }))
  useEffect(() => {
    void come()
  }, [])
  if (!arrival) return <Loading />
  if (arrival.state === 'signed-in') return <Console session={arrival.session} signIn={arrival.signIn} />
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

showPage(<OrganizePage />)
