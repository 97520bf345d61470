import type { Role } from '../../shared/domain/profile-form.ts'
import { Tick } from '../form/field.tsx'
import { Section } from '../form/section.tsx'
import { PARTS, type Part, titleOf } from '../form/steps.ts'
import type { Values } from '../form/values.ts'
import { AnswersList } from '../member/answers-list.tsx'
import { Button } from '../parts/feedback.tsx'

type Props = { role: Role; values: Values; consent: boolean; onChange: (part: Part) => void }

/** Everything before it is sent, with the way back to each part, and the agreement. */
export const Review = ({ role, values, consent, onChange }: Props) => (
  <Section part="review" title={titleOf('review', role)}>
    <AnswersList values={values} />
    <h3 class="gap">Change something?</h3>
    <div class="actions">
      {PARTS.filter((part) => part !== 'review').map((part) => (
        <Button key={part} kind="quiet" onClick={() => onChange(part)}>
          {titleOf(part, role)}
        </Button>
      ))}
    </div>
    <h3 class="gap">What happens to your answers</h3>
    <ul>
      <li>We use them to find somebody who fits, and to write to you about it.</li>
      <li>
        The one person we introduce you to sees your name, your e-mail address, a line about your work, and what you
        wrote about yourself. The organizers see all of it. Nobody else does, and nothing is sold.
      </li>
      <li>
        You can see, change, download or delete everything at any time, with the link in any of our e-mails.{' '}
        <a href="/privacy" target="_blank" rel="noopener">
          What we store, item by item
        </a>{' '}
        (opens a new tab).
      </li>
    </ul>
    <Tick name="consent" checked={consent} required>
      I agree that my answers are stored and used like this.
    </Tick>
  </Section>
)
