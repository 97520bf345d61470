import type { Dictionary } from './dictionary.ts'

/** No name of ours has more commas. */
const MOST_COMMAS = 4

/**
 * The entries of a cell with several answers: `A; B`, `A | B`, one a line, or `A, B` as Google Forms writes them, where a
 * name may have commas of its own. What is not known stays as it is written.
 */
export const entriesOf = (cell: string, { find }: Pick<Dictionary, 'find'>): string[] =>
  cell
    .split(/[;|\n\r•]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => (find(part) ? [part] : commaEntries(part, find)))

function commaEntries(text: string, find: Dictionary['find']): string[] {
  // A comma within brackets belongs to the name.
  const pieces = text.split(/,(?![^()]*\))/)
  const entries: string[] = []
  for (let n = 0; n < pieces.length; ) {
    const length = lengths(pieces.length - n).find((length) => find(pieces.slice(n, n + length).join(',')))
    const entry = pieces
      .slice(n, n + (length ?? 1))
      .join(',')
      .trim()
    n += length ?? 1
    if (entry) entries.push(...(length ? [entry] : joinedEntries(entry, find)))
  }
  return entries
}

/** `Hematology and Chemistry`, `Heme/Chem`: two entries, if each of them is known. */
function joinedEntries(entry: string, find: Dictionary['find']): string[] {
  const parts = entry.split(/\s*(?:\/|&|\+|\band\b)\s*/i).filter((part) => part !== '')
  return parts.length > 1 && parts.every((part) => find(part)) ? parts : [entry]
}

const lengths = (left: number): number[] =>
  Array.from({ length: Math.min(left, MOST_COMMAS + 1) }, (_, n) => Math.min(left, MOST_COMMAS + 1) - n)
