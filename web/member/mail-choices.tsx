import type { TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import { MAIL_CHOICES, type MailChoice } from '../../shared/domain/profile.ts'
import { MailOff } from '../answers.ts'
import { ask } from '../api.ts'
import { Alert, Button } from '../parts/feedback.tsx'
import { useRequest } from '../parts/use-request.ts'

const WORDS: Record<MailChoice, { name: string; means: string }> = {
  'left-out': {
    name: 'When a round found nobody for me',
    means: 'Why, and what would help. Rounds look for you all the same.',
  },
  reminders: { name: 'Reminders', means: 'When you have not answered an introduction.' },
  'follow-ups': { name: 'How it is going', means: 'Some days and weeks after an introduction.' },
}

/** Which mail comes; a tick is a yes. Introductions come to everybody who takes part. */
export function MailChoicesForm({ token, off }: { token: string; off: readonly MailChoice[] }) {
  const [saved, setSaved] = useState(false)
  const { busy, problem, send } = useRequest()
  const save = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setSaved(false)
    const wanted = new FormData(event.currentTarget).getAll('mail')
    const body = { off: MAIL_CHOICES.filter((choice) => !wanted.includes(choice)) }
    const answer = await send(() => ask(MailOff, { method: 'PATCH', path: '/me/mail', token, body }))
    if (answer?.ok) setSaved(true)
  }
  return (
    <form class="card" onSubmit={save} onChange={() => setSaved(false)}>
      <fieldset class="group">
        <legend>E-mails that I want</legend>
        {MAIL_CHOICES.map((choice) => (
          <label class="tick" key={choice}>
            <input type="checkbox" name="mail" value={choice} defaultChecked={!off.includes(choice)} />
            <span>
              {WORDS[choice].name} <small>{WORDS[choice].means}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="hint">Introductions, and what you ask for yourself, always come. To get no introductions, pause.</p>
      <Alert problem={problem} />
      <div role="status">
        {saved ? <p class="notice good">Saved: these are the e-mails you get from now on.</p> : null}
      </div>
      <Button type="submit" kind="quiet" busy={busy}>
        Save my choice
      </Button>
    </form>
  )
}
