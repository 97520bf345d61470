import { figure } from '../../parts/counted.ts'

type Bar = { name: string; count: number }
type Props = { label: string; of: string; what: string; bars: readonly Bar[] }

/** Counts as a table whose lines one can also see: the longest bar is the largest count. */
export function Bars({ label, of, what, bars }: Props) {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return (
    <table class="tally" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{of}</th>
          <th scope="col" colSpan={2}>
            {what}
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ name, count }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td aria-hidden="true">
              <span style={{ width: `${(100 * count) / most}%` }} />
            </td>
            <td>{figure(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
