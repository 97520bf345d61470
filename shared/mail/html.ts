import type { Block } from './blocks.ts'
import { manyLines, oneLine } from './plain.ts'

/**
 * Blocks as HTML that Gmail, Outlook and Apple Mail agree on: tables, inline styles, no images. The classes are there
 * for the dark colours alone (`page.ts`); a program that ignores them shows the light ones.
 */

export const FONT = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

export const htmlOf = (blocks: readonly Block[]): string => blocks.map(htmlOfBlock).join('\n')

const BODY = 'font-size:16px;line-height:1.5;color:#1f2933;overflow-wrap:anywhere;word-break:break-word'
const SMALL = 'font-size:13px;line-height:1.5;color:#52606d;overflow-wrap:anywhere;word-break:break-word'

function htmlOfBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.level === 1
        ? `<h1 class="ink" style="margin:0 0 16px;${BODY};font-size:24px;line-height:1.25">${inline(block.text)}</h1>`
        : `<h2 class="ink" style="margin:28px 0 8px;${BODY};font-size:17px;line-height:1.3">${inline(block.text)}</h2>`
    case 'paragraph':
      return `<p class="ink" style="margin:0 0 16px;${BODY}">${inline(block.text)}</p>`
    case 'list':
      return listOf(block.ordered ? 'ol' : 'ul', block.items)
    case 'quote':
      return `<blockquote dir="auto" class="ink quote" style="margin:0 0 16px;padding:12px 16px;background-color:#eef4f7;border-left:4px solid #0b5c74;${BODY}">${manyLines(block.text).map(escaped).join('<br>')}</blockquote>`
    case 'address':
      return `<p class="ink" style="margin:0 0 16px;${BODY}">${inline(block.label)}: ${anchor(`mailto:${mailto(block.email)}`, block.email)}</p>`
    case 'button':
      return buttonOf(block.label, block.url)
    case 'link':
      return `<p class="soft" style="margin:0 0 12px;${SMALL}">${anchor(block.url, block.label)}</p>`
    case 'note':
      return `<p class="soft" style="margin:0 0 12px;${SMALL}">${inline(block.text)}</p>`
  }
}

const inline = (text: string): string => escaped(oneLine(text))

const anchor = (url: string, label: string): string =>
  `<a class="link" href="${escaped(url)}" style="color:#0b5c74;text-decoration:underline">${inline(label)}</a>`

/** RFC 6068 §2: what means something in a URL is percent-encoded in the address. */
const mailto = (email: string): string => encodeURIComponent(oneLine(email)).replaceAll('%40', '@')

function listOf(tag: 'ol' | 'ul', items: readonly string[]): string {
  const rows = items.map((item) => `<li style="margin:0 0 8px">${inline(item)}</li>`).join('')
  return `<${tag} class="ink" style="margin:0 0 16px;padding:0 0 0 24px;${BODY}">${rows}</${tag}>`
}

/** A table cell carries the colour, because Outlook paints no padding on a link. At least 48 px high, for a thumb. */
const buttonOf = (label: string, url: string): string =>
  `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 20px"><tr>
<td class="button" bgcolor="#0b5c74" style="border-radius:8px;background-color:#0b5c74;mso-padding-alt:14px 24px"><a class="button-text" href="${escaped(url)}" style="display:inline-block;padding:14px 24px;text-align:center;font-family:${FONT};font-size:16px;line-height:1.4;font-weight:600;color:#ffffff;text-decoration:none">${inline(label)}</a></td>
</tr></table>`
