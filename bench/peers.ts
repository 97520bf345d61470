import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** A total in the unit of the instance, the seconds from known scores to it, and the peak of the process in MB. */
export type PeerRun = { total: number; seconds: number; memory: number }
/** How many pairs there are, how many of them may be made, and how many there are of mentees and seats. */
type Size = { pairs: number; possible: number; places: number }
/** `bytes` is about the memory that it takes. */
type Peer = { command: string; words: (file: string) => string[]; bytes: (size: Size) => number }
export type Peers = Map<string, Peer>

const here = (file: string): string => join(import.meta.dirname, 'peers', file)
const succeeds = (command: string, ...words: string[]): boolean => spawnSync(command, words).status === 0

/** Values of each mentee and seat, the negative of them, and for more mentees than seats the transposed. */
const scipy: Peer = {
  command: 'python3',
  words: (file) => [here('scipy_assignment.py'), file],
  bytes: ({ pairs, places }) => 2 * pairs + 24 * places,
}
const BYTES_AN_ARC = 90
/** Each seat a column, as for SciPy; and as suits a network best: each mentor a node, with an arc a seat to the end. */
const lemons = (command: string): [string, Peer][] => [
  [
    'LEMON, seats',
    {
      command,
      words: (file) => [file, 'seats'],
      bytes: ({ pairs, possible, places }) => 2 * pairs + (BYTES_AN_ARC * possible * places) / pairs,
    },
  ],
  [
    'LEMON, mentors',
    {
      command,
      words: (file) => [file, 'mentors'],
      bytes: ({ pairs, possible }) => 2 * pairs + BYTES_AN_ARC * possible,
    },
  ],
]

/**
 * SciPy's linear_sum_assignment and LEMON's network simplex, from Debian's packages, which are installed when they are
 * not there and the user may. `folder` is where LEMON's program is built. Whoever cannot be had is left out, and told.
 */
export function preparePeers(folder: string, tell: (sentence: string) => void): Peers {
  const peers: Peers = new Map()
  const imports = (): boolean => succeeds('python3', '-c', 'import scipy')
  if (imports() || (install(tell, 'python3-scipy') && imports())) peers.set('SciPy', scipy)
  else tell('SciPy is left out: python3 cannot import it (Debian: python3-scipy).')

  const program = join(folder, 'lemon')
  const builds = (): boolean => succeeds('g++', '-O3', '-o', program, here('lemon_flow.cpp'), '-llemon')
  if (builds() || (install(tell, 'liblemon-dev', 'g++') && builds())) {
    for (const [name, lemon] of lemons(program)) peers.set(name, lemon)
  } else tell('LEMON is left out: its program does not build (Debian: liblemon-dev and g++).')
  return peers
}

function install(tell: (sentence: string) => void, ...names: string[]): boolean {
  const { status, error, stderr } = spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...names], {
    encoding: 'utf8',
  })
  if (status !== 0) tell(`apt-get cannot install ${names[0]}: ${error?.message ?? stderr.trim().split('\n').at(-1)}`)
  return status === 0
}

/** Runs one peer on a written instance; undefined when it failed, e.g. for want of memory. */
export function runPeer({ command, words }: Peer, file: string): PeerRun | undefined {
  const { status, stdout } = spawnSync(command, words(file), { encoding: 'utf8' })
  if (status !== 0) return undefined
  const [total = Number.NaN, seconds = Number.NaN, memory = Number.NaN] = stdout.trim().split(' ').map(Number)
  return { total, seconds, memory }
}
