import { GiveUp } from './give-up.tsx'
import type { RegistrationView } from './views.ts'
import { ordinal } from './words.ts'

type Props = { registration: RegistrationView; token: string; onChanged: () => void }

/** Where somebody stands, and how it goes on. */
export const PlaceInLine = ({ registration, token, onChanged }: Props) => {
  const { position, waitlistLength, event } = registration
  return (
    <>
      {position ? (
        <p class="place">
          {ordinal(position)} of {Math.max(position, waitlistLength)}
        </p>
      ) : null}
      <p>
        Nobody passes you.{' '}
        {event.waitlist.policy === 'auto'
          ? 'When a seat is free for you, it is yours at once, and we write to you.'
          : 'When a seat is free for you, we write to you and hold it for some hours; in the last hours before the start it is yours at once.'}
      </p>
      <GiveUp registration={registration} held="waitlisted" token={token} onGone={onChanged} />
    </>
  )
}
