import { useState } from 'preact/hooks'
import { EmailAddress } from '../../../shared/domain/fields.ts'
import { Errors, TextField } from '../../form/field.tsx'
import { Alert, Button } from '../../parts/feedback.tsx'
import { useRequest } from '../../parts/use-request.ts'
import { useAsking } from '../asking.ts'
import { useNotices } from '../notices.tsx'
import { Queued } from './answers.ts'

type Props = { path: string; phrases: Readonly<Record<string, string | null>> }

/** Sends the e-mail with example names to an address of the organizer's, with the words as they are typed. */
export function SendTest({ path, phrases }: Props) {
  const { ask, who } = useAsking()
  const say = useNotices()
  const [error, setError] = useState('')
  const { busy, problem, send } = useRequest()
  const submit = async (form: HTMLFormElement) => {
    const to = EmailAddress.safeParse(new FormData(form).get('to')).data
    setError(to ? '' : 'Please enter an e-mail address, such as name@example.org.')
    if (!to) return
    const body = { to, phrases }
    const answer = await send(() => ask(Queued, { method: 'POST', path: `${path}/test`, body }))
    if (answer?.ok) say({ words: 'The test is on its way.' })
  }
  return (
    <form
      class="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit(event.currentTarget)
      }}
    >
      <h2>Send a test</h2>
      <Errors.Provider value={error ? { to: error } : {}}>
        <TextField
          name="to"
          label="To"
          kind="email"
          autocomplete="email"
          value={who.includes('@') ? who : ''}
          hint="Names and times in it are examples, and its links lead nowhere."
        />
      </Errors.Provider>
      <Alert problem={problem} />
      <Button type="submit" kind="quiet" busy={busy}>
        Send the test
      </Button>
    </form>
  )
}
