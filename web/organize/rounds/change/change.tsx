import { useState } from 'preact/hooks'
import { Alert, Button, Loading } from '../../../parts/feedback.tsx'
import { useRequest } from '../../../parts/use-request.ts'
import { useAsking } from '../../asking.ts'
import { WhatIf } from '../answers.ts'
import type { RoundProps } from '../one-round.tsx'
import { Adopt } from './adopt.tsx'
import { movesInWords } from './compare.ts'
import { inNames } from './refused.ts'
import { SettingFields } from './setting-fields.tsx'
import { useNames } from './use-names.ts'
import { useSettings } from './use-settings.ts'
import { restOf } from './weights.ts'
import { WhatIfResult } from './what-if-result.tsx'
import { WishedPairs } from './wished-pairs.tsx'
import { asMade, bodyOf, changesIn, isSame, neverOf, type Wishes } from './wishes.ts'

type Tried = { wishes: Wishes; whatIf: WhatIf }

/** Tries other weights, rules and pairs, and shows who would move, before the draft is made anew. */
export function Change({ round, wishes, onWish }: RoundProps) {
  const { ask } = useAsking()
  const { busy, problem, send } = useRequest()
  const [tried, setTried] = useState<Tried>()
  const missing = useSettings({ wishes, onWish })
  useNames({ wishes, onWish })
  const { settings } = wishes
  if (!settings) return missing ? <Alert problem={missing} /> : <Loading />

  const addsUp = restOf(settings.weights) === 0
  const tryOut = async () => {
    if (!addsUp) return
    const path = `/organizer/rounds/${round.roundId}/what-if`
    const body = { ...bodyOf(wishes), never: neverOf(wishes) }
    const answer = await send(() => ask(WhatIf, { method: 'POST', path, body }))
    if (answer?.ok) setTried({ wishes, whatIf: answer.value })
  }
  const changes = changesIn(wishes, round)
  return (
    <>
      <p>Change what you like and see what would move. The draft stays as it is until you say so.</p>
      <SettingFields
        settings={settings}
        onChange={(changed) => onWish((before) => ({ ...before, settings: changed }))}
      />
      <WishedPairs wishes={wishes} onWish={onWish} />
      <Alert problem={inNames(problem, wishes)} />
      <div class="actions">
        <Button busy={busy} kind={addsUp ? 'main' : 'quiet'} onClick={tryOut}>
          See what would move
        </Button>
        {changes.length > 0 ? (
          <Button kind="quiet" onClick={() => onWish(() => asMade(round))}>
            Back to how the draft was made
          </Button>
        ) : null}
      </div>
      {addsUp ? null : <p class="hint">The five weights must add up to 1000 first.</p>}
      {tried ? <h2>What would move</h2> : null}
      <p role="status">{statusOf(busy, tried, wishes)}</p>
      {tried ? <WhatIfResult whatIf={tried.whatIf} /> : null}
      {addsUp ? (
        <div class="actions">
          <Adopt round={round} wishes={wishes} onWish={onWish} />
        </div>
      ) : null}
    </>
  )
}

function statusOf(busy: boolean, tried: Tried | undefined, wishes: Wishes): string {
  if (busy) return 'Pairing everybody once more, just to look…'
  if (!tried) return ''
  const changed = isSame(tried.wishes, wishes)
    ? ''
    : ' You have changed something since: look again to see what would move now.'
  return movesInWords(tried.whatIf) + changed
}
