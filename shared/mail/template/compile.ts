import { readFileSync } from 'node:fs'
import mjml2html from 'mjml'

const SOURCE = new URL('mail.mjml', import.meta.url)

/** The text of `compiled.ts`: the HTML of the page and of each kind of block, the same for the same source. */
export async function compiledMail(): Promise<string> {
  const { html } = await mjml2html(readFileSync(SOURCE, 'utf8'), {
    validationLevel: 'strict',
    keepComments: false,
    // Else it would fetch those of Google's that it finds among the names of fonts.
    fonts: {},
  })
  const parts = new Map<string, string>()
  parts.set('page', cut(html.replace(/\s*\n\s*/g, '\n'), parts))
  const lines = [...parts].map(([name, part]) => `  ${name}: \`${part.trim()}\`,`)
  return `/** Compiled from mail.mjml by \`npm run build:mail\`. */
export const PARTS = {
${lines.join('\n')}
} as const
`
}

/** What is left of the HTML when `{{#x}}…{{/x}}` are taken out of it and put among the parts, innermost first. */
const cut = (html: string, parts: Map<string, string>): string =>
  html.replace(/\{\{#(\w+)\}\}(.*?)\{\{\/\1\}\}/gs, (_, name: string, inner: string) => {
    const part = cut(inner, parts)
    if (parts.has(name)) throw new Error(`There are two parts ${name} in mail.mjml.`)
    parts.set(name, part)
    return ''
  })
