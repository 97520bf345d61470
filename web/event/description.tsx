import { htmlOfMarkdown } from '../../shared/events/markdown.ts'

/** What the organizers wrote. HTML within it is shown as text, so it can do nothing here. */
export const Description = ({ text }: { text: string }) => (
  <section aria-labelledby="description">
    <h2 id="description">What it is about</h2>
    <div dangerouslySetInnerHTML={{ __html: htmlOfMarkdown(text) }} />
  </section>
)
