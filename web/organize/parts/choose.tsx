import type { Term } from '../../../shared/domain/taxonomy.ts'

type Props = {
  label: string
  terms: readonly Term[]
  value: string
  /** Stands for none of them; left out where one is always chosen. */
  all?: string
  onChoose: (code: string) => void
}

/** A filter of a list: one of these, or all. */
export const Choose = ({ label, terms, value, all, onChoose }: Props) => (
  <label class="choose">
    <span>{label}</span>
    <select value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
      {all === undefined ? null : <option value="">{all}</option>}
      {terms.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  </label>
)
