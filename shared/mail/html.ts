import type { Block } from './blocks.ts'
import { manyLines, oneLine } from './plain.ts'
import { escaped, fill } from './template/fill.ts'

/** Under which the picture of a QR code comes with the mail. */
export const CODE_ID = 'code@benchmate'

/** Blocks as HTML: the parts of the compiled template, filled. */
export const htmlOf = (blocks: readonly Block[]): string => blocks.map(htmlOfBlock).join('\n')

function htmlOfBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return fill(block.level === 1 ? 'title' : 'section', { text: oneLine(block.text) })
    case 'paragraph':
      return fill('paragraph', { text: oneLine(block.text) })
    case 'list':
      return fill(block.ordered ? 'numbered' : 'bullets', { items: block.items.map(itemOf).join('') })
    case 'quote':
      return fill('quote', { lines: manyLines(block.text).map(escaped).join('<br>') })
    case 'address':
      return fill('address', { label: oneLine(block.label), url: mailto(block.email), email: oneLine(block.email) })
    case 'button':
      return fill('button', { label: oneLine(block.label), url: block.url })
    case 'link':
      return fill('link', { label: oneLine(block.label), url: block.url })
    case 'note':
      return fill('note', { text: oneLine(block.text) })
    case 'code':
      return fill('code', { text: oneLine(block.text), url: `cid:${CODE_ID}` })
  }
}

const itemOf = (text: string): string => fill('item', { text: oneLine(text) })

/** RFC 6068 §2: what means something in a URL is percent-encoded in the address. */
const mailto = (email: string): string => `mailto:${encodeURIComponent(oneLine(email)).replaceAll('%40', '@')}`
