import type { MailFacts } from '../shared/domain/mail-facts.ts'
import type { Message } from '../shared/mail/layout.ts'
import { escaped } from '../shared/mail/template/fill.ts'

/** What to look at: which mail, and how. */
export type View = { mail: number; scheme: 'light' | 'dark'; width: 'phone' | 'desktop' }

type Page = { view: View; everyMail: readonly MailFacts[]; message: Message }

/** The page of the preview: the list of mails, the switches, and the chosen mail in a frame and as text. */
export const previewPage = ({ view, everyMail, message }: Page): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(message.subject)} · Mail preview</title>
<style>${STYLE}</style>
</head>
<body>
<nav aria-label="Mails"><ol>${everyMail.map((facts, mail) => `<li>${to({ ...view, mail }, titleOf(facts), mail === view.mail)}</li>`).join('')}</ol></nav>
<main>
<p>${to({ ...view, scheme: 'light' }, 'Light', view.scheme === 'light')} ${to({ ...view, scheme: 'dark' }, 'Dark', view.scheme === 'dark')} ·
${to({ ...view, width: 'phone' }, 'Phone', view.width === 'phone')} ${to({ ...view, width: 'desktop' }, 'Desktop', view.width === 'desktop')} ·
<a href="/html?${queryOf(view)}">HTML alone</a> <a href="/mail.eml?${queryOf(view)}" download="${view.mail + 1}.eml">As a file for a mail program</a></p>
<h1>${escaped(message.subject)}</h1>
<p class="preheader">${escaped(message.preheader)}</p>
<iframe title="The mail as HTML" src="/html?${queryOf(view)}" style="width:${view.width === 'phone' ? '362px' : '100%'}"></iframe>
<h2>As text</h2>
<pre>${escaped(message.text)}</pre>
</main>
</body>
</html>
`

/**
 * The mail's own HTML as programs show it that are light or dark, whatever the browser is. Its links lead nowhere: they
 * are examples.
 */
export const inScheme = (html: string, scheme: View['scheme']): string =>
  html
    .replaceAll('(prefers-color-scheme: dark)', scheme === 'dark' ? 'all' : 'not all')
    .replaceAll('light dark', scheme)
    .replaceAll(/ href="[^"]*"/g, ' href="#"')

/** E.g. `match-over · mentor · left`. */
const titleOf = (facts: MailFacts): string =>
  [facts.kind, 'role' in facts && facts.role, 'because' in facts && facts.because].filter(Boolean).join(' · ')

const queryOf = ({ mail, scheme, width }: View): string => `mail=${mail}&amp;scheme=${scheme}&amp;width=${width}`

const to = (view: View, label: string, isHere: boolean): string =>
  `<a href="/?${queryOf(view)}"${isHere ? ' aria-current="true"' : ''}>${escaped(label)}</a>`

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
body { display: grid; grid-template-columns: 16rem minmax(0, 1fr); gap: 1.5rem; margin: 1rem }
@media (max-width: 700px) { body { display: block } }
[aria-current] { font-weight: bold; color: inherit; text-decoration: none }
h1 { font-size: 1.3rem; margin: 0 } h2 { font-size: 1rem }
.preheader { margin: 0 0 1rem; opacity: .75 }
iframe { box-sizing: border-box; display: block; height: 75vh; max-width: 100%; border: 1px solid #8888; background: #fff }
pre { max-width: 100%; overflow-x: auto; padding: 1rem; border: 1px solid #8888 }
`
