import type { Problem } from '../../api.ts'
import { FIELD_NAMES } from './words.ts'

const names: Readonly<Record<string, string | undefined>> = FIELD_NAMES

/** A refusal where no form stands: with what is wrong, field by field. */
export function explained(problem: Problem | undefined): Problem | undefined {
  if (!problem || problem.errors.length === 0) return problem
  const wrong = problem.errors.map(({ path, message }) => `${names[path] ?? path}: ${message}`)
  return { ...problem, sentence: `${wrong.join(' ')} It can be mended under “Change”.` }
}
