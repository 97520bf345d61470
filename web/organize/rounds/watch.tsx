import { useRef } from 'preact/hooks'
import type { Problem } from '../../api.ts'
import { figure } from '../parts/counted.ts'
import type { Round } from './answers.ts'
import { phaseInWords, shareDone, stageOf } from './phases.ts'
import { type Sign, timeLeft, timeLeftInWords } from './time-left.ts'

/** How far a round has come that works now. Screen readers hear of a new phase, and not of each step. */
export function Watch({ round, problem }: { round: Round; problem?: Problem | undefined }) {
  const { progress, publish } = round
  const stage = stageOf(progress)
  const { share, left } = useProgress(round)
  const { done, total } = progress
  return (
    <div class="card watch">
      <p role="status">
        <strong>{phaseInWords(progress)}</strong>
      </p>
      <progress
        max={1}
        value={share}
        aria-label={stage === 'pairing' ? 'How far the pairing is' : 'How far publishing is'}
      />
      <p class="hint">
        {Math.floor(share * 100)} %{total > 0 ? ` · ${figure(done)} of ${figure(total)}` : ''}
        {left === undefined ? '' : ` · ${timeLeftInWords(left)}`}
      </p>
      <p>
        {publish && stage === 'pairing' ? 'Its pairs are introduced as soon as they are found. ' : ''}
        It goes on by itself: you can leave this page, and come back.
      </p>
      {problem ? (
        <p class="notice bad">
          We cannot see how it goes just now{problem.status === 401 ? '' : ', and keep trying'}. {problem.sentence}
        </p>
      ) : null}
    </div>
  )
}

/** The bar never goes back, though a round may come to an earlier phase again. */
function useProgress({ roundId, progress }: Round) {
  const seen = useRef<{ key: string; first: Sign; last: Sign }>(undefined)
  const key = `${roundId} ${stageOf(progress)}`
  const before = seen.current?.key === key ? seen.current : undefined
  const now = { at: performance.now(), share: Math.max(before?.last.share ?? 0, shareDone(progress)) }
  const first = before?.first ?? now
  seen.current = { key, first, last: now }
  return { share: now.share, left: timeLeft(first, now) }
}
