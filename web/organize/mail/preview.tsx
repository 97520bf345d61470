import { useEffect, useState } from 'preact/hooks'
import type * as z from 'zod'
import type { Problem } from '../../api.ts'
import { Alert, Button } from '../../parts/feedback.tsx'
import { useAsking } from '../asking.ts'
import { MailView } from '../parts/mail-view.tsx'
import { Written } from './answers.ts'

/** So long after the last key, in milliseconds, the preview is written again. */
const PAUSE = 500

type Props = {
  path: string
  phrases: Readonly<Record<string, string | null>>
  /** Hears what is wrong with the words, or that nothing is. */
  onWrong: (problem: Problem | undefined) => void
}

/** The e-mail with the words as they are typed. */
export function Preview({ path, phrases, onWrong }: Props) {
  const { ask } = useAsking()
  const [written, setWritten] = useState<z.output<typeof Written>>()
  const [problem, setProblem] = useState<Problem>()
  const [chosen, setChosen] = useState(0)
  const typed = JSON.stringify(phrases)
  // Whoever will not sign in again now types on in peace.
  const refused = problem?.status === 401
  useEffect(() => {
    if (refused) return
    const over = new AbortController()
    const write = async () => {
      const body = { phrases }
      const answer = await ask(Written, { method: 'POST', path: `${path}/preview`, body, signal: over.signal })
      if (over.signal.aborted) return
      if (answer.ok) setWritten(answer.value)
      setProblem(answer.ok ? undefined : answer.problem)
      onWrong(answer.ok ? undefined : answer.problem)
    }
    const timer = setTimeout(write, written ? PAUSE : 0)
    return () => {
      over.abort()
      clearTimeout(timer)
    }
  }, [path, typed, refused])
  const example = written?.examples[chosen] ?? written?.examples[0]
  return (
    <section class="card" aria-labelledby="preview">
      <h2 id="preview">Preview</h2>
      {written && written.examples.length > 1 ? (
        <label class="choose">
          <span>As it goes to</span>
          <select value={String(chosen)} onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}>
            {written.examples.map(({ name }, index) => (
              <option key={name} value={String(index)}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <Alert problem={problem} />
      {refused ? (
        <Button kind="quiet" onClick={() => setProblem(undefined)}>
          Preview it again
        </Button>
      ) : null}
      {example ? <MailView mail={example} /> : problem ? null : <p role="status">One moment…</p>}
    </section>
  )
}
