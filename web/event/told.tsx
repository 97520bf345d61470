import { STATES } from '../../shared/domain/states.ts'
import { Fact } from './facts.tsx'
import type { RegistrationView } from './views.ts'

/** What somebody told us for this event. */
export function Told({ registration: { person, answers, event } }: { registration: RegistrationView }) {
  if (!person) return null
  const told: [name: string, what: string | undefined][] = [
    ['Name', `${person.firstName} ${person.lastName}`],
    ['E-mail address', person.email],
    ['Phone', person.phone],
    ['Employer', person.employer],
    ['Job title', person.jobTitle],
    ['State', STATES.find(({ code }) => code === person.state)?.name],
    ...event.questions.map(({ key, label }): [string, string | undefined] => [label, inWords(answers[key])]),
    ['What makes it easier for you', person.accessibilityNeeds],
    ['May the speaker or sponsor write to you', inWords(person.consentContact)],
  ]
  return (
    <details>
      <summary>What you told us</summary>
      <dl class="facts">
        {told.map(([name, what]) =>
          what ? (
            <Fact key={name} name={name}>
              {what}
            </Fact>
          ) : null,
        )}
      </dl>
      <p class="hint">Is something wrong? Reply to any of our e-mails about this event.</p>
    </details>
  )
}

function inWords(answer: RegistrationView['answers'][string] | undefined): string | undefined {
  if (answer === undefined) return undefined
  if (typeof answer === 'boolean') return answer ? 'Yes' : 'No'
  return Array.isArray(answer) ? answer.join(', ') : String(answer)
}
