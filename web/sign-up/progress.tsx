import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Role } from '../../shared/domain/profile-form.ts'
import { PARTS, type Part, titleOf } from '../form/steps.ts'

/** How far one is. It takes the focus whenever another part is shown, so that screen readers and keyboards start there. */
export function Progress({ part, role }: { part: Part; role: Role }) {
  const line = useRef<HTMLParagraphElement>(null)
  const shown = useRef(part)
  useLayoutEffect(() => {
    if (shown.current === part) return
    shown.current = part
    line.current?.focus({ preventScroll: true })
    line.current?.scrollIntoView({ block: 'start' })
  }, [part])
  const step = PARTS.indexOf(part) + 1
  return (
    <div class="progress">
      <p tabIndex={-1} ref={line}>
        Step {step} of {PARTS.length}: <strong>{titleOf(part, role)}</strong>
      </p>
      <progress max={PARTS.length} value={step} aria-hidden="true" />
    </div>
  )
}
