import type { ComponentChildren } from 'preact'

/** A part of a form: a heading to jump to, and a group for screen readers, in one. */
export const FormSection = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <fieldset class="section">
    <legend>
      <h2>{title}</h2>
    </legend>
    {children}
  </fieldset>
)
