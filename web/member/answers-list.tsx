import { STATES } from '../../shared/domain/states.ts'
import { CREDENTIALS, DEPARTMENTS, nameOf, SETTINGS, SHIFTS, type Term, TOPICS } from '../../shared/domain/taxonomy.ts'
import { LABELS } from '../form/labels.ts'
import type { Values } from '../form/values.ts'
import { languageTerms, MEETINGS, STYLE_NAMES, STYLES, weekInWords, zoneName } from '../words.ts'

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

function factsOf(values: Values): [label: string, answers: string[]][] {
  const names = (terms: readonly Term[], codes: readonly string[]) => codes.map((code) => nameOf(terms, code))
  const { style } = values
  return [
    ['Name', [`${values.firstName} ${values.lastName}`.trim()].filter(Boolean)],
    [LABELS.email, [values.email]],
    [LABELS.about, values.about ? [values.about] : []],
    [LABELS.state, names(STATES, [values.state])],
    [LABELS.setting, names(SETTINGS, [values.setting])],
    [LABELS.employer, values.employer ? [values.employer] : []],
    [LABELS.avoidSameEmployer, values.avoidSameEmployer ? ['Do not pair me with somebody there'] : []],
    [LABELS.departments, names(DEPARTMENTS, values.departments)],
    [LABELS.yearsOfExperience, [values.yearsOfExperience]],
    [LABELS.shift, names(SHIFTS, [values.shift])],
    [LABELS.credentials, names(CREDENTIALS, values.credentials)],
    [LABELS.pursuing, values.pursuing ? names(CREDENTIALS, [values.pursuing]) : []],
    [LABELS.topics, names(TOPICS, values.topics)],
    [LABELS.capacity, values.capacity ? [values.capacity] : []],
    [LABELS.timeZone, values.timeZone ? [zoneName(values.timeZone)] : []],
    [LABELS.availability, weekInWords(values.availability)],
    [LABELS.meeting, names(MEETINGS, values.meeting)],
    [LABELS.languages, names(languageTerms(values.languages), values.languages)],
    [
      'Working style',
      STYLE_NAMES.some((name) => style[name])
        ? STYLE_NAMES.map((name) => {
            const { name: scale, low, high } = STYLES[name]
            return `${scale}: ${style[name] || 'any'} of 5 (1 ${low.toLowerCase()}, 5 ${high.toLowerCase()})`
          })
        : [],
    ],
  ]
}
