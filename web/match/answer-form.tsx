import type { TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import { FIRST_ANSWERS, MatchAnswer } from '../../shared/domain/match.ts'
import type { MyMatch } from '../answers.ts'
import { check, type FieldErrors, fieldErrors } from '../form/check.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Errors, TextArea, useField } from '../form/field.tsx'
import { Alert, Button } from '../parts/feedback.tsx'
import { useRequest } from '../parts/use-request.ts'
import { CHOICES } from './answer-words.ts'
import { type OnAnswered, sendAnswer } from './send-answer.ts'

type Props = { match: MyMatch; token: string; onAnswered: OnAnswered }

const Note = () => <TextArea name="note" label="What happened?" value="" optional />

/** While the introduction is open, how it goes; after its end, a problem can still be told. */
export function MatchAnswerForm({ match, token, onAnswered }: Props) {
  const [chosen, setChosen] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const { busy, problem, send } = useRequest()

  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const checked = check(MatchAnswer, { answer: data.get('answer') ?? '', note: data.get('note') || undefined })
    setErrors(checked.ok ? {} : checked.errors)
    if (!checked.ok) return
    const answer = await send(() => sendAnswer(match, token, checked.body))
    if (answer?.ok) onAnswered(checked.body.answer, answer.value.status)
    else if (answer) setErrors(fieldErrors(answer.problem))
  }

  return (
    <form noValidate onSubmit={submit} class="card">
      <ErrorSummary errors={errors} />
      <Errors.Provider value={errors}>
        {match.partner ? (
          <>
            <AnswerChoices met={match.status === 'met'} onChoose={setChosen} />
            {chosen === 'problem' ? <Note /> : null}
          </>
        ) : (
          <>
            <h2>Was there a problem?</h2>
            <p>An organizer reads what you write. {CHOICES.problem.means}</p>
            <input type="hidden" name="answer" value="problem" />
            <Note />
          </>
        )}
      </Errors.Provider>
      <Alert problem={problem} />
      <Button type="submit" busy={busy}>
        {match.partner ? 'Send my answer' : 'Tell an organizer'}
      </Button>
    </form>
  )
}

/** Somebody who has met already is not asked that again. */
function AnswerChoices({ met, onChoose }: { met: boolean; onChoose: (answer: string) => void }) {
  const { described, errorLine } = useField('answer')
  return (
    <fieldset id="answer" class="field group" aria-describedby={described}>
      <legend>
        <h2>{met ? 'You have met. Has something changed?' : 'Anything else to tell us?'}</h2>
      </legend>
      {errorLine}
      {FIRST_ANSWERS.filter((answer) => !(met && answer === 'met')).map((answer) => (
        <label class="tick" key={answer}>
          <input type="radio" name="answer" value={answer} onChange={() => onChoose(answer)} />
          <span>
            {CHOICES[answer].name} <small>{CHOICES[answer].means}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
