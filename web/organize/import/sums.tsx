import { figure } from '../parts/counted.ts'
import { Figures } from '../parts/figures.tsx'
import type { Sums } from './pieces.ts'

/** What became, or would become, of the rows. */
export function SumsInFigures({ sums, would = false }: { sums: Sums; would?: boolean }) {
  const { created, updated, unchanged, refused, invited } = sums
  return (
    <Figures
      figures={[
        { name: 'New people', value: figure(created) },
        { name: would ? 'Would be changed' : 'Changed', value: figure(updated) },
        { name: 'Known, nothing new', value: figure(unchanged) },
        { name: would ? 'Would be refused' : 'Refused', value: figure(refused.length) },
        { name: 'Invitations', value: figure(invited) },
      ]}
    />
  )
}
