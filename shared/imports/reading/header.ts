import type { ColumnMap } from './columns.ts'
import { guessFields } from './headings.ts'
import type { Row } from './rows.ts'
import { isAddress } from './values.ts'
import { headingWords } from './words.ts'

/** Titles and notes may stand above the headings, but not more of them. */
const ROWS_LOOKED_AT = 15
/** Fewer known headings are a coincidence. */
const FEWEST_KNOWN = 2

export type Header = {
  /** The rows that hold headings: usually one; two when codes, explanations or days stand below. */
  headings: readonly (readonly string[])[]
  /** Where people begin in `rows`. */
  from: number
}

/** Undefined when no row looks like one with headings. */
export function findHeader(rows: readonly Row[], map: ColumnMap = {}): Header | undefined {
  const wished = new Set(Object.values(map).flat().filter(isHeading).map(headingWords))
  const known = ({ cells }: Row): number => {
    if (cells.some(isAddress)) return 0
    const fields = new Set(cells.flatMap((cell) => guessFields(cell)[0]?.field ?? []))
    return fields.size + 2 * cells.filter((cell) => wished.has(headingWords(cell))).length
  }
  const counts = rows.slice(0, ROWS_LOOKED_AT).map(known)
  const most = Math.max(0, ...counts)
  if (most < FEWEST_KNOWN) return undefined
  const first = counts.indexOf(most)
  let from = first + 1
  for (let next = rows[from]; next && from < first + 3 && isSecondHeader(next); next = rows[from]) from++
  return { headings: rows.slice(first, from).map(({ cells }) => cells), from }
}

/** Another row of headings below the first: most of its cells could be some, or a survey tool's ids. */
function isSecondHeader({ cells }: Row): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  if (filled.some(isAddress)) return false
  const known = filled.filter((cell) => guessFields(cell).length > 0 || cell.startsWith('{"ImportId"'))
  return known.length * 2 >= filled.length
}

const isHeading = (wish: string): boolean => wish !== '' && !/^[=#]/.test(wish)
