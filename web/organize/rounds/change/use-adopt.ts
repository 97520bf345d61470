import * as z from 'zod'
import type { Answer } from '../../../api.ts'
import { useRequest } from '../../../parts/use-request.ts'
import { useAsking } from '../../asking.ts'
import { go } from '../../place.ts'
import { Started, WhatIf } from '../answers.ts'
import type { RoundProps } from '../one-round.tsx'
import { allowing, bodyOf, neverOf, type Wishes } from './wishes.ts'

/** Has a draft made anew as wished, and goes there; answers whether that began. */
export function useAdopt({ round: { roundId }, wishes, onWish }: Pick<RoundProps, 'round' | 'wishes' | 'onWish'>) {
  const { ask } = useAsking()
  const { busy, problem, send } = useRequest()
  const path = `/organizer/rounds/${roundId}`

  /** Whether all is possible together: nothing is forbidden for ever before that is known. */
  const check = () =>
    ask(WhatIf, { method: 'POST', path: `${path}/what-if`, body: { ...bodyOf(wishes), never: neverOf(wishes) } })

  /** Pairs that must never be are taken out of this draft for ever, one by one; one that is gone already is no matter. */
  async function forbid(): Promise<Answer<Wishes>> {
    let left = wishes
    for (const pair of wishes.never) {
      const answer = await ask(z.unknown(), { method: 'DELETE', path: `${path}/matches/${pair.matchId}?never=1` })
      if (!answer.ok && answer.problem.status !== 404) return answer
      left = allowing(left, pair)
      onWish((before) => allowing(before, pair))
    }
    return { ok: true, value: left }
  }

  async function start(): Promise<Answer<z.output<typeof Started>>> {
    const checked = wishes.never.length > 0 ? await check() : undefined
    if (checked && !checked.ok) return checked
    const left = await forbid()
    if (!left.ok) return left
    const body = { publish: false, from: roundId, ...bodyOf(left.value) }
    return ask(Started, { method: 'POST', path: '/organizer/rounds', body })
  }

  const adopt = async (): Promise<boolean> => {
    const answer = await send(start)
    if (answer?.ok) go('rounds', answer.value.roundId)
    return answer?.ok ?? false
  }
  return { adopt, busy, problem }
}
