import { useEffect, useRef, useState } from 'preact/hooks'
import { TextField } from '../../form/field.tsx'
import type { Weights } from './answers.ts'
import { filledIn, sumOf, textsIn, WEIGHT_FIELDS } from './fields.ts'

/** Five numbers that add up to 1000; the sum is said while they are typed. */
export function WeightFields({ weights }: { weights: Weights }) {
  const box = useRef<HTMLFieldSetElement>(null)
  const [sum, setSum] = useState(sumOf(weights))
  useEffect(() => {
    const form = box.current?.form
    if (!form) return
    const count = () => setSum(sumOf(filledIn(textsIn(new FormData(form))).weights))
    form.addEventListener('input', count)
    return () => form.removeEventListener('input', count)
  }, [])
  const values = Object.values(weights)
  return (
    <fieldset class="group field" ref={box} id="weights">
      <legend>What counts for a good pair, in points</legend>
      <div class="weights">
        {WEIGHT_FIELDS.map(({ name, label }, index) => (
          <TextField key={name} name={name} label={label} kind="number" value={String(values[index])} />
        ))}
      </div>
      <p role="status" class={sum === 1000 ? 'hint' : 'error'}>
        {sumInWords(sum)}
      </p>
    </fieldset>
  )
}

function sumInWords(sum: number): string {
  if (Number.isNaN(sum)) return 'Each of them needs a whole number.'
  if (sum === 1000) return 'They add up to 1000.'
  return sum < 1000
    ? `They must add up to 1000: ${1000 - sum} are missing.`
    : `They must add up to 1000: ${sum - 1000} too many.`
}
