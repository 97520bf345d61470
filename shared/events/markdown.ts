import { micromark } from 'micromark'

/**
 * What an organizer wrote in Markdown, as HTML that is safe in a page: HTML within it is shown as text, links lead to
 * the web or to an address, and of an image only its description is left. Its headings come below those of the page.
 */
export const htmlOfMarkdown = (text: string): string =>
  micromark(text)
    .replace(/<img src="[^"]*" alt="([^"]*)"(?: title="[^"]*")? \/>/g, '$1')
    .replace(/<(\/?)h([1-6])>/g, (_, end: string, level: string) => `<${end}h${Math.min(6, Number(level) + 2)}>`)
    .replace(/<a href="([^"]*)"/g, (_, url: string) => (SAFE.test(url) ? `<a href="${url}" ${ELSEWHERE}` : '<a'))

const SAFE = /^(?:https?:\/\/|mailto:)/i
/** Opens beside the page, gives it no hold of ours, and is no recommendation of ours. */
const ELSEWHERE = 'target="_blank" rel="noopener noreferrer nofollow ugc"'
