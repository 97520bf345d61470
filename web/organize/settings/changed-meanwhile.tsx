import type { Values } from './answers.ts'
import { inWords, LABELS } from './fields.ts'

type Props = { before: Values; now: Values }

/** What somebody else has saved while this form was open. */
export function ChangedMeanwhile({ before, now }: Props) {
  const keys: (keyof Values)[] = ['weights', 'rules', 'publish', 'cadence', 'organizers']
  const changed = keys.filter((key) => inWords(before[key]) !== inWords(now[key]))
  return (
    <section class="notice bad" role="alert">
      <h2>Somebody else has changed the settings meanwhile</h2>
      <p>What you typed is still here and not saved yet. This is how it is now:</p>
      <ul>
        {changed.map((key) => (
          <li key={key}>
            {LABELS.get(key)}: {inWords(now[key])}
          </li>
        ))}
      </ul>
      <p>Save again, and your form replaces it. Reload the page, and theirs stays.</p>
    </section>
  )
}
