import type { MailChoice } from '../../../shared/domain/profile.ts'
import { labelOfTheirs } from '../../form/labels.ts'
import { valuesOf } from '../../form/values.ts'
import { AnswersList } from '../../member/answers-list.tsx'
import { dayHere, momentHere } from '../parts/times.ts'
import type { Person } from './answers.ts'

const MAIL: Record<MailChoice, string> = {
  'left-out': 'when a round found nobody',
  reminders: 'reminders',
  'follow-ups': 'how it is going',
}

/** Everything they told us, and how they stand. */
export function About({ person }: { person: Person }) {
  const { createdAt, pausedUntil, roundsWaited, mailOff } = person
  const facts: [string, string][] = [['Signed up', momentHere(createdAt)]]
  if (pausedUntil) facts.push(['Paused until', dayHere(pausedUntil)])
  if (roundsWaited) facts.push(['Rounds that found nobody', String(roundsWaited)])
  if (mailOff.length) facts.push(['Mail they do without', mailOff.map((choice) => MAIL[choice]).join(', ')])
  return (
    <>
      <h2>What they told us</h2>
      <AnswersList values={valuesOf(person)} label={labelOfTheirs} />
      <h2>How they stand</h2>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
