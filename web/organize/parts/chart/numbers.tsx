import type { ComponentChildren } from 'preact'

/** A head for each column, and rows that begin with their name. */
export type Numbers = {
  heads: readonly string[]
  rows: readonly (readonly [name: string, ...cells: ComponentChildren[]])[]
}

type Props = Numbers & { label: string }

/** A small table of counts, which stays one on a phone. */
export const NumbersTable = ({ label, heads, rows }: Props) => (
  <table class="numbers" aria-label={label}>
    <thead>
      <tr>
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
          {cells.map((cell, index) => (
            <td key={heads[index + 1]}>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
