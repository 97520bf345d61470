import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Term } from '../../shared/domain/taxonomy.ts'
import type { FieldErrors } from './check.ts'

/** What is wrong in the form around; each field finds its own error by its name. */
export const Errors = createContext<FieldErrors>({})

/** Ties a field to its hint and its error for screen readers. */
export function useField(name: string, hint?: ComponentChildren) {
  const error = useContext(Errors)[name]
  const described = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ')
  return {
    error,
    described: described || undefined,
    invalid: error ? true : undefined,
    hintLine: hint ? (
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
    ) : null,
    errorLine: error ? (
      <p class="error" id={`${name}-error`}>
        <span class="hidden">Error: </span>
        {error}
      </p>
    ) : null,
  }
}

type FieldProps = { name: string; label: string; hint?: string; optional?: boolean }

const Label = ({ name, label, optional }: FieldProps) => (
  <label for={name}>
    {label} {optional ? <span class="optional">(optional)</span> : null}
  </label>
)

type TextProps = FieldProps & {
  value: string
  kind?: 'text' | 'email' | 'number'
  autocomplete?: 'given-name' | 'family-name' | 'email' | 'organization'
}

export function TextField({ value, kind = 'text', autocomplete, ...field }: TextProps) {
  const { name, optional } = field
  const { described, invalid, hintLine, errorLine } = useField(name, field.hint)
  const attributes = {
    id: name,
    name,
    autocomplete,
    defaultValue: value,
    required: !optional,
    'aria-describedby': described,
    'aria-invalid': invalid,
  }
  return (
    <div class="field">
      <Label {...field} />
      {hintLine}
      {kind === 'email' ? <input type="email" {...attributes} /> : null}
      {kind === 'number' ? <input type="text" inputMode="numeric" class="short" {...attributes} /> : null}
      {kind === 'text' ? <input type="text" {...attributes} /> : null}
      {errorLine}
    </div>
  )
}

export function TextArea({ value, ...field }: FieldProps & { value: string }) {
  const { name, optional } = field
  const { described, invalid, hintLine, errorLine } = useField(name, field.hint)
  return (
    <div class="field">
      <Label {...field} />
      {hintLine}
      <textarea
        id={name}
        name={name}
        rows={6}
        defaultValue={value}
        required={!optional}
        aria-describedby={described}
        aria-invalid={invalid}
      />
      {errorLine}
    </div>
  )
}

type SelectProps = FieldProps & {
  terms: readonly Term[]
  value: string
  /** What stands there before anything is chosen. */
  none?: string
  onChoose?: (code: string) => void
}

export function SelectField({ terms, value, none = 'Please choose', onChoose, ...field }: SelectProps) {
  const { name, optional } = field
  const { described, invalid, hintLine, errorLine } = useField(name, field.hint)
  return (
    <div class="field">
      <Label {...field} />
      {hintLine}
      <select
        id={name}
        name={name}
        required={!optional}
        aria-describedby={described}
        aria-invalid={invalid}
        onChange={(event) => onChoose?.(event.currentTarget.value)}
      >
        <option value="">{none}</option>
        {terms.map(({ code, name: words }) => (
          <option key={code} value={code} selected={code === value}>
            {words}
          </option>
        ))}
      </select>
      {errorLine}
    </div>
  )
}

type TickProps = { name: string; checked: boolean; required?: boolean; children: ComponentChildren }

/** One checkbox that stands for itself. */
export function Tick({ name, checked, required, children }: TickProps) {
  const { described, invalid, errorLine } = useField(name)
  return (
    <div class="field">
      <label class="tick">
        <input
          id={name}
          name={name}
          type="checkbox"
          defaultChecked={checked}
          required={required}
          aria-describedby={described}
          aria-invalid={invalid}
        />
        <span>{children}</span>
      </label>
      {errorLine}
    </div>
  )
}
