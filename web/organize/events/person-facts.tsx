import type { Answers } from '../../../shared/domain/question.ts'
import { Fact } from '../../event/facts.tsx'
import { momentIn } from '../../event/times.ts'
import { ordinal } from '../../event/words.ts'
import type { OrganizerEvent, OrganizerRegistration } from './answers.ts'
import { ATTENDANCE_WORDS, STATUS_WORDS } from './words.ts'

type Props = { event: OrganizerEvent; registration: OrganizerRegistration }

/** Who it is, what they need and answered, and what became of their registration. */
export function PersonFacts({ event, registration }: Props) {
  const { person, status, position, offerExpiresAt, attendance, checkIn, answers, history } = registration
  const at = (instant: string) => momentIn(instant, event.timeZone)
  const asked = [...event.questions, ...event.askedBefore]
  return (
    <>
      <dl class="facts">
        <Fact name="State">
          {STATUS_WORDS[status]}
          {position ? `, ${ordinal(position)}` : ''}
          {offerExpiresAt ? `, held until ${at(offerExpiresAt)}` : ''}
        </Fact>
        {person?.email ? (
          <Fact name="E-mail">
            <a href={`mailto:${person.email}`}>{person.email}</a>
          </Fact>
        ) : null}
        {person?.phone ? <Fact name="Phone">{person.phone}</Fact> : null}
        {person?.employer || person?.jobTitle ? (
          <Fact name="Work">{[person.jobTitle, person.employer].filter(Boolean).join(', ')}</Fact>
        ) : null}
        {person?.accessibilityNeeds ? (
          <Fact name="What would make it easier for them">{person.accessibilityNeeds}</Fact>
        ) : null}
        {asked.flatMap(({ key, label }) => {
          const answer = answers[key]
          return answer === undefined
            ? []
            : [
                <Fact key={key} name={label}>
                  {answerInWords(answer)}
                </Fact>,
              ]
        })}
        {person ? (
          <Fact name="May be passed on to a speaker or sponsor">{person.consentContact ? 'Yes' : 'No'}</Fact>
        ) : null}
        {ATTENDANCE_WORDS[attendance] ? (
          <Fact name="Attendance">
            {ATTENDANCE_WORDS[attendance]}
            {checkIn ? `, checked in ${at(checkIn.at)}` : ''}
          </Fact>
        ) : null}
      </dl>
      <details>
        <summary>What happened</summary>
        <ol class="history">
          {history.map(({ at: instant, what, by }) => (
            <li key={`${instant} ${what}`}>
              {at(instant)}: {what}
              {by === 'organizer' ? ', by an organizer' : ''}
            </li>
          ))}
        </ol>
      </details>
    </>
  )
}

function answerInWords(answer: Answers[string]): string {
  if (typeof answer === 'boolean') return answer ? 'Yes' : 'No'
  return Array.isArray(answer) ? answer.join('; ') : String(answer)
}
