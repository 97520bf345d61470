import { Screen } from '../parts/screen.tsx'
import { to } from './place.ts'

/** An address of the console behind which there is nothing, or nothing any more. */
export const NotHere = ({ what = 'page' }: { what?: string }) => (
  <Screen title={`There is no such ${what}`} lead="It may be gone, or the address is not complete.">
    <p>
      <a href={to('overview')}>Go to the overview</a>
    </p>
  </Screen>
)
