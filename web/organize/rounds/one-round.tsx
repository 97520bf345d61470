import { Alert, Loading } from '../../parts/feedback.tsx'
import { Screen } from '../../parts/screen.tsx'
import { NotHere } from '../not-here.tsx'
import { Crumbs } from '../parts/crumbs.tsx'
import { to } from '../place.ts'
import type { Round } from './answers.ts'
import { Change } from './change/change.tsx'
import { type OnWish, useWishes } from './change/use-wishes.ts'
import type { Wishes } from './change/wishes.ts'
import { DraftOverview } from './draft/draft-overview.tsx'
import { LeftOutList } from './draft/left-out-list.tsx'
import { Pairs } from './draft/pairs.tsx'
import { Failed } from './failed.tsx'
import { isGoing } from './phases.ts'
import { Publish } from './publish/publish.tsx'
import { RoundTabs } from './round-tabs.tsx'
import { titleOf } from './round-words.ts'
import { useRound } from './use-round.ts'
import { useSayEnd } from './use-say-end.ts'
import { Watch } from './watch.tsx'

/** One round, from its start to what became of its pairs. */
export function OneRound({ roundId, rest }: { roundId: string; rest: readonly string[] }) {
  const { value: round, problem, reload } = useRound(roundId)
  useSayEnd(round)
  const { wishes, onWish } = useWishes(round)
  if (problem?.status === 404) return <NotHere what="round" />
  if (!round || !wishes) return <Screen title="One round">{problem ? <Alert problem={problem} /> : <Loading />}</Screen>
  const shared = { round, reload, wishes, onWish }
  return (
    <>
      <Crumbs way={[{ href: to('rounds'), name: 'Rounds' }]} />
      <Screen title={titleOf(round)}>
        {isGoing(round) ? <Watch round={round} problem={problem} /> : <Over {...shared} rest={rest} />}
      </Screen>
    </>
  )
}

/** What the parts of a round are shown with. */
export type RoundProps = {
  round: Round
  reload: () => Promise<void>
  /** How an organizer would rather have the draft. */
  wishes: Wishes
  onWish: OnWish
}

/** Whoever comes back to them after publishing sees what was published. */
const ONLY_OF_DRAFTS = ['change', 'publish']

function Over({ rest: [part = '', ...rest], ...shared }: RoundProps & { rest: readonly string[] }) {
  const { round } = shared
  if (round.status === 'failed') return <Failed round={round} />
  const draft = round.status === 'drafted'
  const glance = part === '' || (!draft && ONLY_OF_DRAFTS.includes(part))
  return (
    <>
      <RoundTabs round={round} wishes={shared.wishes} part={glance ? '' : part} />
      {glance ? <DraftOverview {...shared} /> : null}
      {part === 'pairs' ? <Pairs {...shared} /> : null}
      {part === 'without' ? <LeftOutList round={round} /> : null}
      {part === 'change' && draft ? <Change {...shared} /> : null}
      {part === 'publish' && draft ? <Publish {...shared} rest={rest} /> : null}
    </>
  )
}
