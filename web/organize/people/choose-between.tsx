import { useState } from 'preact/hooks'
import { type Answered, inWords } from '../../form/in-words.ts'
import { labelOfTheirs } from '../../form/labels.ts'
import { type Values, valuesOf } from '../../form/values.ts'
import { Alert, Button } from '../../parts/feedback.tsx'
import type { Person } from './answers.ts'
import type { Typed } from './edit-form.tsx'
import { clashOf, joined } from './merging.ts'
import { useSaving } from './use-saving.ts'

type Props = Typed & {
  /** As somebody else has left it. */
  now: Person
  onSaved: (person: Person, changed: boolean) => void
  /** And again somebody was faster. */
  onClash: (now: Person) => void
  onBack: (values: Values) => void
}

/** Two have changed the same profile: what each wrote stands beside the other, and one of them chooses. */
export function ChooseBetween({ person, values, now, onSaved, onClash, onBack }: Props) {
  const { busy, problem, save } = useSaving()
  const [leave, setLeave] = useState<ReadonlySet<Answered>>(new Set())
  const [refused, setRefused] = useState('')
  const base = valuesOf(person)
  const theirs = valuesOf(now)
  const clash = clashOf(base, values, theirs)
  const both = joined(base, values, theirs, leave)
  const choose = (field: Answered, isTheirs: boolean) => {
    const others = [...leave].filter((each) => each !== field)
    setLeave(new Set(isTheirs ? [...others, field] : others))
  }
  const send = async () => {
    const saved = await save(now, both)
    if (!saved) return
    if ('saved' in saved) onSaved(saved.saved, saved.changed)
    if ('clash' in saved) onClash(saved.clash)
    if ('errors' in saved) setRefused(Object.values(saved.errors).join(' '))
  }
  return (
    <section aria-labelledby="clash-title">
      <div class="notice bad" role="alert">
        <h2 id="clash-title">Somebody else has changed this person meanwhile</h2>
        <p>Nothing is saved yet, and nothing that you typed is lost.</p>
      </div>
      {clash.both.map((field) => (
        <fieldset class="card two-versions" key={field}>
          <legend>
            <h3>{labelOfTheirs(field)}</h3>
          </legend>
          <Side
            field={field}
            name="What you typed"
            values={values}
            chosen={!leave.has(field)}
            onChoose={() => choose(field, false)}
          />
          <Side
            field={field}
            name="What they saved"
            values={theirs}
            chosen={leave.has(field)}
            onChoose={() => choose(field, true)}
          />
        </fieldset>
      ))}
      {clash.theirs.length ? (
        <div class="card">
          <h3>They also changed</h3>
          <dl class="facts">
            {clash.theirs.map((field) => (
              <div key={field}>
                <dt>{labelOfTheirs(field)}</dt>
                {linesOf(field, theirs).map((line) => (
                  <dd key={line}>{line}</dd>
                ))}
              </div>
            ))}
          </dl>
          <p class="hint">That stays as they have it: you did not change it.</p>
        </div>
      ) : null}
      <Alert problem={refused ? { status: 400, sentence: refused, errors: [] } : problem} />
      <div class="actions">
        <Button busy={busy} onClick={send}>
          Save this
        </Button>
        <Button kind="quiet" onClick={() => onBack(both)}>
          Back to the form
        </Button>
      </div>
    </section>
  )
}

type SideProps = { field: Answered; name: string; values: Values; chosen: boolean; onChoose: () => void }

const Side = ({ field, name, values, chosen, onChoose }: SideProps) => (
  <label class="tick">
    <input type="radio" name={field} checked={chosen} onChange={onChoose} />
    <span>
      {name}
      <span class="lines">
        {linesOf(field, values).map((line) => (
          <span key={line}>{line}</span>
        ))}
      </span>
    </span>
  </label>
)

const linesOf = (field: Answered, values: Values): string[] => {
  const lines = inWords(field, values)
  return lines.length ? lines : ['Nothing']
}
