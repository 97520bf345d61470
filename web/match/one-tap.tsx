import { useState } from 'preact/hooks'
import type { MatchAnswer } from '../../shared/domain/match.ts'
import type { MyMatch } from '../answers.ts'
import { Alert, Button } from '../parts/feedback.tsx'
import { useRequest } from '../parts/use-request.ts'
import { CONTACT_TAPS, FIT_TAPS } from './answer-words.ts'
import { type OnAnswered, sendAnswer } from './send-answer.ts'

type Props = { match: MyMatch; token: string; now: Date; onAnswered: OnAnswered }

/** By then two have mostly met, whether they told us or not. */
const DAYS_TO_KNOW = 28

/** The answers that our mails ask for, one button each. The one that ends something asks once more. */
export function OneTap({ match, token, now, onAnswered }: Props) {
  const [sure, setSure] = useState(false)
  const { busy, problem, send } = useRequest()
  const say = async (answer: MatchAnswer['answer']) => {
    const result = await send(() => sendAnswer(match, token, { answer }))
    if (result?.ok) onAnswered(answer, result.value.status)
  }
  const met = match.status === 'met'
  return (
    <section class="card" aria-labelledby="one-tap">
      <h2 id="one-tap">{met ? 'How is it going?' : 'Are you in touch?'}</h2>
      <p class="hint">One tap, and it stays between you and the organizers.</p>
      <div class="actions">
        {[...(met ? [] : CONTACT_TAPS), ...(met || knows(match, now) ? FIT_TAPS : [])].map(({ answer, label }) => (
          <Button
            key={answer}
            kind="quiet"
            busy={busy}
            onClick={() => (answer === 'not-a-fit' ? setSure(true) : say(answer))}
          >
            {label}
          </Button>
        ))}
      </div>
      <div role="status">
        {sure ? (
          <>
            <p>This ends the match. The other person hears that it has ended, and not why.</p>
            <div class="actions">
              <Button kind="quiet" onClick={() => setSure(false)}>
                Keep the match
              </Button>
              <Button kind="danger" busy={busy} onClick={() => say('not-a-fit')}>
                End the match
              </Button>
            </div>
          </>
        ) : null}
      </div>
      <Alert problem={problem} />
    </section>
  )
}

const knows = ({ introducedAt }: MyMatch, now: Date): boolean =>
  introducedAt !== undefined && now.getTime() - Date.parse(introducedAt) > DAYS_TO_KNOW * 86_400_000
