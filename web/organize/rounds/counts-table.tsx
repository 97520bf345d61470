type Props = {
  label: string
  heads: readonly string[]
  /** What a line is about, and its cells. */
  rows: readonly (readonly [name: string, ...cells: string[]])[]
}

/** A few short numbers, which stay a table on a phone too. */
export const CountsTable = ({ label, heads: [first, ...heads], rows }: Props) => (
  <table class="counts" aria-label={label}>
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {heads.map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([name, ...cells]) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          {cells.map((cell, n) => (
            <td key={heads[n]}>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
