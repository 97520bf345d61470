import type { Field } from '../../../shared/imports/reading/headings.ts'
import { FIELD_WORDS, FOR_EVERYBODY } from './field-words.ts'
import { readAgain } from './importing.ts'
import { type Mapping, missingIn, withConstant } from './mapping.ts'

/** What every row needs and no column has: to be said for everybody, where that makes sense. */
export function MissingColumns({ mapping }: { mapping: Mapping }) {
  const missing = missingIn(mapping)
  if (missing.length === 0) return null
  const without = missing.filter((field) => !FOR_EVERYBODY[field])
  return (
    <section class="card" aria-labelledby="missing-title">
      <h3 id="missing-title">What no column has</h3>
      {without.length ? (
        <p>
          Please say above which column has: <strong>{without.map((field) => FIELD_WORDS[field]).join(', ')}</strong>.
        </p>
      ) : null}
      {missing.length > without.length ? (
        <>
          <p>Rows need these too. Say above which column has them, or choose here what holds for everybody.</p>
          <div class="for-everybody">
            {missing.map((field) => (
              <ForEverybody key={field} field={field} mapping={mapping} />
            ))}
          </div>
        </>
      ) : null}
    </section>
  )
}

function ForEverybody({ field, mapping }: { field: Field; mapping: Mapping }) {
  const terms = FOR_EVERYBODY[field]
  if (!terms) return null
  return (
    <label class="choose">
      <span>{FIELD_WORDS[field]}</span>
      <select
        value={mapping.constants[field] ?? ''}
        onChange={({ currentTarget }) => {
          void readAgain({ mapping: withConstant(mapping, field, currentTarget.value) })
        }}
      >
        <option value="">Nothing</option>
        {terms.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
