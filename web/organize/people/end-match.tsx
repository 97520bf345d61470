import { useState } from 'preact/hooks'
import { useRequest } from '../../parts/use-request.ts'
import { useAsking } from '../asking.ts'
import { useNotices } from '../notices.tsx'
import { AskFirst } from '../parts/ask-first.tsx'
import { Ended, type Match } from './answers.ts'
import { nameOf } from './words.ts'

type Props = { match: Match; onEnded: () => void }

/** Ends an open match. Both are free again, and never paired with each other again. */
export function EndMatch({ match, onEnded }: Props) {
  const { ask } = useAsking()
  const say = useNotices()
  const { busy, problem, send } = useRequest()
  const [tell, setTell] = useState(true)
  const partner = match.partner ? nameOf(match.partner) : 'somebody'
  const end = async () => {
    const path = `/organizer/matches/${encodeURIComponent(match.matchId)}/end`
    const answer = await send(() => ask(Ended, { method: 'POST', path, body: { tell } }))
    if (!answer?.ok) return false
    onEnded()
    say({ words: tell ? 'The match has ended. Both hear of it by e-mail.' : 'The match has ended. Nobody was told.' })
    return true
  }
  return (
    <AskFirst
      label="End this match"
      question={`End the match with ${partner}?`}
      yes="End the match"
      no="Keep it"
      busy={busy}
      problem={problem}
      onYes={end}
    >
      <p>Both are free for the next round, which never pairs the two of them again. This cannot be undone.</p>
      <label class="tick">
        <input type="checkbox" checked={tell} onChange={({ currentTarget }) => setTell(currentTarget.checked)} />
        <span>Tell both by e-mail</span>
      </label>
    </AskFirst>
  )
}
