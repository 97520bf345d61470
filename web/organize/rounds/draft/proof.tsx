import { figure, many } from '../../parts/counted.ts'
import { SaveFile } from '../../parts/save-file.tsx'
import type { Round } from '../answers.ts'

/** What it means that a draft is the best there is, and how to check that without trusting us. */
export function Proof({ round: { roundId, status, summary, report } }: { round: Round }) {
  if (!summary) return null
  const takenOut = status === 'drafted' && report ? report.placed - summary.placed : 0
  return (
    <section class="card" aria-labelledby="proof">
      <h2 id="proof">{summary.optimal ? 'No other pairing is better' : 'Nobody has checked this pairing'}</h2>
      {summary.optimal ? (
        <p>
          Nobody could place more mentees; among all ways to place that many, none serves those who waited longest
          better; and among those, none has a higher total score. This was proved for every possible pair, and the proof
          was checked.
          {summary.bound === undefined
            ? ''
            : ` Of all that place as many and serve those who waited as well, none totals more than ${figure(summary.bound)}.`}
        </p>
      ) : (
        <p>It was made in the same way as those that are checked. In a round this large, the check runs on demand.</p>
      )}
      {takenOut > 0 ? <p>That is how it was made. Since then, you took {many(takenOut, 'pair')} out.</p> : null}
      {status === 'drafted' ? <CheckIt roundId={roundId} /> : null}
    </section>
  )
}

/** While it is a draft, its pool is still what it was. */
const CheckIt = ({ roundId }: { roundId: string }) => (
  <details>
    <summary>Check it yourself</summary>
    <p>
      The proof is a file with the pairs and the prices that show that nothing is better. The pool is who was paired, a
      line each, without names. With both anybody can check it again on their own computer, in a copy of Benchmate, as
      long as nobody has changed their profile since:
    </p>
    <p>
      <code>npm run match -- pool.ndjson proof.json --verify</code>
    </p>
    <p class="hint">How it works is written in docs/matching.md there, under “How to check it”.</p>
    <div class="actions">
      <SaveFile path={`/organizer/rounds/${roundId}/proof`} name="proof.json">
        Download the proof
      </SaveFile>
      <SaveFile path={`/organizer/rounds/${roundId}/pool.ndjson`} name="pool.ndjson">
        Download the pool
      </SaveFile>
    </div>
  </details>
)
