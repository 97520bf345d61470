import { useEffect, useRef } from 'preact/hooks'
import type { Problem } from '../../api.ts'
import { Alert, Button } from '../../parts/feedback.tsx'
import { figure } from './counted.ts'

type Props = {
  more: (() => void) | undefined
  busy: boolean
  problem: Problem | undefined
  shown: number
  what: string
}

/** The end of a list: goes on by itself when it comes into sight, or at the press of a button. */
export function More({ more, busy, problem, shown, what }: Props) {
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!end.current || !more || problem) return
    const sight = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) more()
      },
      { rootMargin: '600px' },
    )
    sight.observe(end.current)
    return () => sight.disconnect()
  }, [more, problem])
  return (
    <div ref={end} class="more">
      <Alert problem={problem} />
      {more ? (
        <Button kind="quiet" busy={busy} onClick={more}>
          {problem ? 'Try again' : 'Show more'}
        </Button>
      ) : null}
      <p class="hint" role="status">
        {busy ? 'Looking…' : shown > 0 ? `${figure(shown)} ${what}${more ? ' so far.' : ', that is all.'}` : ''}
      </p>
    </div>
  )
}
