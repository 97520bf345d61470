import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useRequest } from '../../parts/use-request.ts'
import { useAsking } from '../asking.ts'
import { useNotices } from '../notices.tsx'
import { Settings } from './answers.ts'
import { changesOf, filledIn, joined, type Texts, textsIn, textsOf } from './fields.ts'
import { settingsAreNow } from './use-settings.ts'

/** Saves what the form has, with a way back. Whatever is typed and not saved stays in it, also when others save. */
export function useSaving(form: RefObject<HTMLFormElement | null>, current: Settings) {
  const { ask } = useAsking()
  const say = useNotices()
  const [base, setBase] = useState(current)
  const [others, setOthers] = useState<Settings>()
  const { busy, problem, send } = useRequest()

  const patch = (changes: ReturnType<typeof changesOf>, { version }: Settings) =>
    ask(Settings, { method: 'PATCH', path: '/organizer/settings', body: { version, ...changes } })
  /** Shows what is there now in the place of what was there before. */
  const put = (before: Texts, now: Texts) => {
    if (form.current) fillIn(form.current, joined(typedIn(form.current), before, now))
  }
  const hold = (before: Texts, now: Settings) => {
    put(before, textsOf(now.settings))
    setOthers(undefined)
    setBase(now)
  }
  useEffect(() => {
    if (current.version > base.version) hold(textsOf(base.settings), current)
  }, [current])

  const save = async () => {
    if (!form.current) return
    const typed = typedIn(form.current)
    const changes = changesOf(filledIn(typed), base)
    if (Object.keys(changes).length === 0) return say({ words: 'Nothing has changed.' })
    const answer = await send(() => patch(changes, base))
    if (answer?.ok) {
      hold(typed, answer.value)
      settingsAreNow(answer.value)
      return say({ words: 'Saved.', undo: () => void undo(answer.value) })
    }
    const now = answer && Settings.safeParse(answer.problem.current).data
    // The next save is on top of what is there now.
    if (!now) return
    put(textsOf(base.settings), textsOf(now.settings))
    setOthers(now)
    setBase(now)
  }
  const undo = async (saved: Settings) => {
    const answer = await patch(changesOf(base.settings, saved), saved)
    if (answer.ok) {
      settingsAreNow(answer.value)
      return say({ words: 'Undone.' })
    }
    say({ words: answer.problem.status === 409 ? CHANGED_SINCE : answer.problem.sentence, bad: true })
  }
  const fillInDeployed = () => {
    if (!form.current) return
    const [before, deployed] = [typedIn(form.current), textsOf(base.deployed)]
    fillIn(form.current, deployed)
    say({ words: 'Filled in, and not saved yet.', undo: () => put(deployed, before) })
  }
  return { busy, problem, others, save, fillInDeployed }
}

const CHANGED_SINCE = 'The settings have been changed again since then, so nothing is undone.'

const typedIn = (form: HTMLFormElement): Texts => textsIn(new FormData(form))

function fillIn(form: HTMLFormElement, texts: Texts): void {
  for (const [name, text] of Object.entries(texts)) {
    const field = form.elements.namedItem(name)
    const takesText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
    if (takesText || field instanceof RadioNodeList) field.value = text
  }
  form.dispatchEvent(new Event('input', { bubbles: true }))
}
