import { createContext } from 'preact'
import type { Role } from '../../shared/domain/profile-form.ts'
import { LABELS } from './labels.ts'
import { type Part, titleOf } from './steps.ts'

/** How the form calls its parts and fields. */
export type FormWords = {
  labels: Omit<typeof LABELS, 'consent'>
  titleOf: (part: Part, role: Role) => string
  /** Beside a box to tick. */
  notSameEmployer: string
}

/** It speaks to whoever fills in their own answers, unless somebody else does. */
export const FormWordsContext = createContext<FormWords>({
  labels: LABELS,
  titleOf,
  notSameEmployer: 'Do not pair me with somebody of the same employer',
})
