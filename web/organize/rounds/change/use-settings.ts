import { useEffect } from 'preact/hooks'
import * as z from 'zod'
import { useLoaded } from '../../use-loaded.ts'
import { RoundSettings } from '../answers.ts'
import type { RoundProps } from '../one-round.tsx'

const Settings = z.object({ settings: RoundSettings })

/** What the programme has, for a draft that does not say what it was made with. */
export function useSettings({ wishes, onWish }: Pick<RoundProps, 'wishes' | 'onWish'>) {
  const { value, problem } = useLoaded(Settings, wishes.settings ? undefined : '/organizer/settings')
  useEffect(() => {
    if (value && !wishes.settings) onWish((before) => ({ ...before, settings: before.settings ?? value.settings }))
  }, [value])
  return problem
}
