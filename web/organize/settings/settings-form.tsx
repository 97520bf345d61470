import { useRef, useState } from 'preact/hooks'
import { fieldErrors } from '../../form/check.ts'
import { ErrorSummary } from '../../form/error-summary.tsx'
import { Errors, TextArea, TextField } from '../../form/field.tsx'
import { Alert, Button } from '../../parts/feedback.tsx'
import type { Settings, Values } from './answers.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { LABELS, PUBLISH_WORDS, RULE_FIELDS, textsOf } from './fields.ts'
import { useSaving } from './use-saving.ts'
import { WeightFields } from './weight-fields.tsx'

/** What may change while the programme runs. The fields open with what is set, and are filled by `useSaving` then. */
export function SettingsForm({ current }: { current: Settings }) {
  const form = useRef<HTMLFormElement>(null)
  const [{ settings }] = useState(current)
  const { busy, problem, others, save, fillInDeployed } = useSaving(form, current)
  const texts = textsOf(settings)
  const errors = problem ? fieldErrors(problem) : {}
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {others ? <ChangedMeanwhile before={current.settings} now={others.settings} /> : null}
      {problem && problem.errors.length === 0 && problem.status !== 409 ? <Alert problem={problem} /> : null}
      <ErrorSummary errors={errors} labels={LABELS} />
      <Errors.Provider value={errors}>
        <fieldset class="section">
          <legend>
            <h2>Rounds</h2>
          </legend>
          <PublishMode value={settings.publish} />
          <WeightFields weights={settings.weights} />
          {RULE_FIELDS.map(({ name, label, hint }) => (
            <TextField key={name} name={name} label={label} hint={hint} kind="number" value={texts[name] ?? ''} />
          ))}
        </fieldset>
        <fieldset class="section">
          <legend>
            <h2>E-mails</h2>
          </legend>
          <TextArea
            name="cadence"
            label="How often pairs meet"
            hint="A sentence that every introduction has."
            rows={2}
            value={settings.cadence}
          />
          <TextField
            name="organizers"
            label="Who signs the e-mails"
            hint="For example: Ana and Joe. Left empty, nobody signs."
            optional
            value={settings.organizers}
          />
        </fieldset>
      </Errors.Provider>
      <div class="actions">
        <Button type="submit" busy={busy}>
          Save
        </Button>
        <Button kind="quiet" onClick={fillInDeployed}>
          Fill in what was deployed
        </Button>
      </div>
    </form>
  )
}

const PublishMode = ({ value }: { value: Values['publish'] }) => (
  <fieldset class="group field">
    <legend>When the regular round has its pairs</legend>
    {(['auto', 'review'] as const).map((mode) => (
      <label class="tick" key={mode}>
        <input type="radio" name="publish" value={mode} defaultChecked={value === mode} />
        <span>{PUBLISH_WORDS[mode]}</span>
      </label>
    ))}
  </fieldset>
)
