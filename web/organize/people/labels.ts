import type { Answered } from '../../form/in-words.ts'
import { labelOf } from '../../form/labels.ts'

/** The form speaks to whoever fills it in; these are for somebody else who reads it. */
const OF_THEM: Partial<Record<Answered, string>> = {
  about: 'About them',
  setting: 'Where they work',
  pursuing: 'Credential they work towards',
  credentials: 'Credentials they hold',
  availability: 'When they are free',
}

export const labelOfTheirs = (field: Answered): string => OF_THEM[field] ?? labelOf(field)
