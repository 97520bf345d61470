import { Loading } from '../../parts/feedback.tsx'
import { Chip } from '../parts/chip.tsx'
import { Table } from '../parts/table.tsx'
import { to } from '../place.ts'
import type { Kind } from './answers.ts'

/** Every mail that the programme sends. */
export const KindList = ({ kinds }: { kinds: readonly Kind[] | undefined }) =>
  kinds ? (
    <>
      <p>All of it can be said in your own words. The originals stay: you can go back to them at any time.</p>
      <Table
        label="E-mails"
        rows={kinds}
        keyOf={({ kind }) => kind}
        columns={[
          { head: 'E-mail', kind: 'main', cell: ({ kind, name }) => <a href={to('mail', 'words', kind)}>{name}</a> },
          { head: 'It goes out', cell: ({ when }) => when },
          { head: 'Words', cell: ({ edited }) => (edited ? <Chip kind="good">Yours</Chip> : 'Original') },
        ]}
      />
    </>
  ) : (
    <Loading />
  )
