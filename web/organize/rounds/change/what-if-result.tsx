import { type Column, Table } from '../../parts/table.tsx'
import type { Move, WhatIf } from '../answers.ts'
import { CountsTable } from '../counts-table.tsx'
import { nameOf } from '../names.ts'
import { PersonLink } from '../person-link.tsx'
import { compared, effectOf } from './compare.ts'

/** What a draft would be with other wishes: the figures beside each other, and who would move. */
export const WhatIfResult = ({ whatIf: { before, after, moves } }: { whatIf: WhatIf }) => (
  <>
    <div class="card">
      <CountsTable
        label="The draft, and what it would be"
        heads={['Figure', 'Draft', 'Would be', 'Change']}
        rows={compared(before, after).map(({ name, before: was, after: is, change }) => [name, was, is, change])}
      />
    </div>
    {moves.length > 0 ? (
      <Table label="Who would move" columns={MOVES} rows={moves} keyOf={({ menteeId }) => menteeId} />
    ) : null}
  </>
)

const MOVES: readonly Column<Move>[] = [
  { head: 'Mentee', kind: 'main', cell: ({ menteeId, mentee }) => <PersonLink id={menteeId} name={mentee} /> },
  { head: 'From', cell: ({ from }) => seat(from) },
  { head: 'To', cell: ({ to }) => seat(to) },
  { head: 'Change', kind: 'number', cell: effectOf },
]

const seat = (one: Move['from']): string => (one ? `${nameOf(one.mentor)} (${one.score})` : 'Nobody')
