import type { Labels } from '../../form/labels.ts'
import type { EventValues } from './event-values.ts'
import { fieldOf } from './question-values.ts'
import { FIELD_NAMES } from './words.ts'

/** The name of each field, for the list of errors; in the form's order. */
export const labelsOf = ({ questions }: EventValues): Labels =>
  new Map([
    ...Object.entries(FIELD_NAMES),
    ...questions.flatMap((_, index): [string, string][] => [
      [fieldOf(index, 'label'), `Question ${index + 1}`],
      [fieldOf(index, 'type'), `Question ${index + 1}, how it is answered`],
      [fieldOf(index, 'options'), `Question ${index + 1}, what one can choose`],
    ]),
  ])
