import { STATES } from '../../../shared/domain/states.ts'

/** The states as tiles of one size, each about where it lies: the grid that American newsrooms use, and Puerto Rico. */

const ROWS = [
  'AK .. .. .. .. .. .. .. .. .. ME',
  '.. .. .. .. .. WI .. .. .. VT NH',
  'WA ID MT ND MN IL MI .. NY MA ..',
  'OR NV WY SD IA IN OH PA NJ CT RI',
  'CA UT CO NE MO KY WV VA MD DE ..',
  '.. AZ NM KS AR TN NC SC DC .. ..',
  '.. .. .. OK LA MS AL GA .. .. ..',
  'HI .. .. TX .. .. .. .. FL .. PR',
].map((row) => row.split(' '))

const COLUMNS = 11

/** `row` and `column` begin with 1, as a CSS grid counts. */
export type Tile = { code: string; name: string; row: number; column: number }

/** Row by row, which is also the order in which they are read. */
export const TILES: readonly Tile[] = ROWS.flatMap((codes, row) =>
  codes.flatMap((code, column) => {
    const state = STATES.find((each) => each.code === code)
    return state ? [{ code, name: state.name, row: row + 1, column: column + 1 }] : []
  }),
)

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Where an arrow key leads: the nearest tile in that direction, over gaps; undefined at the edge and for other keys. */
export function tileAfter({ row, column }: Tile, key: string): Tile | undefined {
  const step = STEPS[key]
  if (!step) return undefined
  const [rows, columns] = step
  for (let far = 1; far <= COLUMNS; far++) {
    const found = TILES.find((tile) => tile.row === row + far * rows && tile.column === column + far * columns)
    if (found) return found
  }
  return undefined
}

const LEVELS = 4

/** How dark a tile is: 0 for nobody, then by the root, so that one large state does not make all others look empty. */
export const levelOf = (count: number, most: number): number =>
  count === 0 ? 0 : Math.ceil(Math.sqrt(count / most) * LEVELS)
