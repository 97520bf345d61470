import { useState } from 'preact/hooks'
import type { Term } from '../../../shared/domain/taxonomy.ts'
import { Button } from '../../parts/feedback.tsx'
import { Bars } from '../parts/chart/bars.tsx'
import { Chart } from '../parts/chart/chart.tsx'
import { figure } from '../parts/counted.ts'
import type { Wanted } from './answers.ts'
import { demandOf, whereToRecruit } from './demand.ts'

/** As many as are taken in at a glance. */
const FIRST = 6

type Props = { what: 'department' | 'topic'; counts: Readonly<Record<string, Wanted>>; terms: readonly Term[] }

/** What waiting mentees want beside what free seats offer, the largest lack of seats first. */
export function DemandChart({ what, counts, terms }: Props) {
  const [all, setAll] = useState(false)
  const demand = demandOf(counts, terms)
  const title = what === 'department' ? 'Departments' : 'Topics'
  return (
    <Chart
      title={title}
      sentence={whereToRecruit(demand, what)}
      numbers={{
        heads: [title, 'Mentees want it', 'Free seats offer it'],
        rows: demand.map(({ name, wanted, offered }) => [name, figure(wanted), figure(offered)]),
      }}
      tools={
        demand.length > FIRST ? (
          <Button kind="quiet" onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show all ${demand.length}`}
          </Button>
        ) : null
      }
    >
      <Bars
        rows={(all ? demand : demand.slice(0, FIRST)).map(({ name, wanted, offered }) => ({
          name,
          counts: [wanted, offered],
          words: [`${figure(wanted)} ${wanted === 1 ? 'wants' : 'want'} it`, `${figure(offered)} offered`],
        }))}
      />
    </Chart>
  )
}
