import type { Invitation } from '../events/calendar.ts'

/**
 * What a mail says, as a short list of blocks. HTML and plain text are both rendered from it, so that nothing is said
 * twice. Text in a block is plain: the renderers clean and escape it.
 */
export type Block =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; ordered: boolean; items: readonly string[] }
  /** What a member wrote: the only block that keeps line ends. */
  | { kind: 'quote'; text: string }
  /** An e-mail address that the reader may write to, e.g. label `E-mail`. */
  | { kind: 'address'; label: string; email: string }
  /** The thing to do. */
  | { kind: 'button'; label: string; url: string }
  /** A thing one may do, said quietly. */
  | { kind: 'link'; label: string; url: string }
  /** Small print. */
  | { kind: 'note'; text: string }
  /** A QR code, and words that say what it is for. At most one in a mail. */
  | { kind: 'code'; text: string; content: string }

/** What a builder makes of the facts: everything but the letterhead and the foot, which `layout.ts` adds. */
export type Draft = {
  subject: string
  /** The line that an inbox shows beside the subject. */
  preheader: string
  blocks: readonly Block[]
  /** Why the reader gets this mail: one sentence for the foot. */
  why: string
  /** An entry for the reader's calendar, or that it is no more. */
  invitation?: Omit<Invitation, 'to'> | undefined
  /** Mails about finding or losing support carry the crisis line. */
  crisisLine?: boolean
}

export const title = (text: string): Block => ({ kind: 'heading', level: 1, text })
export const section = (text: string): Block => ({ kind: 'heading', level: 2, text })
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
export const bullets = (items: readonly string[]): Block => ({ kind: 'list', ordered: false, items })
export const numbered = (items: readonly string[]): Block => ({ kind: 'list', ordered: true, items })
export const quote = (text: string): Block => ({ kind: 'quote', text })
export const address = (label: string, email: string): Block => ({ kind: 'address', label, email })
export const button = (label: string, url: string): Block => ({ kind: 'button', label, url })
export const link = (label: string, url: string): Block => ({ kind: 'link', label, url })
export const note = (text: string): Block => ({ kind: 'note', text })
export const code = (text: string, content: string): Block => ({ kind: 'code', text, content })
