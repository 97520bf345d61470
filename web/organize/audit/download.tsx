import { useState } from 'preact/hooks'
import { SaveFile } from '../parts/save-file.tsx'
import { pathOf } from '../use-list.ts'
import { daysLater, wrongSpan } from './days.ts'

const USUAL_DAYS = 30

/** The trail of several days as a file. `today`: in UTC, as the days of the file are. */
export function Download({ today }: { today: string }) {
  const [from, setFrom] = useState(daysLater(today, -USUAL_DAYS))
  const [to, setTo] = useState(today)
  const wrong = wrongSpan(from, to)
  return (
    <section class="card" aria-labelledby="download">
      <h2 id="download">Download</h2>
      <p class="hint">A spreadsheet (CSV) of up to a year. Its days and times are in UTC.</p>
      <div class="tools">
        <label class="choose">
          <span>First day</span>
          <input type="date" class="date" value={from} onInput={({ currentTarget }) => setFrom(currentTarget.value)} />
        </label>
        <label class="choose">
          <span>Last day</span>
          <input type="date" class="date" value={to} onInput={({ currentTarget }) => setTo(currentTarget.value)} />
        </label>
        {wrong ? null : (
          <SaveFile path={pathOf('/organizer/audit.csv', { from, to })} name={`audit-${from}-${to}.csv`}>
            Download the trail
          </SaveFile>
        )}
      </div>
      <p role="status" class="error">
        {wrong}
      </p>
    </section>
  )
}
