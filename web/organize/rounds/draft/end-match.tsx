import { useState } from 'preact/hooks'
import * as z from 'zod'
import { useRequest } from '../../../parts/use-request.ts'
import { useAsking } from '../../asking.ts'
import { useNotices } from '../../notices.tsx'
import { AskFirst } from '../../parts/ask-first.tsx'
import type { RoundMatch } from '../answers.ts'
import { nameOf } from '../names.ts'

const Ended = z.object({ status: z.string() })

/** Ends a match that goes on, in the place of the two. */
export function EndMatch({ match, onEnded }: { match: RoundMatch; onEnded: () => void }) {
  const { ask } = useAsking()
  const say = useNotices()
  const { busy, problem, send } = useRequest()
  const [tell, setTell] = useState(true)
  const [mentee, mentor] = [nameOf(match.mentee), nameOf(match.mentor)]
  const end = async () => {
    const path = `/organizer/matches/${match.matchId}/end`
    const answer = await send(() => ask(Ended, { method: 'POST', path, body: { tell } }))
    if (!answer?.ok) return false
    say({ words: `The match of ${mentee} and ${mentor} has ended.` })
    onEnded()
    return true
  }
  return (
    <AskFirst
      label="End it"
      about={`${mentee} and ${mentor}`}
      question={`End the match of ${mentee} and ${mentor}?`}
      yes="End the match"
      busy={busy}
      problem={problem}
      onYes={end}
    >
      <p>Both are free again, and are never paired with each other again. That cannot be undone.</p>
      <label class="tick">
        <input type="checkbox" checked={tell} onChange={({ currentTarget }) => setTell(currentTarget.checked)} />
        <span>Tell both by e-mail</span>
      </label>
    </AskFirst>
  )
}
