import { useContext } from 'preact/hooks'
import type { Role } from '../../shared/domain/profile-form.ts'
import { CREDENTIALS } from '../../shared/domain/taxonomy.ts'
import { DEPARTMENT_CHOICES, SETTING_CHOICES, SHIFT_CHOICES } from '../lab-words.ts'
import { CheckList } from './check-list.tsx'
import { ChooseOne } from './choose-one.tsx'
import { SelectField, TextField, Tick } from './field.tsx'
import { labelsIn } from './labels.ts'
import type { Values } from './values.ts'
import { VOICED, VoiceContext } from './voices.ts'

/** A mentee's next credential matters to the pairing and stands in sight; a mentor's is a detail. */
export function WorkFields({ role, values }: { role: Role; values: Values }) {
  const voice = useContext(VoiceContext)
  const labels = labelsIn(voice)
  const pursuing = (
    <SelectField
      name="pursuing"
      label={labels.pursuing}
      terms={CREDENTIALS}
      value={values.pursuing}
      none="None at the moment"
      optional
    />
  )
  return (
    <>
      <ChooseOne name="setting" label={labels.setting} choices={SETTING_CHOICES} value={values.setting} />
      <TextField name="employer" label={labels.employer} value={values.employer} autocomplete="organization" optional />
      <Tick name="avoidSameEmployer" checked={values.avoidSameEmployer}>
        {VOICED.notSameEmployer[voice]}
      </Tick>
      <CheckList
        name="departments"
        legend={labels.departments}
        terms={DEPARTMENT_CHOICES}
        chosen={values.departments}
      />
      <TextField
        name="yearsOfExperience"
        label={labels.yearsOfExperience}
        hint="Whole years, 0 when just starting."
        value={values.yearsOfExperience}
        kind="number"
      />
      <ChooseOne name="shift" label={labels.shift} choices={SHIFT_CHOICES} value={values.shift} />
      {role === 'mentee' ? pursuing : null}
      <details>
        <summary>
          {role === 'mentor' ? 'Credentials' : labels.credentials} <span class="optional">(optional)</span>
        </summary>
        <CheckList
          name="credentials"
          legend={labels.credentials}
          terms={CREDENTIALS}
          chosen={values.credentials}
          optional
        />
        {role === 'mentor' ? pursuing : null}
      </details>
    </>
  )
}
