import type { ComponentChildren } from 'preact'

type Props = { title: string; optional?: boolean; children: ComponentChildren }

/** A part of the form: a heading to jump to, and a group for screen readers, in one. */
export const Section = ({ title, optional, children }: Props) => (
  <fieldset class="section">
    <legend>
      <h2>
        {title} {optional ? <span class="optional">(optional)</span> : null}
      </h2>
    </legend>
    {children}
  </fieldset>
)
