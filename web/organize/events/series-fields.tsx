import { useEffect, useState } from 'preact/hooks'
import { SelectField, TextField } from '../../form/field.tsx'
import { momentAt } from '../parts/times.ts'
import type { EventValues } from './event-values.ts'
import { ruleInWords, rulesFrom } from './rule.ts'
import type { Dates } from './series-dates.ts'
import { FIELD_NAMES } from './words.ts'

type Props = { initial: EventValues; values: EventValues }

const ENDS = [
  { code: 'count', name: 'After a number of dates' },
  { code: 'until', name: 'On a day' },
]

/** Whether the event repeats, and on which dates: all of them are listed before anything is saved. */
export function SeriesFields({ initial, values }: Props) {
  const { repeats, ends, startsAt } = values
  const terms = rulesFrom(startsAt.slice(0, 10)).map((each) => ({ code: each.repeats, name: ruleInWords(each.rule) }))
  const isOwn = repeats === 'own'
  const isGone = repeats && !isOwn && !terms.some(({ code }) => code === repeats)
  const none = isGone ? [{ code: repeats, name: 'Please choose again' }] : []
  return (
    <>
      <SelectField
        key={startsAt.slice(0, 10)}
        name="repeats"
        label={FIELD_NAMES.repeats}
        hint={startsAt ? 'Each date becomes an event of its own, which can differ.' : 'Enter the start first.'}
        terms={[...none, ...terms, { code: 'own', name: 'By a rule of RFC 5545' }]}
        value={repeats}
        none="Not at all"
        optional
      />
      <div hidden={!isOwn}>
        <TextField
          name="series"
          label={FIELD_NAMES.series}
          hint="Such as FREQ=MONTHLY;BYDAY=2TU;COUNT=6. The time of day is that of the start."
          value={initial.series}
        />
      </div>
      <div class="two" hidden={!repeats || isOwn}>
        <SelectField name="ends" label={FIELD_NAMES.ends} terms={ENDS} value={initial.ends} none="Please choose" />
        <div>
          <div hidden={ends === 'until'}>
            <TextField name="count" label={FIELD_NAMES.count} kind="number" value={initial.count} />
          </div>
          <div hidden={ends !== 'until'}>
            <TextField name="until" label={FIELD_NAMES.until} kind="date" value={initial.until} />
          </div>
        </div>
      </div>
      {repeats ? <DatesOfSeries values={values} /> : null}
    </>
  )
}

function DatesOfSeries({ values }: Pick<Props, 'values'>) {
  const dates = useDates(values)
  if (!dates) return null
  if (!dates.ok) return <p class="hint">{dates.error}</p>
  return (
    <section class="notice series-dates" aria-labelledby="dates">
      <h3 id="dates">
        {dates.dates.length === 1 ? 'One date' : `${dates.dates.length} dates`}, each an event of its own
      </h3>
      <ol class="dates">
        {dates.dates.map((instant) => (
          <li key={instant}>{momentAt(instant, values.timeZone)}</li>
        ))}
      </ol>
    </section>
  )
}

/** The reader of rules is long: it comes when somebody makes a series. */
function useDates(values: EventValues): Dates | undefined {
  const [dates, setDates] = useState<Dates>()
  const { startsAt, timeZone, repeats, series, ends, count, until } = values
  useEffect(() => {
    let over = false
    import('./series-dates.ts').then(
      ({ seriesDates }) => over || setDates(seriesDates(values)),
      () => over || setDates({ ok: false, error: 'The dates could not be shown. The server makes them all the same.' }),
    )
    return () => {
      over = true
    }
  }, [startsAt, timeZone, repeats, series, ends, count, until])
  return dates
}
