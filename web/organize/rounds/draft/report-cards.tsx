import { figure } from '../../parts/counted.ts'
import type { Report, Summary } from '../answers.ts'
import { CountsTable } from '../counts-table.tsx'
import { Bars } from './bars.tsx'
import { Recruit } from './recruit.tsx'
import { loadBars, remarks, scoreBars, waitsOf } from './report-words.ts'

/** What the report of a round says beyond its figures. */
export const ReportCards = ({ summary, report }: { summary: Summary; report: Report }) => (
  <>
    <div class="side-by-side">
      {summary.scores && summary.placed > 0 ? (
        <section class="card" aria-labelledby="scores">
          <h2 id="scores">How well they fit</h2>
          <Bars label="Pairs by score" of="Score" what="Pairs" bars={scoreBars(summary.scores)} />
        </section>
      ) : null}
      {summary.placed > 0 ? (
        <section class="card" aria-labelledby="load">
          <h2 id="load">How the load is spread</h2>
          <Bars label="Mentors by their new mentees" of="Got" what="Mentors" bars={loadBars(report.load)} />
        </section>
      ) : null}
      <section class="card" aria-labelledby="waits">
        <h2 id="waits">How long they waited</h2>
        <CountsTable
          label="Mentees by how long they waited"
          heads={['Waited', 'Paired', 'Left out']}
          rows={waitsOf(report.waits).map(({ rounds, placed, leftOut }) => [rounds, figure(placed), figure(leftOut)])}
        />
      </section>
    </div>
    <Recruit report={report} />
    <details class="card">
      <summary>More about this pairing</summary>
      <ul>
        {remarks(report).map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
    </details>
  </>
)
