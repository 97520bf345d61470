import type { Line } from './use-door.ts'
import { clock, type News, waitInWords } from './words.ts'

type Props = {
  line: Line
  waiting: number
  asOf: string
  timeZone: string
  signIn?: (() => void) | undefined
}

/** How this phone stands with the server; nothing when all is well. */
export function Standing({ line, waiting, asOf, timeZone, signIn }: Props) {
  const text = [inWords(line, clock(asOf, timeZone)), waiting > 0 ? waitInWords(waiting) : ''].join(' ')
  return (
    <div role="status">
      {line === 'fine' ? null : <p class="notice bad">{text}</p>}
      {signIn ? (
        <button type="button" class="button" onClick={signIn}>
          Sign in again
        </button>
      ) : null}
    </div>
  )
}

function inWords(line: Line, since: string): string {
  switch (line) {
    case 'fine':
      return ''
    case 'offline':
      return `No network. You can go on: this is the list of ${since}.`
    case 'signed-out':
      return 'You are signed out. What you do here is kept, and sent when you sign in again.'
    case 'refused':
      return 'This account may not look after this door any more. Please ask an organizer.'
  }
}

/** What the last tap was answered; read aloud at once. */
export const Answer = ({ news }: { news: News | undefined }) => (
  <div role="alert">{news ? <p class={`notice ${news.tone}`}>{news.text}</p> : null}</div>
)

/** What turned out differently when it was sent at last. */
export const Conflicts = ({ conflicts, onUnderstood }: { conflicts: readonly News[]; onUnderstood: () => void }) =>
  conflicts.length === 0 ? null : (
    <section class="notice bad" aria-labelledby="conflicts">
      <h2 id="conflicts">Please note</h2>
      <ul>
        {conflicts.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <button type="button" class="button quiet" onClick={onUnderstood}>
        Understood
      </button>
    </section>
  )
