import { useId } from 'preact/hooks'
import { numberIn } from './weights.ts'

type Props = {
  label: string
  hint: string
  value: number
  most: number
  slider?: true
  onChange: (value: number) => void
}

/** A whole number from 0 on; where a feeling is enough, also as a slider. */
export function NumberField({ label, hint, value, most, slider, onChange }: Props) {
  const id = useId()
  const change = ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
    onChange(numberIn(currentTarget.value, most, value))
  return (
    <div class="number-field">
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <div>
        {slider ? (
          <input
            type="range"
            aria-label={`${label}, as a slider`}
            min={0}
            max={most}
            step={10}
            value={value}
            onInput={change}
          />
        ) : null}
        <input
          id={id}
          type="number"
          inputMode="numeric"
          aria-describedby={`${id}-hint`}
          min={0}
          max={most}
          value={value}
          onInput={change}
        />
      </div>
    </div>
  )
}
