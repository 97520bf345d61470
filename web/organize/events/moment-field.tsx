import type { ComponentChildren } from 'preact'
import { useField } from '../../form/field.tsx'
import { FIELD_NAMES } from './words.ts'

type Props = {
  name: 'startsAt' | 'endsAt' | 'registration.opensAt' | 'registration.closesAt'
  value: string
  hint?: string
  optional?: boolean
  /** What the time means, as soon as it is one. */
  children?: ComponentChildren
}

/** A day and a time, as the clock shows them where the event is. */
export function MomentField({ name, value, hint, optional, children }: Props) {
  const { described, invalid, hintLine, errorLine } = useField(name, hint)
  return (
    <div class="field">
      <label for={name}>
        {FIELD_NAMES[name]} {optional ? <span class="optional">(optional)</span> : null}
      </label>
      {hintLine}
      <input
        id={name}
        name={name}
        type="datetime-local"
        class="moment"
        max="2199-12-31T23:59"
        required={!optional}
        value={value}
        aria-describedby={described}
        aria-invalid={invalid}
      />
      {errorLine}
      <p class="hint meant" aria-live="polite">
        {invalid ? null : children}
      </p>
    </div>
  )
}
