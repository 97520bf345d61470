import { ANSWERED, inWords } from '../form/in-words.ts'
import { labelOf } from '../form/labels.ts'
import type { Values } from '../form/values.ts'

/** Everything that somebody told us, in words. */
export const AnswersList = ({ values }: { values: Values }) => (
  <dl class="facts">
    {factsOf(values)
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

const factsOf = (values: Values): [label: string, answers: string[]][] => [
  ['Name', [`${values.firstName} ${values.lastName}`.trim()].filter(Boolean)],
  ...ANSWERED.filter((field) => field !== 'firstName' && field !== 'lastName').map((field): [string, string[]] => [
    labelOf(field),
    inWords(field, values),
  ]),
]
