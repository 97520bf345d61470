import { Figures } from '../parts/figures.tsx'
import type { Sums } from './pieces.ts'

/** What became, or would become, of the rows. */
export function SumsInFigures({ sums, would = false }: { sums: Sums; would?: boolean }) {
  const { created, updated, unchanged, refused, invited } = sums
  const number = (n: number) => n.toLocaleString('en-US')
  return (
    <Figures
      figures={[
        { name: 'New people', value: number(created) },
        { name: would ? 'Would be changed' : 'Changed', value: number(updated) },
        { name: 'Known, nothing new', value: number(unchanged) },
        { name: would ? 'Would be refused' : 'Refused', value: number(refused.length) },
        { name: 'Invitations', value: number(invited) },
      ]}
    />
  )
}
