import type { TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import { Errors, Tick } from '../../form/field.tsx'
import { Button } from '../../parts/feedback.tsx'
import { useAsking } from '../asking.ts'
import { bring, readAgain, useImporting, wishInvitations } from './importing.ts'

const NOT_AGREED = 'We may only store people who have agreed to it. Please tick this if they have.'

/** What the organizer has to say themselves; then the server looks what would happen. */
export function Wishes({ busy }: { busy: boolean }) {
  const { ask } = useAsking()
  const { mapping, consent, invite, reading } = useImporting()
  const [errors, setErrors] = useState({})
  const asked = mapping.columns.find(({ field }) => field === 'consent')
  const none = reading?.rows === reading?.refused.length

  const look = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy || none) return
    const agreed = consent || asked !== undefined
    setErrors(agreed ? {} : { consent: NOT_AGREED })
    if (agreed) await bring('look', ask)
    else event.currentTarget.querySelector('input')?.focus()
  }
  const tick = (event: Event) => {
    if (!(event.target instanceof HTMLInputElement)) return
    if (event.target.name === 'invite') wishInvitations(event.target.checked)
    else {
      setErrors({})
      void readAgain({ consent: event.target.checked })
    }
  }
  return (
    <form noValidate onSubmit={look} onChange={tick}>
      <Errors.Provider value={errors}>
        <Tick name="consent" checked={consent} required={!asked}>
          {asked ? 'Those whose cell in that column is empty have agreed too' : 'Everybody in this list has agreed'}{' '}
          <small>
            {asked
              ? `Column ${asked.letter} says who has agreed to be stored here. Whoever says no is refused in any case.`
              : 'They know that you give us their data, and what for, wherever you asked them.'}
          </small>
        </Tick>
        <Tick name="invite" checked={invite}>
          Send invitations{' '}
          <small>
            New people take part once they confirm their address. With this, each who has not been asked yet gets one
            mail that asks them to. Without it nobody gets any mail; you can bring the same list again later, and tick
            it then.
          </small>
        </Tick>
      </Errors.Provider>
      {none ? <p class="notice">There is no row yet that could come in.</p> : null}
      <Button type="submit" busy={busy}>
        See what would happen
      </Button>
    </form>
  )
}
