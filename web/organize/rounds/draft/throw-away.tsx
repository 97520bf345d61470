import * as z from 'zod'
import { useRequest } from '../../../parts/use-request.ts'
import { useAsking } from '../../asking.ts'
import { useNotices } from '../../notices.tsx'
import { AskFirst } from '../../parts/ask-first.tsx'
import { go } from '../../place.ts'
import type { Round } from '../answers.ts'

const ThrownAway = z.object({ status: z.string() })

/** Throws a draft away; nobody has heard of it. */
export function ThrowAway({ round: { roundId } }: { round: Round }) {
  const { ask } = useAsking()
  const say = useNotices()
  const { busy, problem, send } = useRequest()
  const throwAway = async () => {
    const answer = await send(() => ask(ThrownAway, { method: 'DELETE', path: `/organizer/rounds/${roundId}` }))
    if (!answer?.ok) return false
    say({ words: 'The draft is thrown away.' })
    go('rounds')
    return true
  }
  return (
    <p class="gap">
      <AskFirst
        kind="danger"
        label="Throw this draft away"
        question="Throw this draft away?"
        yes="Throw it away"
        busy={busy}
        problem={problem}
        onYes={throwAway}
      >
        <p>Its pairs are gone for good. Nobody has heard of them; everybody in it waits for the next round.</p>
      </AskFirst>
    </p>
  )
}
