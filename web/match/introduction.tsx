import { useState } from 'preact/hooks'
import type { MyMatch } from '../answers.ts'
import { Button } from '../parts/feedback.tsx'
import { Screen } from '../parts/screen.tsx'
import { MatchAnswerForm } from './answer-form.tsx'
import { FREED, RESULTS } from './answer-words.ts'
import { OneTap } from './one-tap.tsx'
import { Partner } from './partner.tsx'
import type { OnAnswered } from './send-answer.ts'

/** `onBack`: the way to the member's own page, when this was opened from there. */
type Props = { match: MyMatch; token: string; onBack?: () => void }

/** One introduction: who it is, why, when, and how it went. */
export function Introduction({ match, token, onBack }: Props) {
  const [result, setResult] = useState<(typeof RESULTS)['met']>()
  const onAnswered: OnAnswered = (answer, status) =>
    setResult(answer === 'not-yet' && status === 'ended' ? FREED : RESULTS[answer])
  const { partner, role } = match
  const back = onBack ? (
    <Button kind="quiet" onClick={onBack}>
      Back to my profile
    </Button>
  ) : null
  if (result) return <Screen {...result}>{back}</Screen>
  const form = <MatchAnswerForm match={match} token={token} onAnswered={onAnswered} />
  if (!partner)
    return (
      <Screen title="This introduction is over" lead={whyOver(match)}>
        <p>Unless you are paused, the next round looks for somebody else. You need do nothing more here.</p>
        {back ?? (
          <p>
            <a href="/link">Get a link to your profile</a> to change your answers, pause, or leave.
          </p>
        )}
        {form}
      </Screen>
    )
  const now = new Date()
  const who = <Partner key="who" match={match} partner={partner} />
  const oneTap = <OneTap key="one-tap" match={match} token={token} now={now} onAnswered={onAnswered} />
  const name = `${partner.firstName} ${partner.lastName}`
  return (
    <Screen title={role === 'mentee' ? `Your mentor: ${name}` : `Your mentee: ${name}`} lead={partner.headline}>
      {isNew(match, now) ? [who, oneTap] : [oneTap, who]}
      {form}
      {back}
    </Screen>
  )
}

/** Until we ask for the first time, who the other one is comes first; then our questions. */
const isNew = ({ introducedAt }: MyMatch, now: Date): boolean =>
  introducedAt !== undefined && now.getTime() - Date.parse(introducedAt) < 3 * 86_400_000

function whyOver({ status }: MyMatch): string {
  if (status === 'declined') return 'One of you said that it does not fit. That is all right.'
  if (status === 'ended') return 'It has come to its end, or one of you has left the programme.'
  return 'It has come to its end.'
}
