import { Button } from '../../../parts/feedback.tsx'
import type { RoundSettings } from '../answers.ts'
import { NumberField } from './number-field.tsx'
import { ALL_POINTS, evenedOut, PARTS, restInWords, restOf } from './weights.ts'

type Props = { settings: RoundSettings; onChange: (settings: RoundSettings) => void }

/** The weights and rules that one round is paired with. */
export function SettingFields({ settings, onChange }: Props) {
  const { weights, rules } = settings
  const rest = restOf(weights)
  return (
    <div class="side-by-side">
      <section class="card" aria-labelledby="weights">
        <h2 id="weights">What a good pair is</h2>
        <p class="hint">The most points that each part of a score can give.</p>
        {PARTS.map(({ code, name, means }) => (
          <NumberField
            key={code}
            label={name}
            hint={means}
            value={weights[code]}
            most={ALL_POINTS}
            slider
            onChange={(points) => onChange({ ...settings, weights: { ...weights, [code]: points } })}
          />
        ))}
        <p role="status" class={rest === 0 ? 'hint' : 'error'}>
          {restInWords(weights)}
        </p>
        {rest === 0 ? null : (
          <Button kind="quiet" onClick={() => onChange({ ...settings, weights: evenedOut(weights) })}>
            Make them add up
          </Button>
        )}
      </section>
      <section class="card" aria-labelledby="rules">
        <h2 id="rules">Rules</h2>
        <NumberField
          label="Years of experience that a mentor must have more"
          hint="Pairs below this are never made."
          value={rules.minimumExperienceGap}
          most={40}
          onChange={(minimumExperienceGap) => onChange({ ...settings, rules: { ...rules, minimumExperienceGap } })}
        />
        <NumberField
          label="Points that each further mentee of a mentor costs"
          hint="More points spread new mentees over more mentors."
          value={rules.loadPenalty}
          most={100}
          onChange={(loadPenalty) => onChange({ ...settings, rules: { ...rules, loadPenalty } })}
        />
        <p class="hint">These hold for this draft alone. For all rounds to come, change them in the settings.</p>
      </section>
    </div>
  )
}
