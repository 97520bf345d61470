import { Screen } from '../../parts/screen.tsx'
import { browserZone } from '../../words.ts'
import type { RoomProps } from '../console.tsx'
import { ChooseDay } from './choose-day.tsx'
import { dayIn, isDay } from './days.ts'
import { Download } from './download.tsx'
import { Trail } from './trail.tsx'
import './audit.css'

/** Who did what, and when: the trail of today, or of the day in the address. */
export function Audit({ rest: [asked = ''] }: RoomProps) {
  const timeZone = browserZone()
  const now = new Date().toISOString()
  const today = dayIn(timeZone, now)
  const day = isDay(asked) ? asked : today
  return (
    <Screen title="Audit" lead="Who did what, and when. It is kept for two years, and nobody can change it.">
      <ChooseDay day={day} today={today} />
      <Trail day={day} today={today} timeZone={timeZone} />
      <Download today={dayIn('UTC', now)} />
    </Screen>
  )
}
