import type { PartName } from '../../domain/programme.ts'
import { PARTS } from '../criteria/criteria.ts'
import { counted } from '../criteria/phrases.ts'
import type { Person } from '../person.ts'
import type { MatchingRules } from '../rules.ts'
import { partsOf } from '../score.ts'
import { type Pair, type Rank, type Ranks, ranksOf } from './ranks.ts'

/** Why two people were paired: the score in its parts with the facts, and how the pair ranks for either side. */
export type WhyPair = Readonly<
  Pair & {
    /** `points` of at most `most`; facts are sentences that are true whoever reads them. */
    parts: readonly { part: PartName; points: number; most: number; facts: readonly string[] }[]
    /** For organizers: with ids of others. */
    ranks: Ranks
    words: readonly [forMentee: string, forMentor: string]
  }
>

/** Why each of some pairs of a round, in their order. Costs what `ranksOf` does. */
export function whyPairs(pairs: readonly Pair[], people: readonly Person[], rules: MatchingRules): WhyPair[] {
  const byId = new Map(people.map((person) => [person.id, person]))
  const ranks = ranksOf(pairs, people, rules)
  return pairs.flatMap(({ mentee, mentor, score }, n): WhyPair[] => {
    const [one, other, rank] = [byId.get(mentee), byId.get(mentor), ranks[n]]
    if (!one || !other || !rank) return []
    const [ones, others] = [rules.read(one), rules.read(other)]
    const points = partsOf(ones, others, rules)
    const parts = PARTS.map(({ name, words }) => ({
      part: name,
      points: points[name],
      most: rules.weights[name],
      facts: words(ones, others),
    }))
    const words = [rankInWords(rank.forMentee, 'mentor', score), rankInWords(rank.forMentor, 'mentee', score)] as const
    return [{ mentee, mentor, score, parts, ranks: rank, words }]
  })
}

/** "The 2nd-best of 31 possible mentees with 741 points; the best of the others has 760." */
export function rankInWords({ rank, of, otherBest }: Rank, noun: 'mentor' | 'mentee', score: number): string {
  if (!otherBest) return `The only possible ${noun}, with ${counted(score, 'point')}.`
  const place = rank === 1 ? 'best' : `${ordinal(rank)}-best`
  return `The ${place} of ${of} possible ${noun}s, with ${counted(score, 'point')}; the best of the others has ${otherBest.score}.`
}

const ENDINGS = new Intl.PluralRules('en', { type: 'ordinal' })

/** "1st", "2nd", "11th". */
function ordinal(count: number): string {
  const ending = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }[ENDINGS.select(count)]
  return `${count}${ending}`
}
