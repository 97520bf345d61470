import { Chip } from '../../parts/chip.tsx'
import { figure, many } from '../../parts/counted.ts'
import { Figures } from '../../parts/figures.tsx'
import { momentHere } from '../../parts/times.ts'
import { to } from '../../place.ts'
import type { RoundProps } from '../one-round.tsx'
import { stateOf } from '../round-words.ts'
import { Proof } from './proof.tsx'
import { ReportCards } from './report-cards.tsx'
import { ThrowAway } from './throw-away.tsx'

/** A round at a glance: its figures, that it is the best possible, and what the report says. */
export function DraftOverview({ round }: RoundProps) {
  const { summary, report, status, publishedAt } = round
  const { words, kind } = stateOf(round)
  return (
    <>
      <p>
        <Chip kind={kind}>{words}</Chip>{' '}
        {status === 'drafted' ? 'Nobody has heard of it yet.' : publishedAt ? `On ${momentHere(publishedAt)}.` : ''}
      </p>
      {summary ? (
        <Figures
          figures={[
            { name: 'Pairs', value: figure(summary.placed), hint: `of ${many(summary.mentees, 'mentee')}` },
            {
              name: 'Without a mentor',
              value: figure(summary.unplaced),
              hint: summary.unplaced ? (
                <a href={to('rounds', round.roundId, 'without')}>Why, and what helps</a>
              ) : undefined,
            },
            {
              name: 'Mentors with room',
              value: figure(summary.mentors),
              hint: report ? many(report.seats, 'free seat') : undefined,
            },
            { name: 'Median score', value: score(summary.medianScore), hint: 'of 1,000' },
            { name: 'Worst score', value: score(summary.worstScore), hint: 'of 1,000' },
            { name: 'Total score', value: figure(summary.totalScore), hint: 'less the price of load' },
          ]}
        />
      ) : null}
      {summary?.mentees === 0 ? (
        <p class="card">No mentee waited, so there was nobody to pair.</p>
      ) : (
        <>
          <Proof round={round} />
          {summary && report ? <ReportCards summary={summary} report={report} /> : null}
        </>
      )}
      {status === 'drafted' ? <ThrowAway round={round} /> : null}
    </>
  )
}

const score = (value: number | undefined) => (value === undefined ? '–' : figure(value))
