import { PARTS } from './compiled.ts'

type Parts = typeof PARTS

/** The names in `{{name}}` and `{{{name}}}`. */
type SlotsIn<Html extends string> = Html extends `${string}{{${infer Slot}}}${infer Rest}`
  ? (Slot extends `{${infer Name}` ? Name : Slot) | SlotsIn<Rest>
  : never

/**
 * A part of the template with its slots filled: in `{{name}}` text, which is escaped; in `{{{name}}}` HTML, as it is.
 * Braces in what is filled in mean nothing.
 */
export function fill<Part extends keyof Parts>(part: Part, slots: Record<SlotsIn<Parts[Part]>, string>): string {
  const values = new Map<string, string>(Object.entries(slots))
  return PARTS[part].replace(/\{\{(\{?)(\w+)\}?\}\}/g, (_, isHtml: string, name: string) => {
    const value = values.get(name) ?? ''
    return isHtml ? value : escaped(value)
  })
}

export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
