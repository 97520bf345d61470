import { useContext, useState } from 'preact/hooks'
import { timeZoneOf } from '../../shared/domain/fields.ts'
import type { Role } from '../../shared/domain/profile-form.ts'
import { STATES } from '../../shared/domain/states.ts'
import { TOPIC_CHOICES } from '../lab-words.ts'
import { languageTerms, MEETINGS, zoneTerms } from '../words.ts'
import { CheckList } from './check-list.tsx'
import { SelectField, TextArea, TextField } from './field.tsx'
import { labelsIn } from './labels.ts'
import { Section } from './section.tsx'
import { titleOf } from './steps.ts'
import { StyleScales } from './style-scales.tsx'
import type { Values } from './values.ts'
import { VOICED, VoiceContext } from './voices.ts'
import { WeekGrid } from './week-grid.tsx'
import { WorkFields } from './work-fields.tsx'

/** `signingUp`: with the address, which is given once and does not change later. */
type Props = { role: Role; values: Values; signingUp: boolean }

const STATES_BY_NAME = [...STATES].sort((one, other) => one.name.localeCompare(other.name))
const SEATS = ['1', '2', '3', '4', '5'].map((code) => ({ code, name: code }))

export function ProfileFields({ role, values, signingUp }: Props) {
  const voice = useContext(VoiceContext)
  const labels = labelsIn(voice)
  const [state, setState] = useState(values.state)
  const [zone, setZone] = useState(values.timeZone)
  /** The zone follows the state until somebody chooses another one. */
  const moveTo = (next: string) => {
    if (zone === '' || zone === timeZoneOf(state)) setZone(timeZoneOf(next) ?? '')
    setState(next)
  }
  return (
    <>
      <Section part="you" title={titleOf('you', role, voice)}>
        <div class="two">
          <TextField name="firstName" label={labels.firstName} value={values.firstName} autocomplete="given-name" />
          <TextField name="lastName" label={labels.lastName} value={values.lastName} autocomplete="family-name" />
        </div>
        {signingUp ? (
          <TextField
            name="email"
            label={labels.email}
            hint="Better a private one: hospital filters often hold back mail from outside."
            value={values.email}
            kind="email"
            autocomplete="email"
          />
        ) : null}
        <SelectField name="state" label={labels.state} terms={STATES_BY_NAME} value={values.state} onChoose={moveTo} />
      </Section>
      <Section part="work" title={titleOf('work', role, voice)}>
        <WorkFields role={role} values={values} />
      </Section>
      <Section part="topics" title={titleOf('topics', role, voice)}>
        <CheckList name="topics" legend={labels.topics} terms={TOPIC_CHOICES} chosen={values.topics} />
        <TextArea name="about" label={labels.about} hint={VOICED.aboutHint[voice]} value={values.about} optional />
        {role === 'mentor' ? (
          <SelectField
            name="capacity"
            label={labels.capacity}
            hint="One mentee takes about an hour or two a month."
            terms={SEATS}
            value={values.capacity}
          />
        ) : null}
      </Section>
      <Section part="week" title={titleOf('week', role, voice)}>
        <SelectField
          name="timeZone"
          label={labels.timeZone}
          hint="Most of the state is in this one. Choose another where that is not right."
          terms={zoneTerms(values.timeZone)}
          value={zone}
          none="Choose the state first"
          onChoose={setZone}
        />
        <WeekGrid chosen={values.availability} timeZone={zone} />
        <CheckList name="meeting" legend={labels.meeting} terms={MEETINGS} chosen={values.meeting} />
        <CheckList
          name="languages"
          legend={labels.languages}
          terms={languageTerms(values.languages)}
          chosen={values.languages}
        />
      </Section>
      <Section part="style" title={titleOf('style', role, voice)} optional>
        <p>{VOICED.styleLead[voice]}</p>
        <StyleScales style={values.style} />
      </Section>
    </>
  )
}
