import { nameOf, type Term } from '../../../shared/domain/taxonomy.ts'
import { capital, figure, many } from '../parts/counted.ts'
import type { Wanted } from './answers.ts'

/** What waiting mentees want against what free seats offer: where to look for mentors. */

export type Demand = Wanted & { code: string; name: string }

/** Those that somebody wants or offers; the largest lack of seats first. */
export function demandOf(counts: Readonly<Record<string, Wanted>>, terms: readonly Term[]): Demand[] {
  return Object.entries(counts)
    .filter(([, { wanted, offered }]) => wanted > 0 || offered > 0)
    .map(([code, count]) => ({ code, name: nameOf(terms, code), ...count }))
    .sort(
      (one, other) => lackOf(other) - lackOf(one) || other.wanted - one.wanted || one.name.localeCompare(other.name),
    )
}

const lackOf = ({ wanted, offered }: Wanted): number => wanted - offered

/** So many gaps are told in words; the chart has the rest. */
const MOST_TOLD = 3

/** `12 mentees want blood bank, 5 free seats offer it.` for each of the largest gaps. `what`: a department, a topic. */
export function whereToRecruit(demand: readonly Demand[], what: 'department' | 'topic'): string {
  const gaps = demand.filter((each) => lackOf(each) > 0).slice(0, MOST_TOLD)
  if (gaps.length > 0) return gaps.map(gapInWords).join(' ')
  if (demand.some(({ wanted }) => wanted > 0)) return `Each ${what} that waiting mentees want has free seats enough.`
  return `No mentee waits, so no ${what} is short of seats.`
}

const gapInWords = ({ wanted, offered, name }: Demand): string => {
  const wish = `${capital(many(wanted, 'mentee'))} ${wanted === 1 ? 'wants' : 'want'} ${inSentence(name)}`
  if (offered === 0) return `${wish}, and no free seat offers it.`
  return `${wish}, ${offered === 1 ? '1 free seat offers' : `${figure(offered)} free seats offer`} it.`
}

/** The first of several names, as it stands in a sentence: `blood bank`, but `LIS`. */
export function inSentence(name: string): string {
  const [first = name] = name.split(/ \/ | \(/)
  return /^[A-Z]{2}/.test(first) ? first : first.charAt(0).toLowerCase() + first.slice(1)
}
