import { useEffect, useRef } from 'preact/hooks'

/** A pause this long, in milliseconds, and what was typed is looked for. */
const PAUSE = 250

type Props = { label: string; value: string; onSearch: (words: string) => void }

/** Looks for what is typed, a moment after the last key; at once on Enter. */
export function SearchBox({ label, value, onSearch }: Props) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return (
    <search class="search">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          clearTimeout(timer.current)
          const typed = new FormData(event.currentTarget).get('q')
          onSearch(typeof typed === 'string' ? typed.trim() : '')
        }}
      >
        <label>
          <span>{label}</span>
          <input
            type="search"
            name="q"
            maxLength={100}
            autocomplete="off"
            defaultValue={value}
            onInput={({ currentTarget }) => {
              clearTimeout(timer.current)
              const typed = currentTarget.value.trim()
              timer.current = setTimeout(() => onSearch(typed), PAUSE)
            }}
          />
        </label>
      </form>
    </search>
  )
}
