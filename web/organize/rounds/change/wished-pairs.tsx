import { Button } from '../../../parts/feedback.tsx'
import { useNotices } from '../../notices.tsx'
import { AddPin } from './add-pin.tsx'
import type { OnWish } from './use-wishes.ts'
import { allowing, forbidding, namesOf, pinning, unpinning, type WishedPair, type Wishes } from './wishes.ts'

type Props = { wishes: Wishes; onWish: OnWish }

/** Pairs that must be, and pairs that must not. */
export function WishedPairs({ wishes, onWish }: Props) {
  const say = useNotices()
  const { pins, never } = wishes
  return (
    <div class="side-by-side">
      <section class="card" aria-labelledby="pins">
        <h2 id="pins">Pairs that must be</h2>
        <PairList
          pairs={pins}
          none="None. Choose one here, or pin a pair in the list of pairs."
          onRemove={(pair) => {
            onWish((before) => unpinning(before, pair))
            say({ words: `${namesOf(pair)} are not pinned.`, undo: () => onWish((before) => pinning(before, pair)) })
          }}
        />
        <AddPin onAdd={(pair) => onWish((before) => pinning(before, pair))} />
      </section>
      <section class="card" aria-labelledby="never">
        <h2 id="never">Pairs that must never be</h2>
        <PairList
          pairs={never}
          none="None. In the list of pairs, choose “Take out” and then “Just try it”."
          onRemove={(pair) => {
            onWish((before) => allowing(before, pair))
            say({
              words: `${namesOf(pair)} may be paired.`,
              undo: () => onWish((before) => forbidding(before, pair)),
            })
          }}
        />
      </section>
    </div>
  )
}

type ListProps<Pair> = {
  pairs: readonly Pair[]
  none: string
  onRemove: (pair: Pair) => void
}

const PairList = <Pair extends WishedPair>({ pairs, none, onRemove }: ListProps<Pair>) =>
  pairs.length === 0 ? (
    <p class="hint">{none}</p>
  ) : (
    <ul class="wished">
      {pairs.map((pair) => (
        <li key={`${pair.menteeId} ${pair.mentorId}`}>
          <span>{namesOf(pair)}</span>
          <Button kind="quiet" onClick={() => onRemove(pair)}>
            Remove
          </Button>
        </li>
      ))}
    </ul>
  )
