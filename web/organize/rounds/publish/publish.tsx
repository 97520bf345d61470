import * as z from 'zod'
import { useRequest } from '../../../parts/use-request.ts'
import { useAsking } from '../../asking.ts'
import { AskFirst } from '../../parts/ask-first.tsx'
import { many } from '../../parts/counted.ts'
import { to } from '../../place.ts'
import { changesIn } from '../change/wishes.ts'
import type { RoundProps } from '../one-round.tsx'
import { LastLook } from './last-look.tsx'

const Asked = z.object({ roundId: z.string() })

/** A last look at the mail of a draft, and the button that sends it. */
export function Publish({ round, reload, wishes, rest: [matchId] }: RoundProps & { rest: readonly string[] }) {
  const { ask } = useAsking()
  const { busy, problem, send } = useRequest()
  const { roundId, summary } = round
  const { placed, unplaced } = summary ?? { placed: 0, unplaced: 0 }
  const publish = async () => {
    const answer = await send(() => ask(Asked, { method: 'POST', path: `/organizer/rounds/${roundId}/publish` }))
    if (answer?.ok) await reload()
    return answer?.ok ?? false
  }
  return (
    <>
      <p>
        {placed > 0
          ? `Publishing introduces ${many(placed, 'pair')}: ${many(2 * placed, 'e-mail')}, one to each of them. `
          : 'There is no pair to introduce. '}
        {unplaced > 0 ? `${many(unplaced, 'mentee')} without a mentor hear why, and what would help.` : ''}
      </p>
      {changesIn(wishes, round).length > 0 ? (
        <p class="notice">
          You have tried changes that are not in this draft. To have them, make them the draft under{' '}
          <a href={to('rounds', roundId, 'change')}>Try changes</a> first.
        </p>
      ) : null}
      <div class="actions">
        <AskFirst
          kind="main"
          label="Publish this round"
          question="Publish this round?"
          yes="Publish it"
          no="Not yet"
          busy={busy}
          problem={problem}
          onYes={publish}
        >
          <p>
            {many(placed, 'pair is', 'pairs are')} introduced by e-mail, and{' '}
            {unplaced === 0 ? 'nobody is left out' : `${many(unplaced, 'mentee')} hear why they still wait`}. That
            cannot be undone.
          </p>
        </AskFirst>
      </div>
      {placed > 0 ? <LastLook round={round} matchId={matchId} /> : null}
    </>
  )
}
