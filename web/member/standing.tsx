import type { TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import { Me } from '../answers.ts'
import { ask } from '../api.ts'
import { fieldErrors } from '../form/check.ts'
import { Errors, TextField } from '../form/field.tsx'
import { Alert, Button } from '../parts/feedback.tsx'
import { useRequest } from '../parts/use-request.ts'
import { dayOf } from '../words.ts'

type Props = { me: Me; token: string; onChange: (me: Me, news: string) => void }

/** In the pool or paused, with the way to the other. */
export function Standing({ me, token, onChange }: Props) {
  const paused = me.status === 'paused'
  return (
    <div class="card">
      <p>
        <strong>{paused ? 'You are paused.' : 'You are taking part.'}</strong> {standingOf(me)}
      </p>
      {paused ? (
        <Resume token={token} onChange={onChange} />
      ) : (
        <details>
          <summary>I need a break</summary>
          <Pause token={token} onChange={onChange} />
        </details>
      )}
    </div>
  )
}

function Resume({ token, onChange }: Omit<Props, 'me'>) {
  const { busy, problem, send } = useRequest()
  const resume = async () => {
    const answer = await send(() => ask(Me, { method: 'POST', path: '/me/resume', token }))
    if (answer?.ok) onChange(answer.value, 'Welcome back.')
  }
  return (
    <>
      <Alert problem={problem} />
      <Button kind="quiet" busy={busy} onClick={resume}>
        Take part again
      </Button>
    </>
  )
}

function Pause({ token, onChange }: Omit<Props, 'me'>) {
  const [errors, setErrors] = useState({})
  const { busy, problem, send } = useRequest()
  const pause = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const until = new FormData(event.currentTarget).get('until') || undefined
    const answer = await send(() => ask(Me, { method: 'POST', path: '/me/pause', token, body: { until } }))
    if (answer?.ok) onChange(answer.value, 'You are paused.')
    else if (answer) setErrors(fieldErrors(answer.problem))
  }
  return (
    <form noValidate onSubmit={pause}>
      <p>No round pairs you with anybody new. Open introductions stay.</p>
      <Errors.Provider value={errors}>
        <TextField
          name="until"
          label="First day back"
          hint="Then you take part again by yourself. Leave it empty to come back when you say so."
          value=""
          kind="date"
          optional
        />
      </Errors.Provider>
      <Alert problem={problem} />
      <Button type="submit" kind="quiet" busy={busy}>
        Pause
      </Button>
    </form>
  )
}

function standingOf({ status, role, roundsWaited, openMatches, capacity = 0, pausedUntil }: Me): string {
  if (status === 'paused') {
    const back = pausedUntil ? ` You take part again from ${dayOf(pausedUntil)}.` : ''
    return `No round pairs you with anybody new. Open introductions stay.${back}`
  }
  if (role === 'mentor') {
    const free = capacity - openMatches
    if (free <= 0) return 'All your seats are taken, so no round looks for anybody else now.'
    return `You have ${free} free ${free === 1 ? 'seat' : 'seats'}: each round looks for people whom you could help.`
  }
  if (openMatches) return 'You have a mentor. Should it end, the next round looks for another one.'
  if (!roundsWaited) return 'Each round looks for a mentor for you, until it finds one.'
  return `You have waited ${roundsWaited === 1 ? 'one round' : `${roundsWaited} rounds`}; those who waited longest come first.`
}
