import { Alert, Button } from '../../parts/feedback.tsx'
import { useAsking } from '../asking.ts'
import { figure, many } from '../parts/counted.ts'
import { bring, stop } from './importing.ts'
import type { Run } from './pieces.ts'

type Props = { which: 'look' | 'run'; run: Run }

/** How far it is, with a way to stop and to go on. Gone when it is done. */
export function Progress({ which, run }: Props) {
  const { ask } = useAsking()
  const { state, done, total, next, problem } = run
  if (state === 'done') return null
  const moves = state === 'running' || state === 'stopping'
  return (
    <div class="card import-progress">
      <p id={`${which}-progress`} role="status">
        {wordsOf(which, run)}
      </p>
      <progress aria-labelledby={`${which}-progress`} value={done} max={Math.max(1, total)} />
      <Alert problem={problem} />
      {moves ? (
        <Button kind="quiet" busy={state === 'stopping'} onClick={() => stop(which)}>
          Stop
        </Button>
      ) : (
        <Button onClick={() => bring(which, ask)}>Go on from row {next}</Button>
      )}
    </div>
  )
}

function wordsOf(which: Props['which'], { state, done, total }: Run): string {
  const far = `${figure(done)} of ${many(total, 'row')}`
  if (state === 'stopping') return `${far}. Stopping after those that are under way…`
  if (state === 'stopped') return `Stopped: ${far}. Nothing is half done.`
  if (state === 'failed') return `It stopped: ${far}. Nothing of that is lost, and nothing is half done.`
  return which === 'look' ? `Looking: ${far}. Nothing is stored.` : `Bringing people in: ${far}.`
}
