import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { type Numbers, NumbersTable } from './numbers.tsx'
import './chart.css'

type Props = {
  title: string
  /** Says what the chart shows, for those who do not look at it, and for those who do. */
  sentence: string
  /** What stands behind the chart. */
  numbers: Numbers
  /** What can be pressed stands beside the drawing, as the drawing is one picture for screen readers. */
  tools?: ComponentChildren
  /** A drawing; or, when `isControl`, something that is used, and says itself what it is. */
  children: ComponentChildren
  isControl?: boolean
}

/** A chart with its title, a sentence that says what it shows, and a table of its numbers behind it. */
export function Chart({ title, sentence, numbers, tools, children, isControl }: Props) {
  const id = useId()
  return (
    <section class="card chart" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{title}</h3>
      <p id={`${id}-says`}>{sentence}</p>
      {numbers.rows.length === 0 ? null : isControl ? (
        children
      ) : (
        <div role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-says`}>
          {children}
        </div>
      )}
      {tools}
      {numbers.rows.length === 0 ? null : (
        <details>
          <summary>As a table</summary>
          <NumbersTable label={title} {...numbers} />
        </details>
      )}
    </section>
  )
}
