import { onYourClock, whenOf } from '../../event/times.ts'
import { SelectField } from '../../form/field.tsx'
import { browserZone, zoneName, zoneTerms } from '../../words.ts'
import type { EventValues } from './event-values.ts'
import { MomentField } from './moment-field.tsx'
import { instantOf } from './wall-clock.ts'
import { FIELD_NAMES } from './words.ts'

type Props = { initial: EventValues; values: EventValues }

/** Zone, start and end, and what they come to in words. */
export const WhenFields = ({ initial, values }: Props) => (
  <>
    <SelectField
      name="timeZone"
      label={FIELD_NAMES.timeZone}
      hint="Where the event is. All times of this form are told by its clock."
      terms={zoneTerms(initial.timeZone)}
      value={initial.timeZone}
    />
    <div class="two">
      <MomentField name="startsAt" value={values.startsAt}>
        {aboutMoment(values.startsAt, values.timeZone)}
      </MomentField>
      <MomentField name="endsAt" value={values.endsAt}>
        {aboutMoment(values.endsAt, values.timeZone)}
      </MomentField>
    </div>
    <WhenInWords values={values} />
  </>
)

/** What is odd about a time, if anything. */
function aboutMoment(wall: string, timeZone: string): string {
  if (!wall) return ''
  const read = instantOf(wall, timeZone)
  if (!read.ok) return read.error
  return read.twice ? 'The clocks go back that night, and this time comes twice. The first one is meant.' : ''
}

function WhenInWords({ values: { startsAt, endsAt, timeZone } }: Pick<Props, 'values'>) {
  const [start, end] = [instantOf(startsAt, timeZone), instantOf(endsAt, timeZone)]
  if (!start.ok || !end.ok || end.instant <= start.instant) return null
  const times = { startsAt: start.instant, endsAt: end.instant, timeZone }
  const here = browserZone()
  const yours = onYourClock(times, here)
  return (
    <p class="notice" role="status">
      {whenOf(times)}
      {yours ? (
        <small class="below">
          On your clock, {zoneName(here)}: {yours}
        </small>
      ) : null}
    </p>
  )
}
