import { useState } from 'preact/hooks'
import type { Choice } from '../lab-words.ts'
import { SelectField } from './field.tsx'

type Props = { name: 'setting' | 'shift'; label: string; choices: readonly Choice[]; value: string }

/** One of a list, explained as soon as it is chosen. */
export function ChooseOne({ name, label, choices, value }: Props) {
  const [chosen, setChosen] = useState(value)
  const means = choices.find(({ code }) => code === chosen)?.means
  return (
    <div class="explained">
      <SelectField name={name} label={label} terms={choices} value={value} onChoose={setChosen} />
      <p class="hint" aria-live="polite">
        {means}
      </p>
    </div>
  )
}
