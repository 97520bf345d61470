import { htmlOfMarkdown } from '../../../shared/events/markdown.ts'
import { TextArea } from '../../form/field.tsx'
import { FIELD_NAMES } from './words.ts'

type Props = { initial: string; typed: string }

/** The words in Markdown, and beside them what people will read. */
export const DescriptionField = ({ initial, typed }: Props) => (
  <div class="side-by-side">
    <TextArea
      name="description"
      label={FIELD_NAMES.description}
      hint="Markdown: **bold**, lists with - or 1., ## headings, [words](https://…)."
      value={initial}
      rows={9}
      optional
    />
    <section class="preview" aria-labelledby="preview">
      <h3 id="preview">How it will look</h3>
      {typed.trim() ? (
        <div dangerouslySetInnerHTML={{ __html: htmlOfMarkdown(typed) }} />
      ) : (
        <p class="hint">Nothing yet. What you write stands here at once.</p>
      )}
    </section>
  </div>
)
