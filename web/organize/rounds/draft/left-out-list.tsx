import { useState } from 'preact/hooks'
import { nameOf as nameOfCode } from '../../../../shared/domain/taxonomy.ts'
import { Loading } from '../../../parts/feedback.tsx'
import { Choose } from '../../parts/choose.tsx'
import { More } from '../../parts/more.tsx'
import { SearchBox } from '../../parts/search-box.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { useList } from '../../use-list.ts'
import { LeftOut, type Round } from '../answers.ts'
import { PersonLink } from '../person-link.tsx'
import { REASONS } from './reasons.ts'
import { Recruit } from './recruit.tsx'

/** Who is left out of a round, the rule that stopped each, and what would help. */
export function LeftOutList({ round: { roundId, report } }: { round: Round }) {
  const [q, setQ] = useState('')
  const [reason, setReason] = useState('')
  const path = `/organizer/rounds/${roundId}/unplaced`
  const { items, fresh, more, busy, problem } = useList(LeftOut, path, { q, reason })
  return (
    <>
      {report ? <Recruit report={report} /> : null}
      <div class="tools">
        <SearchBox label="Find a mentee by name" value={q} onSearch={setQ} />
        <Choose label="What stopped them" terms={REASONS} value={reason} all="Anything" onChoose={setReason} />
      </div>
      <p class="hint">
        In the details, “you” is the mentee. What they could change by themselves, at nobody’s cost, is bold.
      </p>
      {items ? (
        <div class={fresh ? undefined : 'stale'}>
          <Table
            label="Mentees without a mentor"
            columns={COLUMNS}
            rows={items}
            keyOf={({ menteeId }) => menteeId}
            empty={q || reason ? 'Nobody is left out like this.' : 'Everybody has a mentor.'}
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
        what={items?.length === 1 ? 'mentee' : 'mentees'}
      />
    </>
  )
}

const COLUMNS: readonly Column<LeftOut>[] = [
  { head: 'Mentee', kind: 'main', cell: ({ menteeId, mentee }) => <PersonLink id={menteeId} name={mentee} /> },
  { head: 'What stopped them', cell: ({ reason }) => nameOfCode(REASONS, reason) },
  { head: 'Why, and what would help', cell: (leftOut) => <Why leftOut={leftOut} /> },
]

/** The API's details end with what would help. */
function Why({ leftOut: { detail, help = '' } }: { leftOut: LeftOut }) {
  const why = detail.endsWith(help) ? detail.slice(0, detail.length - help.length) : detail
  return (
    <>
      {why} {help ? <strong>{help}</strong> : null}
    </>
  )
}
