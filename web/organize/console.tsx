import type { ComponentType } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Loading } from '../parts/feedback.tsx'
import { Screen } from '../parts/screen.tsx'
import type { Arrival } from '../sign-in/arrive.ts'
import type { Session } from '../sign-in/session.ts'
import { SignInAgain } from '../sign-in/sign-in-again.tsx'
import { AskingContext, askingIn, type Trouble } from './asking.ts'
import { NotHere } from './not-here.tsx'
import { type Notice, NoticeContext, Notices } from './notices.tsx'
import { to, usePlace } from './place.ts'
import { useKeptFocus } from './use-kept-focus.ts'

/** What a part of the console is shown with: the rest of the place behind its own name, e.g. the id in `people/<id>`. */
export type RoomProps = { rest: readonly string[] }
type Room = ComponentType<RoomProps>

/** The parts of the console in the order of its menu. Each comes when it is first opened. */
const ROOMS: Record<string, { name: string; load: () => Promise<Room> }> = {
  overview: { name: 'Overview', load: async () => (await import('./overview/overview.tsx')).Overview },
  rounds: { name: 'Rounds', load: async () => (await import('./rounds/rounds.tsx')).Rounds },
  people: { name: 'People', load: async () => (await import('./people/people.tsx')).People },
  import: { name: 'Import', load: async () => (await import('./import/import.tsx')).Import },
  events: { name: 'Events', load: async () => (await import('./events/events.tsx')).Events },
  mail: { name: 'Mail', load: async () => (await import('./mail/mail.tsx')).Mail },
  settings: { name: 'Settings', load: async () => (await import('./settings/settings.tsx')).Settings },
  audit: { name: 'Audit', load: async () => (await import('./audit/audit.tsx')).Audit },
}

type Props = Extract<Arrival, { state: 'signed-in' }>

/** Everything an organizer sees once they are in. */
export function Console(arrival: Props) {
  const { session } = arrival
  const [trouble, setTrouble] = useState<Trouble>()
  const [notices, setNotices] = useState<Notice[]>([])
  const asking = useMemo(() => askingIn(session, setTrouble), [session])
  const say = useMemo(() => (notice: Notice) => setNotices((before) => [...before, notice]), [])
  const place = usePlace()
  const [name = 'overview', ...rest] = place
  useEffect(() => scrollTo(0, 0), [place])
  const box = useRef<HTMLDivElement>(null)
  useKeptFocus(box)
  if (trouble === 'not-an-organizer') return <NotAnOrganizer session={session} />
  return (
    <AskingContext.Provider value={asking}>
      <NoticeContext.Provider value={say}>
        <Menu current={name} session={session} />
        <div class="room" id="room" tabIndex={-1} ref={box}>
          <RoomOf name={name} rest={rest} />
        </div>
        {trouble === 'ended' ? (
          <SignInAgain
            {...arrival}
            onOver={(signedIn) => {
              setTrouble(undefined)
              asking.endWaiting(signedIn)
            }}
          />
        ) : null}
        <Notices
          notices={notices}
          onOver={(over) => setNotices((before) => before.filter((notice) => notice !== over))}
        />
      </NoticeContext.Provider>
    </AskingContext.Provider>
  )
}

const NotAnOrganizer = ({ session }: { session: Session }) => (
  <Screen title="This account does not organize" lead={`You are signed in as ${session.who}.`}>
    <p>Who helps at the door finds the list of their event on its own page. Organizers can give you more.</p>
    <div class="actions">
      <a class="button" href="/door">
        Go to the door
      </a>
      <button type="button" class="button quiet" onClick={session.signOut}>
        Sign out
      </button>
    </div>
  </Screen>
)

function Menu({ current, session }: { current: string; session: Session }) {
  const list = useRef<HTMLUListElement>(null)
  // On a phone the list is wider than the window.
  useEffect(() => {
    const item = list.current?.querySelector('[aria-current]')
    item?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [current])
  return (
    <div class="menu">
      <button type="button" class="skip" onClick={() => document.getElementById('room')?.focus()}>
        Skip the menu
      </button>
      <nav aria-label="Console">
        <ul ref={list}>
          {Object.entries(ROOMS).map(([id, { name }]) => (
            <li key={id}>
              <a href={to(id)} aria-current={id === current ? 'page' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p>
        <span class="who">{session.who}</span>{' '}
        <button type="button" class="link" onClick={session.signOut}>
          Sign out
        </button>
      </p>
    </div>
  )
}

function RoomOf({ name, rest }: { name: string; rest: readonly string[] }) {
  const [loaded, setLoaded] = useState<{ name: string; Room: Room }>()
  const [failed, setFailed] = useState(false)
  const room = Object.hasOwn(ROOMS, name) ? ROOMS[name] : undefined
  useEffect(() => {
    let left = false
    setFailed(false)
    room?.load().then(
      (Room) => left || setLoaded({ name, Room }),
      () => left || setFailed(true),
    )
    return () => {
      left = true
    }
  }, [name])
  if (!room) return <NotHere />
  if (failed)
    return (
      <p class="notice bad" role="alert">
        This part did not load. Please reload the page.
      </p>
    )
  if (loaded?.name !== name) return <Loading />
  return <loaded.Room rest={rest} />
}
