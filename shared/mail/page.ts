import { oneLine } from './plain.ts'
import { fill } from './template/fill.ts'

/** `blocks` and `foot` are HTML, the others text. */
export type Page = { subject: string; preheader: string; letterhead: string; blocks: string; foot: string }

/** Empty characters after the preheader keep an inbox from going on with the first words of the mail. */
const FILLER = '&#847;&zwnj;&nbsp;'.repeat(60)

/** The HTML around the blocks: one column of at most 600 px, light and dark, with a preheader that only inboxes show. */
export const pageOf = ({ subject, preheader, letterhead, blocks, foot }: Page): string =>
  fill('page', {
    subject,
    preheader: oneLine(preheader),
    filler: FILLER,
    letterhead: oneLine(letterhead),
    blocks,
    foot,
  })
