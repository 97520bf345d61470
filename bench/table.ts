import type { Outcome } from './outcome.ts'
import type { PeerRun } from './peers.ts'
import type { Shortage } from './people.ts'

/** What was measured on one instance. Times in s, memory in MB. A peer that did not run has a word for why. */
export type Line = {
  mentees: number
  shortage: Shortage
  ours: Outcome & { seconds: number; memory: number; phases: Record<string, number>; verified?: boolean | undefined }
  peers: Record<string, PeerRun | string>
  shortcuts: Record<string, Outcome>
}

const amount = (count: number): string => count.toLocaleString('en-US')
const WIDTHS = [18, 9, 9, 10, 10]
const PEER_WIDTH = 26

const row = (cells: readonly string[]): string =>
  cells.map((cell, n) => (n === 1 ? cell.padEnd : cell.padStart).call(cell, WIDTHS[n] ?? PEER_WIDTH)).join('  ')

export const heading = (peers: Iterable<string>): string =>
  row(['mentees × mentors', 'shape', 'placed', 'ours', 'memory', ...peers])

export const sizeLine = ({ mentees, shortage, ours, peers }: Line): string =>
  row([
    `${amount(mentees)} × ${amount(Math.floor(mentees / 4))}`,
    shortage,
    amount(ours.placed),
    `${ours.seconds.toFixed(2)} s`,
    `${amount(ours.memory)} MB`,
    ...Object.values(peers).map((run) => peerCell(run, ours.seconds)),
  ]) + (ours.verified === undefined ? '' : ours.verified ? '  verified' : '  NOT VERIFIED')

const peerCell = (run: PeerRun | string, ours: number): string =>
  typeof run === 'string'
    ? run
    : `${run.seconds.toFixed(2)} s, ${amount(run.memory)} MB, ${(run.seconds / ours).toFixed(1)}×`

/** What simpler methods lose against the best, a line each. */
export const lossLines = ({ mentees, shortage, ours, shortcuts }: Line): string[] =>
  Object.entries(shortcuts).map(([name, { placed, waits, totalScore }]) => {
    const points = (100 * (totalScore - ours.totalScore)) / Math.max(1, ours.totalScore)
    const percent = `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)} %`
    const lost = `places ${amount(ours.placed - placed)} fewer, ${amount(ours.waits - waits)} rounds of waiting fewer`
    return `${amount(mentees)} ${shortage}, ${name}: ${lost}, total score ${percent}`
  })
