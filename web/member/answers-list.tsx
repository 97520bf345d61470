import { STATES } from '../../shared/domain/states.ts'
import { CREDENTIALS, DEPARTMENTS, nameOf, SETTINGS, SHIFTS, type Term, TOPICS } from '../../shared/domain/taxonomy.ts'
import type { Me } from '../answers.ts'
import { LABELS } from '../form/labels.ts'
import { languageTerms, MEETINGS, STYLE_NAMES, STYLES, weekInWords, zoneName } from '../words.ts'

/** Everything that somebody told us, in words. */
export const AnswersList = ({ me }: { me: Me }) => (
  <dl class="facts">
    {factsOf(me)
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

function factsOf(me: Me): [label: string, answers: string[]][] {
  const names = (terms: readonly Term[], codes: readonly string[]) => codes.map((code) => nameOf(terms, code))
  const { style } = me
  return [
    ['Name', [`${me.firstName} ${me.lastName}`]],
    [LABELS.email, [me.email]],
    [LABELS.about, me.about ? [me.about] : []],
    [LABELS.state, names(STATES, [me.state])],
    [LABELS.setting, names(SETTINGS, [me.setting])],
    [LABELS.employer, me.employer ? [me.employer] : []],
    [LABELS.avoidSameEmployer, me.avoidSameEmployer ? ['Do not pair me with somebody there'] : []],
    [LABELS.departments, names(DEPARTMENTS, me.departments)],
    [LABELS.yearsOfExperience, [String(me.yearsOfExperience)]],
    [LABELS.shift, names(SHIFTS, [me.shift])],
    [LABELS.credentials, names(CREDENTIALS, me.credentials)],
    [LABELS.pursuing, me.pursuing ? names(CREDENTIALS, [me.pursuing]) : []],
    [LABELS.topics, names(TOPICS, me.topics)],
    [LABELS.capacity, me.capacity === undefined ? [] : [String(me.capacity)]],
    [LABELS.timeZone, [zoneName(me.timeZone)]],
    [LABELS.availability, weekInWords(me.availability)],
    [LABELS.meeting, names(MEETINGS, me.meeting)],
    [LABELS.languages, names(languageTerms(me.languages), me.languages)],
    [
      'Working style',
      style
        ? STYLE_NAMES.map((name) => {
            const { name: scale, low, high } = STYLES[name]
            return `${scale}: ${style[name]} of 5 (1 ${low.toLowerCase()}, 5 ${high.toLowerCase()})`
          })
        : [],
    ],
  ]
}
