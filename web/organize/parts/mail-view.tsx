import { useEffect, useRef } from 'preact/hooks'

/** An e-mail as it would go out. */
export type WrittenMail = { subject: string; preheader: string; html: string; text: string }

/** An e-mail as its reader will see it, and as plain text. Its links lead nowhere here. */
export function MailView({ mail }: { mail: WrittenMail }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (box.current) draw(box.current, mail.html)
  }, [mail.html])
  return (
    <div class="mail-view">
      <dl class="facts">
        <div>
          <dt>Subject</dt>
          <dd>{mail.subject}</dd>
        </div>
        <div>
          <dt>Beside the subject in an inbox</dt>
          <dd>{mail.preheader}</dd>
        </div>
      </dl>
      <div class="drawn" ref={box} />
      <details>
        <summary>As plain text</summary>
        <pre>{mail.text}</pre>
      </details>
    </div>
  )
}

const SHEETS = /<style[^>]*>([\s\S]*?)<\/style>/g

/**
 * Draws the mail apart from the page's own styles. The site's policy forbids styles that stand in HTML; those that a
 * script sets are allowed, so each is set by itself. In our mails a quote within text is always `&quot;`.
 */
function draw(box: HTMLElement, html: string): void {
  const root = box.shadowRoot ?? box.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync([...html.matchAll(SHEETS)].map(([, css = '']) => css).join('\n'))
  root.adoptedStyleSheets = [sheet]
  const plain = html.replace(SHEETS, '').replaceAll(' style="', ' data-style="')
  const { body } = new DOMParser().parseFromString(plain, 'text/html')
  for (const element of body.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = element.dataset.style ?? ''
    element.removeAttribute('data-style')
  }
  for (const link of body.querySelectorAll('a')) link.removeAttribute('href')
  // Pictures that come with a mail are not here.
  for (const picture of body.querySelectorAll('img:not([src^="data:"])')) picture.replaceWith('[Picture]')
  // The mail's own styles know the body by its class.
  const page = document.createElement('div')
  page.className = body.className
  page.style.cssText = body.dataset.style ?? ''
  page.replaceChildren(...body.childNodes)
  root.replaceChildren(page)
}
