import { Table } from '../parts/table.tsx'
import type { Settings } from './answers.ts'

/** What cannot change while the programme runs, and where it is set. */
export const Fixed = ({ fixed }: { fixed: Settings['fixed'] }) => (
  <section aria-labelledby="fixed">
    <h2 id="fixed">Set when the programme is deployed</h2>
    <p>Whoever looks after the deployment can change these.</p>
    <Table
      label="Fixed settings"
      rows={fixed}
      keyOf={({ where }) => where}
      columns={[
        { head: 'Setting', kind: 'main', cell: ({ name }) => name },
        { head: 'Value', cell: ({ value }) => String(value) },
        { head: 'Where', cell: ({ where }) => <code>{where}</code> },
      ]}
    />
  </section>
)
