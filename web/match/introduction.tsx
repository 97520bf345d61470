import { useState } from 'preact/hooks'
import type { MatchAnswer } from '../../shared/domain/match.ts'
import type { MyMatch } from '../answers.ts'
import { Button } from '../parts/feedback.tsx'
import { Screen } from '../parts/screen.tsx'
import { MatchAnswerForm } from './answer-form.tsx'
import { RESULTS } from './answer-words.ts'
import { Partner } from './partner.tsx'

/** `onBack`: the way to the member's own page, when this was opened from there. */
type Props = { match: MyMatch; token: string; onBack?: () => void }

/** One introduction: who it is, why, when, and how it went. */
export function Introduction({ match, token, onBack }: Props) {
  const [answered, setAnswered] = useState<MatchAnswer['answer']>()
  const { partner, role } = match
  const back = onBack ? (
    <Button kind="quiet" onClick={onBack}>
      Back to my profile
    </Button>
  ) : null
  if (answered) return <Screen {...RESULTS[answered]}>{back}</Screen>
  const form = <MatchAnswerForm match={match} token={token} onAnswered={setAnswered} />
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
  const name = `${partner.firstName} ${partner.lastName}`
  return (
    <Screen title={role === 'mentee' ? `Your mentor: ${name}` : `Your mentee: ${name}`} lead={partner.headline}>
      <Partner match={match} partner={partner} />
      {form}
      {back}
    </Screen>
  )
}

function whyOver({ status }: MyMatch): string {
  if (status === 'declined') return 'One of you said that it does not fit. That is all right.'
  if (status === 'ended') return 'It has come to its end, or one of you has left the programme.'
  return 'It has come to its end.'
}
