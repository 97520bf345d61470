import { useNotices } from '../../notices.tsx'
import { EndMatch } from '../../parts/end-match.tsx'
import { to } from '../../place.ts'
import type { RoundMatch } from '../answers.ts'
import type { OnWish } from '../change/use-wishes.ts'
import { isPinned, pairOf, pinning, unpinning, type Wishes } from '../change/wishes.ts'
import { nameOf } from '../names.ts'
import type { RoundProps } from '../one-round.tsx'
import { TakeOut } from './take-out.tsx'

type Props = Pick<RoundProps, 'round' | 'wishes' | 'onWish'> & {
  match: RoundMatch
  onGone: (matchId: string) => void
  onChanged: (match: RoundMatch) => void
}

/** What can be done with one pair: of a draft, of a published round. */
export function PairActions({ round, match, wishes, onWish, onGone, onChanged }: Props) {
  if (round.status === 'published') {
    const open = match.status === 'introduced' || match.status === 'met'
    const names = [nameOf(match.mentee), nameOf(match.mentor)] as const
    const ended = () => onChanged({ ...match, status: 'ended' })
    return open ? <EndMatch matchId={match.matchId} names={names} onEnded={ended} /> : null
  }
  if (round.status !== 'drafted') return null
  return (
    <>
      <TakeOut round={round} match={match} onWish={onWish} onGone={onGone} />
      <Pin match={match} wishes={wishes} onWish={onWish} />
      <a href={to('rounds', round.roundId, 'publish', match.matchId)} aria-label={`Their mail: ${who(match)}`}>
        Their mail
      </a>
    </>
  )
}

const who = ({ mentee, mentor }: RoundMatch): string => `${nameOf(mentee)} and ${nameOf(mentor)}`

/** Keeps this pair whatever else changes, as soon as the draft is made anew. */
function Pin({ match, wishes, onWish }: { match: RoundMatch; wishes: Wishes; onWish: OnWish }) {
  const say = useNotices()
  const pinned = isPinned(wishes, match)
  const label = pinned ? 'Unpin' : 'Pin'
  const change = () => {
    onWish((before) => (pinned ? unpinning(before, match) : pinning(before, pairOf(match))))
    say({ words: `${who(match)} ${pinned ? 'need not' : 'will'} stay a pair when you make the draft anew.` })
  }
  return (
    <button type="button" class="link" aria-label={`${label}: ${who(match)}`} onClick={change}>
      {label}
    </button>
  )
}
