import { DEPARTMENTS, TOPICS } from '../../../shared/domain/taxonomy.ts'
import { Chart } from '../parts/chart/chart.tsx'
import { Columns } from '../parts/chart/columns.tsx'
import { Lines } from '../parts/chart/lines.tsx'
import { figure, short } from '../parts/counted.ts'
import type { Programme, Week } from './answers.ts'
import { DemandChart } from './demand-chart.tsx'
import { signUpsInWords, weekName } from './sign-ups.ts'
import { bucketName, loadInWords, scoresInWords, waitedInWords } from './spread.ts'
import { StateMap } from './state-map.tsx'

/** What people would rather look at than read. */
export const Charts = ({ departments, topics, states, signUps, roundsWaited, load, lastRound }: Programme) => (
  <>
    <h2>Where to recruit</h2>
    <div class="side-by-side charts">
      <DemandChart what="department" counts={departments} terms={DEPARTMENTS} />
      <DemandChart what="topic" counts={topics} terms={TOPICS} />
      <StateMap states={states} />
    </div>
    <h2>How it goes</h2>
    <div class="side-by-side charts">
      <SignUps weeks={signUps} />
      <Waiting roundsWaited={roundsWaited} />
      <Load load={load} />
      {lastRound?.scores?.some(Boolean) ? <Scores scores={lastRound.scores} /> : null}
    </div>
  </>
)

const SignUps = ({ weeks }: { weeks: readonly Week[] }) => (
  <Chart
    title="Sign-ups, week by week"
    sentence={signUpsInWords(weeks)}
    numbers={{
      heads: ['Week of', 'Mentees', 'Mentors'],
      rows: weeks.map(({ week, mentee, mentor }) => [weekName(week), figure(mentee), figure(mentor)]),
    }}
  >
    <Lines
      names={['Mentees', 'Mentors']}
      points={weeks.map(({ week, mentee, mentor }) => ({ day: week, counts: [mentee, mentor] }))}
      format={short}
      dayName={weekName}
    />
  </Chart>
)

/** The last number stands for itself and all above it. */
const orMore = (index: number, { length }: readonly number[]) => (index === length - 1 ? `${index}+` : `${index}`)

const Waiting = ({ roundsWaited }: { roundsWaited: readonly number[] }) => (
  <Chart
    title="Rounds that mentees have waited"
    sentence={waitedInWords(roundsWaited)}
    numbers={{
      heads: ['Rounds waited', 'Mentees'],
      rows: roundsWaited.map((count, index) => [orMore(index, roundsWaited), figure(count)]),
    }}
  >
    <Columns
      columns={roundsWaited.map((count, index) => ({ name: orMore(index, roundsWaited), count }))}
      across="rounds waited"
      format={short}
    />
  </Chart>
)

const Load = ({ load }: { load: readonly number[] }) => (
  <Chart
    title="Mentees that a mentor has"
    sentence={loadInWords(load)}
    numbers={{ heads: ['Mentees', 'Mentors'], rows: load.map((count, index) => [`${index}`, figure(count)]) }}
  >
    <Columns columns={load.map((count, index) => ({ name: `${index}`, count }))} across="mentees" format={short} />
  </Chart>
)

const Scores = ({ scores }: { scores: readonly number[] }) => (
  <Chart
    title="Scores of the last round"
    sentence={scoresInWords(scores)}
    numbers={{
      heads: ['Score', 'Pairs'],
      rows: scores.map((count, index) => [bucketName(index, scores), figure(count)]),
    }}
  >
    <Columns
      columns={scores.map((count, index) => ({ name: `${index * 100}`, count }))}
      across="score, from"
      format={short}
    />
  </Chart>
)
