import type { Block } from './blocks.ts'
import { manyLines, oneLine } from './plain.ts'

/** Blocks as plain text. A link stands alone on its line, unbroken, so that every mail program finds where it ends. */

const COLUMNS = 72

export const textOf = (blocks: readonly Block[]): string => blocks.map(textOfBlock).join('\n\n')

function textOfBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return underlined(oneLine(block.text), block.level === 1 ? '=' : '-')
    case 'paragraph':
    case 'note':
    case 'code':
      return wrap(oneLine(block.text))
    case 'list':
      return block.items.map((item, i) => wrap(oneLine(item), block.ordered ? `${i + 1}. ` : '- ')).join('\n')
    case 'quote':
      return manyLines(block.text)
        .map((line) => (line ? wrap(line, '> ', '> ') : '>'))
        .join('\n')
    case 'address':
      return `${oneLine(block.label)}: ${oneLine(block.email)}`
    case 'button':
    case 'link':
      return `${wrap(`${oneLine(block.label)}:`)}\n${block.url}`
  }
}

function underlined(text: string, mark: string): string {
  const lines = wrap(text)
  return `${lines}\n${mark.repeat(Math.max(...lines.split('\n').map((line) => Math.min(line.length, COLUMNS))))}`
}

/** Breaks between words only: a long word, such as an address, stays whole. */
function wrap(text: string, first = '', rest = ' '.repeat(first.length)): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line && first.length + line.length + 1 + word.length > COLUMNS) {
      lines.push(line)
      line = word
    } else {
      line = line ? `${line} ${word}` : word
    }
  }
  return [...lines, line].map((part, i) => (i === 0 ? first : rest) + marked(part)).join('\n')
}

/** A bare link on a line is one of ours. One that came with somebody's words gets brackets (RFC 3986, appendix C). */
const marked = (line: string): string => (/^https?:\S*$/i.test(line) ? `<${line}>` : line)
