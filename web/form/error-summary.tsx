import { useContext, useLayoutEffect, useRef } from 'preact/hooks'
import type { FieldErrors } from './check.ts'
import { ALL_LABELS, inFormOrder, type Labels, labelOf } from './labels.ts'
import { VoiceContext } from './voices.ts'

type Props = {
  errors: FieldErrors
  /** Shows the part of the form that has the field, where not all of it is shown. */
  onGoTo?: (field: string) => void
  /** Of a form that is not about a profile. */
  labels?: Labels
}

/** All that is wrong, on top, with a way to each field. Takes the focus whenever the errors are new. */
export function ErrorSummary({ errors, onGoTo, labels: own }: Props) {
  const voice = useContext(VoiceContext)
  const labels = own ?? ALL_LABELS[voice]
  const box = useRef<HTMLElement>(null)
  useLayoutEffect(() => box.current?.focus(), [errors])
  const wrong = inFormOrder(Object.entries(errors), labels)
  if (wrong.length === 0) return null
  return (
    <section class="notice bad" ref={box} tabIndex={-1} aria-labelledby="errors-title">
      <h2 id="errors-title">{wrong.length === 1 ? 'One answer needs' : `${wrong.length} answers need`} another look</h2>
      <ul>
        {wrong.map(([field, message]) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault()
                onGoTo?.(field)
                if (onGoTo) setTimeout(() => focusOn(field), 50)
                else focusOn(field)
              }}
            >
              {labelOf(field, labels)}
            </a>
            : {message}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The fragment is left alone: on a member's page it holds the token. */
function focusOn(field: string) {
  const target = document.getElementById(field)
  target?.closest('details')?.setAttribute('open', '')
  const control = target?.matches('input, select, textarea') ? target : target?.querySelector('input')
  control?.focus()
  target?.scrollIntoView({ block: 'start' })
}
