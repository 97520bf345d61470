import { AskFirst } from '../../parts/ask-first.tsx'
import type { RoundProps } from '../one-round.tsx'
import { inNames } from './refused.ts'
import { useAdopt } from './use-adopt.ts'
import { changesIn } from './wishes.ts'

/** Has the draft made anew as wished; the new one takes the place of this one. */
export function Adopt(props: Pick<RoundProps, 'round' | 'wishes' | 'onWish'>) {
  const { adopt, busy, problem } = useAdopt(props)
  const changes = changesIn(props.wishes, props.round)
  return (
    <AskFirst
      kind="main"
      label={changes.length > 0 ? 'Make this the draft' : 'Make the draft anew'}
      question="Replace this draft?"
      yes="Replace it"
      busy={busy}
      problem={inNames(problem, props.wishes)}
      onYes={adopt}
    >
      <p>
        A new draft of everybody who waits now takes the place of this one, which is then gone. Pairs that you took out
        for this time alone may come back.
      </p>
      {changes.length > 0 ? (
        <ul>
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      ) : null}
    </AskFirst>
  )
}
