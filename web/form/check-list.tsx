import { useState } from 'preact/hooks'
import { ProfilePatch } from '../../shared/domain/profile-form.ts'
import type { Choice } from '../lab-words.ts'
import { useField } from './field.tsx'

type Props = {
  name: 'departments' | 'topics' | 'credentials' | 'meeting' | 'languages'
  legend: string
  terms: readonly Choice[]
  chosen: readonly string[]
  optional?: boolean
}

/** Several of a list. Where fewer than all may be chosen, it counts along, aloud too. */
export function CheckList({ name, legend, terms, chosen, optional }: Props) {
  const most = mostOf(name, terms)
  const [count, setCount] = useState(chosen.length)
  const { described, invalid, hintLine, errorLine } = useField(
    name,
    most < terms.length && (
      <span class={count > most ? 'too-many' : undefined} aria-live="polite">
        Choose up to {most}: {count} chosen so far
      </span>
    ),
  )
  return (
    <fieldset
      class="field group"
      id={name}
      aria-describedby={described}
      onChange={(event) => setCount(event.currentTarget.querySelectorAll(':checked').length)}
    >
      <legend>
        {legend} {optional ? <span class="optional">(optional)</span> : null}
      </legend>
      {hintLine}
      {errorLine}
      <div class="choices">
        {terms.map(({ code, name: words, means }) => (
          <label class="tick" key={code}>
            <input
              type="checkbox"
              name={name}
              value={code}
              defaultChecked={chosen.includes(code)}
              aria-invalid={invalid}
              aria-labelledby={`${name}-${code}`}
              aria-describedby={means ? `${name}-${code}-means` : undefined}
            />
            <span>
              <span id={`${name}-${code}`}>{words}</span>
              {means ? <small id={`${name}-${code}-means`}>{means}</small> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** How many the schema takes, found by asking it: the rule is written down there alone. */
const mostOf = (name: Props['name'], terms: readonly Choice[]): number =>
  terms.findLastIndex(
    (_, last) => ProfilePatch.safeParse({ [name]: terms.slice(0, last + 1).map(({ code }) => code) }).success,
  ) + 1
