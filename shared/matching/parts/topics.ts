import { TOPICS } from '../../domain/taxonomy.ts'
import { inMask } from '../bits.ts'
import { FULL, type Part } from '../part.ts'
import { listed, shortName } from '../phrases.ts'

/** Topics that the mentee wants and the mentor offers: the covered share of what is wanted, rare topics weighing more. */
export const topics: Part = {
  name: 'topics',
  criteria: [
    {
      share: 100,
      fit: (mentee, mentor, { topicWeights }) => {
        const wanted = weightOf(mentee.topics, topicWeights)
        return wanted === 0 ? 0 : Math.floor((FULL * weightOf(mentee.topics & mentor.topics, topicWeights)) / wanted)
      },
    },
  ],
  words: (mentee, mentor) => {
    const common = inMask(TOPICS, mentee.topics & mentor.topics).map(shortName)
    return common.length > 0 ? [`You both chose ${listed(common)}.`] : []
  },
}

function weightOf(mask: number, weights: readonly number[]): number {
  let sum = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) sum += weights[31 - Math.clz32(rest & -rest)] ?? 0
  return sum
}
