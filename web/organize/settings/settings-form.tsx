import { useRef, useState } from 'preact/hooks'
import { fieldErrors } from '../../form/check.ts'
import { ErrorSummary } from '../../form/error-summary.tsx'
import { Errors, TextArea, TextField } from '../../form/field.tsx'
import { Alert, Button } from '../../parts/feedback.tsx'
import { useRequest } from '../../parts/use-request.ts'
import { useAsking } from '../asking.ts'
import { useNotices } from '../notices.tsx'
import { Settings, type Values } from './answers.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { changesOf, filledIn, joined, LABELS, PUBLISH_WORDS, RULE_FIELDS } from './fields.ts'
import { WeightFields } from './weight-fields.tsx'

type Props = { current: Settings; onSave: (settings: Settings) => void }

/** What may change while the programme runs. */
export function SettingsForm({ current, onSave }: Props) {
  const { ask } = useAsking()
  const say = useNotices()
  const form = useRef<HTMLFormElement>(null)
  const [base, setBase] = useState(current)
  const [others, setOthers] = useState<Settings>()
  const { busy, problem, send } = useRequest()

  const patch = (changes: ReturnType<typeof changesOf>, { version }: Settings) =>
    ask(Settings, { method: 'PATCH', path: '/organizer/settings', body: { version, ...changes } })
  const save = async () => {
    if (!form.current) return
    const typed = filledIn(new FormData(form.current))
    const changes = changesOf(typed, base)
    if (Object.keys(changes).length === 0) return say({ words: 'Nothing has changed.' })
    const answer = await send(() => patch(changes, base))
    if (answer?.ok) {
      onSave(answer.value)
      return say({ words: 'Saved.', undo: () => void undo(answer.value) })
    }
    const now = answer && Settings.safeParse(answer.problem.current).data
    // The next save is on top of what is there now.
    if (!now) return
    fillIn(form.current, joined(typed, base.settings, now.settings))
    setOthers(now)
    setBase(now)
  }
  const undo = async (saved: Settings) => {
    const answer = await patch(changesOf(base.settings, saved), saved)
    if (answer.ok) onSave(answer.value)
    else say({ words: answer.problem.sentence, bad: true })
  }

  const { settings } = current
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
            <TextField key={name} name={name} label={label} hint={hint} kind="number" value={ruleOf(settings, name)} />
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
        <Button
          kind="quiet"
          onClick={() => {
            if (form.current) fillIn(form.current, current.deployed)
          }}
        >
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

const ruleOf = ({ rules }: Values, name: string): string =>
  String(name === 'rules.loadPenalty' ? rules.loadPenalty : rules.minimumExperienceGap)

/** Puts settings into the form, to be looked at and saved. */
function fillIn(form: HTMLFormElement, { weights, rules, publish, cadence, organizers }: Values): void {
  const texts = {
    ...Object.fromEntries(Object.entries(weights).map(([key, points]) => [`weights.${key}`, String(points)])),
    ...Object.fromEntries(Object.entries(rules).map(([key, number]) => [`rules.${key}`, String(number)])),
    cadence,
    organizers,
  }
  for (const [name, text] of Object.entries(texts)) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = text
  }
  const modes = form.elements.namedItem('publish')
  if (modes instanceof RadioNodeList) modes.value = publish
  form.dispatchEvent(new Event('input', { bubbles: true }))
}
