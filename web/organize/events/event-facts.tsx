import { Fact } from '../../event/facts.tsx'
import { momentIn } from '../../event/times.ts'
import { When } from '../../event/when.tsx'
import { KINDS } from '../../event/words.ts'
import { to } from '../place.ts'
import type { OrganizerEvent } from './answers.ts'
import { ruleInWords } from './rule.ts'
import { AUDIENCE_WORDS, LINE_WORDS } from './words.ts'

/** All that is known of an event, place and link too. */
export const EventFacts = ({ event }: { event: OrganizerEvent }) => {
  const { registration, timeZone, series, questions } = event
  return (
    <dl class="facts">
      <Fact name="When">
        <When event={event} />
      </Fact>
      {series ? (
        <Fact name="Series">
          <a href={to('events', 'series', series.id)}>{ruleInWords(series.rule)}</a>
          <small class="below">This is date {series.index + 1} of it.</small>
        </Fact>
      ) : null}
      <Fact name="What and for whom">
        {KINDS[event.kind].one}, for {AUDIENCE_WORDS[event.audience].toLowerCase()}
      </Fact>
      <Fact name="Place">{event.place ?? 'None'}</Fact>
      <Fact name="Online">{event.onlineUrl ?? 'No link'}</Fact>
      {event.recordingUrl ? <Fact name="Recording">{event.recordingUrl}</Fact> : null}
      <Fact name="Registration">
        {registration.opensAt
          ? `Opens ${momentIn(registration.opensAt, timeZone)}`
          : 'Opens as soon as it is published'}
        {'\n'}
        {registration.closesAt ? `Closes ${momentIn(registration.closesAt, timeZone)}` : 'Closes when the event ends'}
      </Fact>
      <Fact name="When a seat becomes free">{LINE_WORDS[event.waitlist.policy]}</Fact>
      <Fact name="Questions">
        {questions.length === 0
          ? 'None but name and address'
          : questions.map(({ label, required }) => `${label}${required ? ' (must be answered)' : ''}`).join('\n')}
      </Fact>
      <Fact name="Mail by itself">
        Reminders 7 days, 24 hours and an hour before it begins; thanks to those who were there, an hour after it ends.
      </Fact>
    </dl>
  )
}
