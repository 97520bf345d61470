import { useEffect, useState } from 'preact/hooks'
import { ChooseEvent } from '../door/choose-event.tsx'
import { Door } from '../door/door.tsx'
import { forgetLists, type List, readLists } from '../door/kept.ts'
import { opensWithoutNetwork } from '../door/opens-without-network.ts'
import { dayAndClock } from '../door/words.ts'
import { Alert, Loading } from '../parts/feedback.tsx'
import { Screen } from '../parts/screen.tsx'
import { showPage } from '../parts/show-page.tsx'
import { type Arrival, arrive } from '../sign-in/arrive.ts'

/** The door list on a volunteer's phone. The event stands in the address, so that a reload shows it again. */
function DoorPage() {
  const [arrival, setArrival] = useState<Arrival>()
  const [kept, setKept] = useState<List[]>([])
  const [eventId, setEventId] = useState(() => decodeURIComponent(location.hash.slice(1)))

  const come = async (silently: boolean) => {
    setKept(await readLists(new Date()))
    setArrival(await arrive({ scopes: ['check-in'], silently }))
    setEventId(decodeURIComponent(location.hash.slice(1)))
  }
  useEffect(() => {
    void come(true)
  }, [])
  const isOffline = arrival?.state === 'offline'
  useEffect(() => {
    if (!isOffline) return
    const again = () => void come(false)
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [isOffline])

  const choose = (id: string) => {
    history.replaceState(null, '', id ? `#${encodeURIComponent(id)}` : location.pathname)
    setEventId(id)
  }
  if (!arrival) return <Loading />
  const session = arrival.state === 'signed-in' ? arrival.session : undefined
  const signIn = arrival.state === 'offline' ? undefined : arrival.signIn
  const signOut = async () => {
    await forgetLists()
    session?.signOut()
  }
  if (eventId && (session || kept.some(({ event }) => event.eventId === eventId))) {
    return <Door eventId={eventId} session={session} signIn={signIn} onLeave={() => choose('')} onSignOut={signOut} />
  }
  if (session) return <ChooseEvent session={session} onChoose={choose} onSignOut={signOut} />
  return arrival.state === 'offline' ? (
    <Offline kept={kept} onChoose={choose} />
  ) : (
    <SignedOut signIn={signIn} problem={arrival.state === 'signed-out' ? arrival.problem : undefined} />
  )
}

const SignedOut = ({ signIn, problem = '' }: { signIn: (() => void) | undefined; problem: string | undefined }) => (
  <Screen title="The door" lead="Check people in at an event: by name, or by the code of their e-mail.">
    <Alert problem={problem ? { status: 0, sentence: problem, errors: [] } : undefined} />
    <p>Organizers invite volunteers by e-mail. Sign in before the event; then the list works without a network.</p>
    <div class="actions">
      <button type="button" class="button" onClick={signIn}>
        Sign in
      </button>
    </div>
  </Screen>
)

const Offline = ({ kept, onChoose }: { kept: readonly List[]; onChoose: (eventId: string) => void }) => (
  <Screen title="The door" lead="There is no network.">
    {kept.length === 0 ? <p>There is no list on this phone. As soon as there is a network, you can sign in.</p> : null}
    <ul class="cards">
      {kept.map(({ event }) => (
        <li key={event.eventId} class="card">
          <h2>{event.title}</h2>
          <p>{dayAndClock(event.startsAt, event.timeZone)}</p>
          <button type="button" class="button" onClick={() => onChoose(event.eventId)}>
            Open the door
          </button>
        </li>
      ))}
    </ul>
  </Screen>
)

opensWithoutNetwork()
showPage(<DoorPage />)
