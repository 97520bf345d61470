import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { type Part, Shown } from './steps.ts'

type Props = { part: Part; title: string; optional?: boolean; children: ComponentChildren }

/**
 * A part of the form: a heading to jump to, and a group for screen readers, in one. A part that is not shown keeps what
 * was typed.
 */
export function Section({ part, title, optional, children }: Props) {
  const shown = useContext(Shown)
  return (
    <fieldset class="section" hidden={shown !== undefined && shown !== part}>
      <legend>
        <h2>
          {title} {optional ? <span class="optional">(optional)</span> : null}
        </h2>
      </legend>
      {children}
    </fieldset>
  )
}
