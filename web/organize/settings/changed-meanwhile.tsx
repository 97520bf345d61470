import type { Values } from './answers.ts'
import { differing, inWords, LABELS } from './fields.ts'

type Props = { before: Values; now: Values }

/** What somebody else has saved while this form was open. */
export function ChangedMeanwhile({ before, now }: Props) {
  return (
    <section class="notice bad" role="alert">
      <h2>Somebody else has changed the settings meanwhile</h2>
      <p>What you typed is still here and not saved yet. This is what they changed:</p>
      <ul>
        {differing(before, now).map((key) => (
          <li key={key}>
            {LABELS.get(key)}: {inWords(now[key])}
          </li>
        ))}
      </ul>
      <p>
        What you had not touched is in your form now as they have it. Where you both changed the same, your form
        replaces theirs when you save it again; reload the page, and theirs stays.
      </p>
    </section>
  )
}
