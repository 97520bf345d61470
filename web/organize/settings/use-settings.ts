import { keep } from '../kept.ts'
import { useLoaded } from '../use-loaded.ts'
import { Settings } from './answers.ts'

const newer = (one: Settings | undefined, other: Settings): Settings =>
  one && one.version > other.version ? one : other

/** What this window has changed last. A save, or the "Undo" after it, may end when this part was left and opened again. */
const changed = keep<Settings | undefined>(undefined)
export const settingsAreNow = (now: Settings): void => void changed.change((before) => newer(before, now))

/** The settings as they were read when this part was opened, or as this window has changed them since. */
export function useSettings() {
  const { value, problem } = useLoaded(Settings, '/organizer/settings')
  const last = changed.use()
  return { value: value && newer(last, value), problem }
}
