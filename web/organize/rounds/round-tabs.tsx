import { Tabs } from '../parts/tabs.tsx'
import { to } from '../place.ts'
import type { Round } from './answers.ts'
import { changesIn, type Wishes } from './change/wishes.ts'

/** The parts of a round. A draft can also be changed and published. */
export function RoundTabs({ round, wishes, part }: { round: Round; wishes: Wishes; part: string }) {
  const { roundId, summary } = round
  const at = (name: string) => (name === '' ? to('rounds', roundId) : to('rounds', roundId, name))
  const draft = [
    { href: at('change'), name: 'Try changes', count: changesIn(wishes, round).length || undefined },
    { href: at('publish'), name: 'Publish' },
  ]
  return (
    <Tabs
      label="Parts of this round"
      current={at(part)}
      tabs={[
        { href: at(''), name: 'At a glance' },
        { href: at('pairs'), name: 'Pairs', count: summary?.placed },
        { href: at('without'), name: 'Without a mentor', count: summary?.unplaced },
        ...(round.status === 'drafted' ? draft : []),
      ]}
    />
  )
}
