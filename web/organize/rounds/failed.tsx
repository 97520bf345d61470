import { momentHere } from '../parts/times.ts'
import { to } from '../place.ts'
import type { Round } from './answers.ts'
import { stateOf } from './round-words.ts'

/** A round without a result: why, and where to go on. */
export function Failed({ round }: { round: Round }) {
  const { failedBecause, startedAt } = round
  return (
    <>
      <div class={stateOf(round).kind === 'bad' ? 'notice bad' : 'notice card'}>
        <h2>{stateOf(round).words}</h2>
        <p>{failedBecause ?? 'It stopped before its draft was written. Nobody was paired.'}</p>
      </div>
      <p>It was started on {momentHere(startedAt)}. Whoever was in it still waits, and is in the next round.</p>
      <p>
        <a class="button" href={to('rounds')}>
          Go to the rounds
        </a>
      </p>
    </>
  )
}
