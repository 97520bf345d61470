import type { ComponentChildren } from 'preact'
import type { Problem } from '../api.ts'

type ButtonProps = {
  children: ComponentChildren
  type?: 'button' | 'submit'
  kind?: 'main' | 'quiet' | 'danger'
  busy?: boolean
  onClick?: () => void
}

/** Stays focusable while busy, so that the focus is not lost; `useRequest` ignores a second press. */
export const Button = ({ children, type = 'button', kind = 'main', busy = false, onClick }: ButtonProps) => (
  <button type={type} class={`button ${kind}`} aria-disabled={busy} onClick={onClick}>
    {busy ? 'One moment…' : children}
  </button>
)

/** What went wrong, near the button that was pressed; read aloud at once. */
export const Alert = ({ problem }: { problem: Problem | undefined }) => (
  <div role="alert">{problem ? <p class="notice bad">{problem.sentence}</p> : null}</div>
)

export const Loading = () => <p role="status">One moment, we are looking it up…</p>
