import { ANSWERED, type Answered, inWords } from '../form/in-words.ts'
import { labelOf } from '../form/labels.ts'
import type { Values } from '../form/values.ts'

type Label = (field: Answered) => string

/** Everything that somebody told us, in words. `label`: for another reader than the one who answered. */
export const AnswersList = ({ values, label = labelOf }: { values: Values; label?: Label }) => (
  <dl class="facts">
    {factsOf(values, label)
      .filter(([, answers]) => answers.length > 0)
      .map(([label, answers]) => (
        <div key={label}>
          <dt>{label}</dt>
          {answers.map((answer) => (
            <dd key={answer}>{answer}</dd>
          ))}
        </div>
      ))}
  </dl>
)

const factsOf = (values: Values, label: Label): [label: string, answers: string[]][] => [
  ['Name', [`${values.firstName} ${values.lastName}`.trim()].filter(Boolean)],
  ...ANSWERED.filter((field) => field !== 'firstName' && field !== 'lastName').map((field): [string, string[]] => [
    label(field),
    inWords(field, values),
  ]),
]
