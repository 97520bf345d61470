import type { FormWords } from '../../form/form-words.ts'
import type { Answered } from '../../form/in-words.ts'
import { LABELS, labelOf } from '../../form/labels.ts'
import { titleOf } from '../../form/steps.ts'

/** The form speaks to whoever fills it in; these are for somebody else who reads it. */
const OF_THEM: Partial<Record<Answered, string>> = {
  about: 'About them',
  setting: 'Where they work',
  pursuing: 'Credential they work towards',
  credentials: 'Credentials they hold',
  availability: 'When they are free',
}

export const labelOfTheirs = (field: Answered): string => OF_THEM[field] ?? labelOf(field)

/** The same for the form itself, when an organizer corrects it. */
export const WORDS_OF_THEM: FormWords = {
  labels: { ...LABELS, ...OF_THEM },
  titleOf(part, role) {
    if (part === 'you') return 'About them'
    if (part === 'work') return 'Their work'
    if (part === 'topics') return role === 'mentor' ? 'What they can offer' : 'What they want to talk about'
    return titleOf(part, role)
  },
  notSameEmployer: 'Do not pair them with somebody of the same employer',
}
