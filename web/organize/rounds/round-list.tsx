import { Loading } from '../../parts/feedback.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Chip } from '../parts/chip.tsx'
import { figure } from '../parts/counted.ts'
import { More } from '../parts/more.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { momentHere } from '../parts/times.ts'
import { to } from '../place.ts'
import { useList } from '../use-list.ts'
import { Round } from './answers.ts'
import { GoingOn } from './going-on.tsx'
import { isGoing } from './phases.ts'
import { stateOf } from './round-words.ts'
import { StartRound } from './start-round.tsx'

/** All rounds, newest first, and the way to start one. */
export function RoundList() {
  const { items, more, busy, problem, reload } = useList(Round, '/organizer/rounds')
  const going = items?.find(isGoing)
  const draft = items?.find((round) => round.status === 'drafted' && !isGoing(round))
  return (
    <Screen title="Rounds" lead="A round pairs everybody who waits with the mentors who have a free seat, all at once.">
      {going ? <GoingOn roundId={going.roundId} onEnd={reload} /> : null}
      {items && !going ? <StartRound draft={draft} /> : null}
      <h2>Rounds so far</h2>
      {items ? (
        <Table
          label="Rounds, newest first"
          columns={COLUMNS}
          rows={items}
          keyOf={({ roundId }) => roundId}
          empty="There was no round yet. Make a draft to see who would be paired: nobody hears of it before you publish it."
        />
      ) : problem ? null : (
        <Loading />
      )}
      <More
        more={more}
        busy={busy}
        problem={problem}
        shown={items?.length ?? 0}
        what={items?.length === 1 ? 'round' : 'rounds'}
      />
    </Screen>
  )
}

const shown = (value: number | undefined) => (value === undefined ? '' : figure(value))

const COLUMNS: readonly Column<Round>[] = [
  {
    head: 'Started',
    kind: 'main',
    cell: (round) => <a href={to('rounds', round.roundId)}>{momentHere(round.startedAt)}</a>,
  },
  {
    head: 'State',
    cell: (round) => (
      <>
        <Chip kind={stateOf(round).kind}>{stateOf(round).words}</Chip>
        {stateOf(round).kind === 'bad' ? <small>{round.failedBecause}</small> : null}
      </>
    ),
  },
  { head: 'Pairs', kind: 'number', cell: ({ summary }) => shown(summary?.placed) },
  { head: 'Without a mentor', kind: 'number', cell: ({ summary }) => shown(summary?.unplaced) },
  { head: 'Median score', kind: 'number', cell: ({ summary }) => shown(summary?.medianScore) },
  { head: 'Worst score', kind: 'number', cell: ({ summary }) => shown(summary?.worstScore) },
  { head: 'Best possible', cell: ({ summary }) => (summary ? (summary.optimal ? 'Proved' : 'Not checked') : '') },
]
