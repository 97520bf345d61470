import { Me, type MyMatch } from '../answers.ts'
import { ask } from '../api.ts'
import { Alert, Button } from '../parts/feedback.tsx'
import { Screen } from '../parts/screen.tsx'
import { useRequest } from '../parts/use-request.ts'
import { AnswersList } from './answers-list.tsx'
import { Leave } from './leave.tsx'
import { MyMatchList } from './my-matches.tsx'

type Props = {
  me: Me
  token: string
  /** What was just done, e.g. "Saved." */
  news: string
  onEdit: () => void
  onOpen: (match: MyMatch) => void
  onChange: (me: Me, news: string) => void
  onGone: () => void
}

/** Everything we know about somebody, and what can be done about it. */
export const Overview = ({ me, token, news, onEdit, onOpen, onChange, onGone }: Props) => (
  <Screen title={`Hello ${me.firstName}`} lead={`This is your profile as a ${me.role}.`}>
    <div role="status">{news ? <p class="notice good">{news}</p> : null}</div>
    <Standing me={me} token={token} onChange={onChange} />
    <h2>Your introductions</h2>
    <MyMatchList token={token} onOpen={onOpen} />
    <h2>What you told us</h2>
    <Button onClick={onEdit}>Change my answers</Button>
    <AnswersList me={me} />
    <h2>Leave</h2>
    <p>You can delete your profile at any time. We say goodbye by e-mail and keep nothing that names you.</p>
    <Leave token={token} onGone={onGone} />
  </Screen>
)

/** In the pool or paused, with the way to the other. */
function Standing({ me, token, onChange }: Pick<Props, 'me' | 'token' | 'onChange'>) {
  const { busy, problem, send } = useRequest()
  const paused = me.status === 'paused'
  const change = async () => {
    const path = paused ? '/me/resume' : '/me/pause'
    const answer = await send(() => ask(Me, { method: 'POST', path, token }))
    if (answer?.ok) onChange(answer.value, paused ? 'Welcome back.' : 'You are paused.')
  }
  return (
    <div class="card">
      <p>
        <strong>{paused ? 'You are paused.' : 'You are taking part.'}</strong> {standingOf(me)}
      </p>
      <Alert problem={problem} />
      <Button kind="quiet" busy={busy} onClick={change}>
        {paused ? 'Take part again' : 'Pause'}
      </Button>
    </div>
  )
}

function standingOf({ status, role, roundsWaited, openMatches, capacity = 0 }: Me): string {
  if (status === 'paused') return 'No round pairs you with anybody new. Open introductions stay.'
  if (role === 'mentor') {
    const free = capacity - openMatches
    if (free <= 0) return 'All your seats are taken, so no round looks for anybody else now.'
    return `You have ${free} free ${free === 1 ? 'seat' : 'seats'}: each round looks for people whom you could help.`
  }
  if (openMatches) return 'You have a mentor. Should it end, the next round looks for another one.'
  if (!roundsWaited) return 'Each round looks for a mentor for you, until it finds one.'
  return `You have waited ${roundsWaited === 1 ? 'one round' : `${roundsWaited} rounds`}; those who waited longest come first.`
}
