import { useId, useState } from 'preact/hooks'
import * as z from 'zod'
import { useRequest } from '../../../parts/use-request.ts'
import { useAsking } from '../../asking.ts'
import { useNotices } from '../../notices.tsx'
import { AskFirst } from '../../parts/ask-first.tsx'
import { go } from '../../place.ts'
import type { Round, RoundMatch } from '../answers.ts'
import type { OnWish } from '../change/use-wishes.ts'
import { forbidding, pairOf, unpinning } from '../change/wishes.ts'
import { nameOf } from '../names.ts'

const TakenOut = z.object({ matchId: z.string() })
type Way = 'once' | 'never' | 'try'

type Props = {
  round: Round
  match: RoundMatch
  onWish: OnWish
  onGone: (matchId: string) => void
}

/** Takes a pair out of a draft, for this time or for ever; or shows first what would move without it. */
export function TakeOut({ round: { roundId }, match, onWish, onGone }: Props) {
  const { ask } = useAsking()
  const say = useNotices()
  const { busy, problem, send } = useRequest()
  const [way, setWay] = useState<Way>('once')
  const name = useId()
  const { matchId } = match
  const mentee = nameOf(match.mentee)
  const takeOut = async () => {
    if (way === 'try') {
      onWish((before) => forbidding(before, { ...pairOf(match), matchId }))
      go('rounds', roundId, 'change')
      return true
    }
    const path = `/organizer/rounds/${roundId}/matches/${matchId}${way === 'never' ? '?never=1' : ''}`
    const answer = await send(() => ask(TakenOut, { method: 'DELETE', path }))
    if (!answer?.ok) return false
    onWish((before) => unpinning(before, match))
    say({ words: `${mentee} and ${nameOf(match.mentor)} are no pair any more.` })
    onGone(matchId)
    return true
  }
  return (
    <AskFirst
      label="Take out"
      about={`${mentee} and ${nameOf(match.mentor)}`}
      question={`Take ${mentee} and ${nameOf(match.mentor)} out?`}
      yes={way === 'try' ? 'See what would move' : 'Take them out'}
      busy={busy}
      problem={problem}
      onYes={takeOut}
    >
      <fieldset>
        <legend class="hidden">For how long</legend>
        {WAYS.map(({ value, words, hint }) => (
          <label key={value} class="tick">
            <input type="radio" name={name} value={value} checked={way === value} onChange={() => setWay(value)} />
            <span>
              {words} <small>{hint}</small>
            </span>
          </label>
        ))}
      </fieldset>
    </AskFirst>
  )
}

const WAYS: readonly { value: Way; words: string; hint: string }[] = [
  { value: 'once', words: 'Only this time', hint: 'Both wait for the next round, which may pair them again.' },
  { value: 'never', words: 'Never pair these two again', hint: 'Both wait for the next round, and get somebody else.' },
  { value: 'try', words: 'Just try it', hint: 'See who else they would get, before anything changes.' },
]
