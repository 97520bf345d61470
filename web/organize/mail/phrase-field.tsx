import { useId, useRef } from 'preact/hooks'
import type { Phrase } from './answers.ts'

type Props = {
  phrase: Phrase
  draft: string | null | undefined
  error: string | undefined
  /** Written in last: only there stands what can be merged in, since there are many fields. */
  active: boolean
  onFocus: () => void
  onChange: (text: string | null) => void
}

/** One phrase of an e-mail, with what may be merged into it. */
export function PhraseField({ phrase, draft, error, active, onFocus, onChange }: Props) {
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const { label, original, text, fields } = phrase
  const value = draft === null ? original : (draft ?? text ?? original)
  const insert = (name: string) => {
    const { current } = area
    if (!current) return
    current.setRangeText(`{${name}}`, current.selectionStart, current.selectionEnd, 'end')
    current.focus()
    onChange(current.value)
  }
  const merges = active ? fields : []
  const described = [merges.length ? `${id}-fields` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        ref={area}
        rows={Math.min(8, Math.ceil((value.length + 1) / 50))}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        onFocus={onFocus}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {error ? (
        <p class="error" id={`${id}-error`}>
          <span class="hidden">Error: </span>
          {error}
        </p>
      ) : null}
      {merges.length ? (
        <p class="hint" id={`${id}-fields`}>
          <span class="hidden">Can be merged in: </span>
          {merges.map(({ name, example }) => (
            <button
              key={name}
              type="button"
              class="merge"
              title={`e.g. ${example}`}
              aria-label={`Merge in ${name}, e.g. ${example}`}
              onClick={() => insert(name)}
            >
              {`{${name}}`}
            </button>
          ))}
        </p>
      ) : null}
      {value === original ? null : (
        <div class="original">
          <p class="hint">Original: {original}</p>
          <button type="button" class="link" onClick={() => onChange(null)}>
            Back to the original<span class="hidden"> of: {label}</span>
          </button>
        </div>
      )}
    </div>
  )
}
