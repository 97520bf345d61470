import { useRef, useState } from 'preact/hooks'
import { type EventValues, endFollowing, isSame, readValues, VALUE_NAMES, type ValueName } from './event-values.ts'
import { keepValues, keptValues } from './kept-values.ts'
import { type Merged, merged, withValues } from './merging.ts'
import type { QuestionValues } from './question-values.ts'

export type Opened = { values: EventValues; version: number }
/** What somebody else changed: from what, to what, and what of it is now in the form. */
export type Clash = Omit<Merged, 'values'> & { before: EventValues; theirs: EventValues }

type State = {
  /** What is stored, as far as this form knows. */
  before: EventValues
  version: number
  /** What the fields were last filled with; another `round` fills them anew. */
  initial: EventValues
  round: number
  values: EventValues
  clash?: Clash
  restored: boolean
}

/** The form of one event: what is typed, kept through a reload, and brought together with what others saved. */
export function useEventForm(form: string, opened: Opened) {
  const [state, render] = useState<State>(() => openedWith(form, opened))
  /** A question's own field and the form around it hear of the same key: the second must know what the first did. */
  const latest = useRef(state)
  const setState = (next: State) => {
    latest.current = next
    render(next)
  }
  const typed = (values: EventValues) => {
    const { before, version } = latest.current
    keepValues(form, { before, version, typed: values })
    setState({ ...latest.current, values })
  }
  const fill = (values: EventValues, more: Partial<State>) => {
    const next = { ...latest.current, ...more, values, initial: values, round: latest.current.round + 1 }
    keepValues(form, { before: next.before, version: next.version, typed: values })
    setState(next)
  }

  return {
    ...state,
    isTouched: VALUE_NAMES.some((name) => !isSame(state.before, state.values, name)),
    read(element: HTMLFormElement) {
      const { values: before } = latest.current
      const values = readValues(new FormData(element), before.questions)
      const endsAt = endFollowing(before.startsAt, values.startsAt, values.endsAt)
      typed({ ...values, endsAt })
    },
    ask: (questions: QuestionValues[]) => typed({ ...latest.current.values, questions }),
    /** Somebody else saved: goes on from there. */
    meet(theirs: Opened) {
      const { values, ...clash } = merged(state.before, state.values, theirs.values)
      const met = { ...clash, before: state.before, theirs: theirs.values }
      fill(values, { before: theirs.values, version: theirs.version, clash: met })
    },
    /** Their value in the place of one's own. */
    take(name: ValueName) {
      const { clash } = state
      if (!clash) return
      const clashing = clash.clashing.filter((each) => each !== name)
      const taken = [...clash.taken, name]
      fill(withValues(state.values, clash.theirs, [name]), { clash: { ...clash, clashing, taken } })
    },
    /** Away with what was typed. */
    startOver() {
      keepValues(form, undefined)
      setState({ ...freshly({ values: state.before, version: state.version }), round: state.round + 1 })
    },
    forget: () => keepValues(form, undefined),
  }
}

const freshly = ({ values, version }: Opened): State => ({
  before: values,
  version,
  initial: values,
  values,
  round: 0,
  restored: false,
})

function openedWith(form: string, opened: Opened): State {
  const kept = keptValues(form)
  const fresh = freshly(opened)
  if (!kept) return fresh
  const { values, ...clash } = merged(kept.before, kept.typed, opened.values)
  const others = kept.version !== opened.version && (clash.taken.length > 0 || clash.clashing.length > 0)
  return {
    ...fresh,
    initial: values,
    values,
    restored: true,
    ...(others && { clash: { ...clash, before: kept.before, theirs: opened.values } }),
  }
}
