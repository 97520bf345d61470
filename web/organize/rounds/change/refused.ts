import type { Problem } from '../../../api.ts'
import { namesOf, type Wishes } from './wishes.ts'

/** A problem that says which pairs are not possible: by name, where the API counts them as `pins.0` and `never.0`. */
export function inNames(problem: Problem | undefined, wishes: Wishes): Problem | undefined {
  const refused = problem?.errors.flatMap(({ path, message }) => {
    const [, list, nth] = /^(pins|never)\.(\d+)$/.exec(path) ?? []
    const pair = list === 'pins' || list === 'never' ? wishes[list][Number(nth)] : undefined
    return pair ? `${namesOf(pair)}: ${message}` : []
  })
  return problem && refused?.length ? { ...problem, sentence: refused.join(' ') } : problem
}
