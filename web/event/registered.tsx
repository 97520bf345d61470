import { Screen } from '../parts/screen.tsx'
import { CrisisLine } from './crisis-line.tsx'
import type { EventView, Registered } from './views.ts'
import { When } from './when.tsx'
import { ordinal } from './words.ts'

type Props = { event: EventView; registered: Registered; address: string }

/** What somebody has now, and what happens next. */
export function RegisteredScreen({ event, registered: { status, position }, address }: Props) {
  const hasSeat = status === 'confirmed'
  return (
    <Screen
      title={hasSeat ? 'You have a seat' : position ? `You are ${ordinal(position)} in line` : 'You are in line'}
      lead={
        <>
          {event.title}: <When event={event} />
        </>
      }
    >
      <h2>What happens next</h2>
      <ul>
        <li>
          An e-mail goes to <strong>{address}</strong>. Its link is your registration: keep it.
        </li>
        {hasSeat ? <WithSeat event={event} /> : <InLine event={event} />}
      </ul>
      <p>Nothing there after five minutes? Look in the folder for junk or spam.</p>
      {event.kind === 'circle' ? <CrisisLine /> : null}
      <p>
        <a href="/events">See what else is on</a>
      </p>
    </Screen>
  )
}

const WithSeat = ({ event }: { event: EventView }) => (
  <>
    <li>It has {inIt(event)}.</li>
    <li>Before it starts we remind you.</li>
    <li>Cannot come after all? Give the seat back with that link: others may be waiting for it.</li>
  </>
)

const InLine = ({ event }: { event: EventView }) => (
  <>
    <li>
      {event.waitlist.policy === 'offer'
        ? 'When a seat is free for you, we write to you and hold it for some hours. In the last hours before the start it is yours at once.'
        : 'When a seat is free for you, it is yours at once, and we write to you.'}
    </li>
    <li>Nobody passes you: seats go to the line in its order, and never to somebody who comes later.</li>
    <li>With that link you see your place, and can leave the line.</li>
  </>
)

const list = new Intl.ListFormat('en-US')
const inIt = ({ isOnline, hasPlace }: EventView): string =>
  list.format([
    'the entry for your calendar',
    ...(isOnline ? ['the button that lets you in'] : []),
    ...(hasPlace ? ['the place', 'a code for the door'] : []),
  ])
