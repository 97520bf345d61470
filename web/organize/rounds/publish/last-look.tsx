import { useState } from 'preact/hooks'
import { Alert, Button, Loading } from '../../../parts/feedback.tsx'
import { figure } from '../../parts/counted.ts'
import { SearchBox } from '../../parts/search-box.tsx'
import { useList } from '../../use-list.ts'
import { type Round, RoundMatch } from '../answers.ts'
import { isSearchable } from '../draft/pair-orders.ts'
import { nameOf } from '../names.ts'
import { PairMail } from './pair-mail.tsx'

/** The mail of one pair after the other; `matchId`: of this one first. */
export function LastLook({ round, matchId }: { round: Round; matchId: string | undefined }) {
  const { roundId, summary } = round
  const searchable = isSearchable(round)
  const [q, setQ] = useState('')
  const [chosen, setChosen] = useState(matchId)
  const path = `/organizer/rounds/${roundId}/matches`
  const { items: found, more, problem } = useList(RoundMatch, path, searchable ? { q, sort: 'score' } : {})
  if (!found && !q) return problem ? <Alert problem={problem} /> : <Loading />
  const items = found ?? []

  const nth = Math.max(
    0,
    items.findIndex((match) => match.matchId === chosen),
  )
  const known = items.find((match) => match.matchId === chosen)
  const shown = known ?? (q || chosen === undefined ? items[0] : undefined)
  const step = (by: number) => {
    const next = items[nth + by]
    if (next) setChosen(next.matchId)
    if (nth + by >= items.length - 2) more?.()
  }
  return (
    <section aria-labelledby="last-look">
      <h2 id="last-look">A last look at the mail</h2>
      <div class="tools">
        {searchable ? (
          <SearchBox
            label="Find a pair by a name"
            value={q}
            onSearch={(words) => {
              setQ(words)
              setChosen(undefined)
            }}
          />
        ) : null}
        <div class="step">
          <Button kind="quiet" onClick={() => step(-1)}>
            ‹ Previous pair
          </Button>
          <Button kind="quiet" onClick={() => step(1)}>
            Next pair ›
          </Button>
        </div>
      </div>
      <p role="status">
        {shown ? (
          <>
            <strong>
              {nameOf(shown.mentee)} and {nameOf(shown.mentor)}
            </strong>
            {q ? '' : `, pair ${figure(nth + 1)} of ${figure(summary?.placed ?? 0)}, from the lowest score`}
          </>
        ) : q ? (
          (problem?.sentence ?? 'No pair has a name like this.')
        ) : (
          ''
        )}
      </p>
      {shown || chosen ? <PairMail roundId={roundId} matchId={shown?.matchId ?? chosen ?? ''} /> : null}
    </section>
  )
}
