import { useEffect, useRef, useState } from 'preact/hooks'
import { Loading } from '../../../parts/feedback.tsx'
import { Choose } from '../../parts/choose.tsx'
import { figure } from '../../parts/counted.ts'
import { More } from '../../parts/more.tsx'
import { SearchBox } from '../../parts/search-box.tsx'
import { Table } from '../../parts/table.tsx'
import { useList } from '../../use-list.ts'
import { RoundMatch } from '../answers.ts'
import type { RoundProps } from '../one-round.tsx'
import { pairColumns } from './pair-columns.tsx'
import { isSearchable, ORDERS } from './pair-orders.ts'

/** The pairs of a round with their reasons, those that need a look most first. */
export function Pairs({ round, reload, wishes, onWish }: RoundProps) {
  const { roundId, summary } = round
  const searchable = isSearchable(round)
  const [q, setQ] = useState('')
  const [sort, setSort] = useState('score')
  const [gone, setGone] = useState<string>()
  const top = useRef<HTMLParagraphElement>(null)
  // The button that had the focus went with its pair.
  useEffect(() => {
    if (gone) top.current?.focus()
  }, [gone])
  const path = `/organizer/rounds/${roundId}/matches`
  const { items, fresh, more, busy, problem, change } = useList(RoundMatch, path, searchable ? { q, sort } : {})
  const columns = pairColumns({
    round,
    wishes,
    onWish,
    sort,
    onSort: searchable ? setSort : undefined,
    onGone: (out) => {
      change((before) => before.filter(({ matchId }) => matchId !== out))
      setGone(out)
      void reload()
    },
    onChanged: (changed) =>
      change((before) => before.map((match) => (match.matchId === changed.matchId ? changed : match))),
  })
  return (
    <>
      {searchable ? (
        <div class="tools">
          <SearchBox label="Find a pair by a name" value={q} onSearch={setQ} />
          <Choose label="In the order of" terms={ORDERS} value={sort} onChoose={setSort} />
        </div>
      ) : null}
      <p class="hint" tabIndex={-1} ref={top}>
        {searchable
          ? 'A score goes up to 1,000, in five parts.'
          : `With ${figure(summary?.placed ?? 0)} pairs, this round is too large to be searched or sorted here.`}
      </p>
      {items ? (
        <div class={fresh ? 'pairs' : 'pairs stale'}>
          <Table
            label="Pairs"
            columns={columns}
            rows={items}
            keyOf={({ matchId }) => matchId}
            empty={q ? 'No pair has a name like this.' : 'There is no pair in this round.'}
          />
        </div>
      ) : problem ? null : (
        <Loading />
      )}
      <More
        more={more}
        busy={busy}
        problem={problem}
        shown={items?.length ?? 0}
        what={items?.length === 1 ? 'pair' : 'pairs'}
      />
    </>
  )
}
