import { useState } from 'preact/hooks'
import { useField } from '../../form/field.tsx'
import { STATUS_TERMS } from './words.ts'

/** Everybody, or those in some states: `everybody` and `status` in the form. */
export function StatusFields() {
  const [all, setAll] = useState(true)
  const { described, invalid, errorLine } = useField('everybody')
  return (
    <fieldset class="field group" aria-describedby={described}>
      <legend>Who is in it</legend>
      {errorLine}
      <label class="tick">
        <input
          id="everybody"
          name="everybody"
          type="checkbox"
          checked={all}
          aria-invalid={invalid}
          onChange={({ currentTarget }) => setAll(currentTarget.checked)}
        />
        <span>Everybody who ever registered</span>
      </label>
      {all
        ? null
        : STATUS_TERMS.map(({ code, name }) => (
            <label class="tick" key={code}>
              <input type="checkbox" name="status" value={code} defaultChecked={code === 'confirmed'} />
              <span>{name}</span>
            </label>
          ))}
    </fieldset>
  )
}
