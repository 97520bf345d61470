import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Term } from '../../shared/domain/taxonomy.ts'
import type { FieldErrors } from './check.ts'
import { VoiceContext } from './voices.ts'

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

/** The control's own attributes, made for it by the field around. */
type Control = ReturnType<typeof controlOf>

const controlOf = ({ name, optional }: FieldProps, { described, invalid }: ReturnType<typeof useField>) => ({
  id: name,
  name,
  required: !optional,
  'aria-describedby': described,
  'aria-invalid': invalid,
})

/** Label, hint, control and error, in the order in which they are read. */
function Field({ children, ...field }: FieldProps & { children: (control: Control) => ComponentChildren }) {
  const { name, label, optional } = field
  const tied = useField(name, field.hint)
  return (
    <div class="field">
      <label for={name}>
        {label} {optional ? <span class="optional">(optional)</span> : null}
      </label>
      {tied.hintLine}
      {children(controlOf(field, tied))}
      {tied.errorLine}
    </div>
  )
}

type TextProps = FieldProps & {
  value: string
  kind?: 'text' | 'email' | 'tel' | 'number' | 'date'
  autocomplete?: 'given-name' | 'family-name' | 'email' | 'tel' | 'organization' | 'organization-title'
}

/** What a browser knows about its user is offered only where the form is about them. */
export function TextField({ value, kind = 'text', autocomplete, ...field }: TextProps) {
  const knows = useContext(VoiceContext) === 'you' ? autocomplete : 'off'
  return (
    <Field {...field}>
      {(control) => {
        const attributes = { ...control, autocomplete: knows, defaultValue: value }
        if (kind === 'email') return <input type="email" {...attributes} />
        if (kind === 'tel') return <input type="tel" {...attributes} />
        if (kind === 'date') return <input type="date" class="date" {...attributes} />
        if (kind === 'number') return <input type="text" inputMode="numeric" class="short" {...attributes} />
        return <input type="text" {...attributes} />
      }}
    </Field>
  )
}

export const TextArea = ({ value, rows = 6, ...field }: FieldProps & { value: string; rows?: number }) => (
  <Field {...field}>{(control) => <textarea {...control} rows={rows} defaultValue={value} />}</Field>
)

type SelectProps = FieldProps & {
  terms: readonly Term[]
  value: string
  /** What stands there before anything is chosen. */
  none?: string
  onChoose?: (code: string) => void
}

export const SelectField = ({ terms, value, none = 'Please choose', onChoose, ...field }: SelectProps) => (
  <Field {...field}>
    {(control) => (
      <select {...control} onChange={(event) => onChoose?.(event.currentTarget.value)}>
        <option value="">{none}</option>
        {terms.map(({ code, name: words }) => (
          <option key={code} value={code} selected={code === value}>
            {words}
          </option>
        ))}
      </select>
    )}
  </Field>
)

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
