import { useState } from 'preact/hooks'
import * as z from 'zod'
import { useRequest } from '../../parts/use-request.ts'
import { useAsking } from '../asking.ts'
import { useNotices } from '../notices.tsx'
import { AskFirst } from './ask-first.tsx'

const Ended = z.object({ matchId: z.string() })

/** `names`: the two of it, by name. */
type Props = { matchId: string; names: readonly [string, string]; onEnded: () => void }

/** Ends a match that goes on, in the place of the two. */
export function EndMatch({ matchId, names: [one, other], onEnded }: Props) {
  const { ask } = useAsking()
  const say = useNotices()
  const { busy, problem, send } = useRequest()
  const [tell, setTell] = useState(true)
  const end = async () => {
    const path = `/organizer/matches/${encodeURIComponent(matchId)}/end`
    const answer = await send(() => ask(Ended, { method: 'POST', path, body: { tell } }))
    if (!answer?.ok) return false
    onEnded()
    const told = tell ? 'Both hear of it by e-mail.' : 'Nobody was told.'
    say({ words: `The match of ${one} and ${other} has ended. ${told}` })
    return true
  }
  return (
    <AskFirst
      label="End the match"
      about={`of ${one} and ${other}`}
      question={`End the match of ${one} and ${other}?`}
      yes="End the match"
      no="Keep it"
      busy={busy}
      problem={problem}
      onYes={end}
    >
      <p>Both are free for the next round, which never pairs the two of them again. That cannot be undone.</p>
      <label class="tick">
        <input type="checkbox" checked={tell} onChange={({ currentTarget }) => setTell(currentTarget.checked)} />
        <span>Tell both by e-mail</span>
      </label>
    </AskFirst>
  )
}
