import { useEffect } from 'preact/hooks'
import { to } from '../place.ts'
import { isGoing } from './phases.ts'
import { useRound } from './use-round.ts'
import { useSayEnd } from './use-say-end.ts'
import { Watch } from './watch.tsx'

/** The round that works now, above the list of all. */
export function GoingOn({ roundId, onEnd }: { roundId: string; onEnd: () => void }) {
  const { value: round, problem } = useRound(roundId)
  useSayEnd(round)
  const over = round && !isGoing(round)
  useEffect(() => {
    if (over) onEnd()
  }, [over])
  if (!round) return null
  return (
    <section aria-labelledby="going-on">
      <h2 id="going-on">A round is at work</h2>
      <Watch round={round} problem={problem} />
      <p>
        <a href={to('rounds', roundId)}>Open it</a>
      </p>
    </section>
  )
}
