import { useRef, useState } from 'preact/hooks'
import { Loading } from '../parts/feedback.tsx'
import { Screen } from '../parts/screen.tsx'
import type { Session } from '../sign-in/session.ts'
import { PersonRow } from './person-row.tsx'
import { Scanner } from './scanner.tsx'
import { Answer, Conflicts, Standing } from './standing.tsx'
import { counted, found } from './taps.ts'
import { type Line, useDoor } from './use-door.ts'
import { WalkIn } from './walk-in.tsx'
import { dayAndClock } from './words.ts'

type Props = {
  eventId: string
  session: Session | undefined
  /** Leads to the sign-in; none while it cannot be reached. */
  signIn: (() => void) | undefined
  onLeave: () => void
  onSignOut: () => void
}

/** More rows than this make a phone slow, and nobody scrolls through them. */
const MOST_ROWS = 150

/** The door of one event. */
export function Door({ eventId, session, signIn, onLeave, onSignOut }: Props) {
  const door = useDoor(eventId, session, signIn !== undefined)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<'camera' | 'walk-in'>()
  const walkInButton = useRef<HTMLButtonElement>(null)
  const closeForm = () => {
    setOpen(undefined)
    walkInButton.current?.focus()
  }
  const { list, people, line, waiting, news } = door
  if (!list) return <NoList line={line} signIn={signIn} onLeave={onLeave} />

  const { event, asOf } = list
  const counts = counted(people)
  const shown = found(people, typed)
  const isOver = !session || line === 'signed-out'
  return (
    <Screen title={event.title} lead={dayAndClock(event.startsAt, event.timeZone)}>
      <p class="counts">
        <strong>{counts.in}</strong> of {counts.expected} are in
      </p>
      <Standing
        line={line}
        waiting={waiting}
        asOf={asOf}
        timeZone={event.timeZone}
        signIn={isOver ? signIn : undefined}
      />
      <Conflicts conflicts={door.conflicts} onUnderstood={door.understood} />
      <div class="actions">
        <button type="button" class="button" onClick={() => setOpen(open === 'camera' ? undefined : 'camera')}>
          {open === 'camera' ? 'Stop scanning' : 'Scan a code'}
        </button>
        <button
          type="button"
          class="button quiet"
          ref={walkInButton}
          aria-expanded={open === 'walk-in'}
          disabled={!session || line !== 'fine'}
          onClick={() => setOpen('walk-in')}
        >
          Add a walk-in
        </button>
      </div>
      <Answer news={news} />
      {open === 'camera' ? <Scanner onCode={(text) => door.checkIn(text, 'scan')} /> : null}
      {open === 'walk-in' && session ? (
        <WalkIn
          eventId={eventId}
          session={session}
          onCancel={closeForm}
          onDone={(name) => {
            closeForm()
            void door.readAgain({ tone: 'good', text: `${name} is in. Welcome!` })
          }}
        />
      ) : null}
      <div class="field search">
        <label for="search">Find a name</label>
        <input
          id="search"
          type="search"
          autocomplete="off"
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </div>
      <h2 class="hidden">People</h2>
      <ul class="people">
        {shown.slice(0, MOST_ROWS).map((person) => (
          <PersonRow
            key={person.registrationId}
            person={person}
            timeZone={event.timeZone}
            onCheckIn={() => door.checkIn(person.registrationId, 'list')}
            onUndo={() => door.undo(person)}
          />
        ))}
      </ul>
      <p role="status">{more(shown.length, typed)}</p>
      <div class="actions">
        <button type="button" class="button quiet" onClick={onLeave}>
          Another event
        </button>
        {session ? (
          <button type="button" class="button quiet" onClick={onSignOut}>
            Sign out
          </button>
        ) : null}
      </div>
      <p class="hint">
        This phone keeps the names until a day after the event, or until you sign out. It keeps no addresses.
      </p>
    </Screen>
  )
}

function more(count: number, typed: string): string {
  if (count > MOST_ROWS) return `And ${count - MOST_ROWS} more. Type a name to find them.`
  if (count > 0) return ''
  return typed ? 'Nobody on the list has that name.' : 'Nobody has registered yet.'
}

const NoList = ({ line, signIn, onLeave }: { line: Line } & Pick<Props, 'signIn' | 'onLeave'>) =>
  line === 'fine' ? (
    <Loading />
  ) : (
    <Screen title="The door" lead={line === 'refused' ? 'There is no such event, or not for you.' : undefined}>
      {line === 'refused' ? null : (
        <p>The list of this event is not on this phone yet. It needs a network and a sign-in once, before the event.</p>
      )}
      <div class="actions">
        {signIn ? (
          <button type="button" class="button" onClick={signIn}>
            Sign in
          </button>
        ) : null}
        <button type="button" class="button quiet" onClick={onLeave}>
          Another event
        </button>
      </div>
    </Screen>
  )
