import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

type Props = { title: string; lead?: ComponentChildren; children?: ComponentChildren }

let titleBefore = ''

/** The programme's name, which the page was built with. */
const programme = document.querySelector('.brand')?.textContent

/**
 * What a page shows now. When that is replaced, the new heading takes the focus, so that screen readers and keyboards
 * start there; when the page is opened, the browser decides.
 */
export function Screen({ title, lead, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    document.title = `${title} · ${programme}`
    if (titleBefore !== '' && titleBefore !== title) heading.current?.focus()
    titleBefore = title
  }, [title])
  return (
    <>
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {lead ? <p class="lead">{lead}</p> : null}
      {children}
    </>
  )
}
