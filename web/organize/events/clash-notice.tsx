import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../../parts/feedback.tsx'
import type { EventValues, ValueName } from './event-values.ts'
import type { Clash } from './use-event-form.ts'
import { FIELD_NAMES, valueInWords } from './words.ts'

type Props = { clash: Clash; values: EventValues; onTake: (name: ValueName) => void }

/** What somebody else saved meanwhile, beside what was typed. Takes the focus: nothing is saved until it was read. */
export function ClashNotice({ clash, values, onTake }: Props) {
  const box = useRef<HTMLElement>(null)
  const read = () => {
    box.current?.focus({ preventScroll: true })
    box.current?.scrollIntoView({ block: 'start' })
  }
  useEffect(read, [clash.theirs])
  const { before, theirs, taken, clashing } = clash
  return (
    <section class="notice bad clash-notice" ref={box} tabIndex={-1} aria-labelledby="clash">
      <h2 id="clash">Somebody else has changed this event since you opened it</h2>
      <p>
        Nothing that you typed is lost, and nothing of it is saved yet. Look this over, then press “Save” below once
        more.
      </p>
      <ul class="clashes">
        {clashing.map((name) => (
          <li key={name}>
            <h3>{FIELD_NAMES[name]}</h3>
            <dl>
              <dt>It was</dt>
              <dd>{valueInWords(before, name)}</dd>
              <dt>They made it</dt>
              <dd>{valueInWords(theirs, name)}</dd>
              <dt>You typed</dt>
              <dd>{valueInWords(values, name)}</dd>
            </dl>
            <Button
              kind="quiet"
              onClick={() => {
                onTake(name)
                read()
              }}
            >
              {`Take theirs: ${FIELD_NAMES[name]}`}
            </Button>
          </li>
        ))}
        {taken.map((name) => (
          <li key={name}>
            <h3>{FIELD_NAMES[name]}</h3>
            <dl>
              <dt>It was</dt>
              <dd>{valueInWords(before, name)}</dd>
              <dt>They made it</dt>
              <dd>{valueInWords(theirs, name)}, and so it stands in your form now</dd>
            </dl>
          </li>
        ))}
      </ul>
    </section>
  )
}
