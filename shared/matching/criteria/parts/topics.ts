import { TOPICS } from '../../../domain/taxonomy.ts'
import { inMask } from '../bits.ts'
import type { Part } from '../part.ts'
import { listed, shortName } from '../phrases.ts'

/** Topics that the mentee wants and the mentor offers: the covered share of what is wanted, rare topics weighing more. */
export const topics: Part = {
  name: 'topics',
  criteria: [
    {
      kind: 'chosen',
      share: 100,
      size: TOPICS.length,
      mask: (person) => person.topics,
      weights: ({ topicWeights }) => topicWeights,
    },
  ],
  words: (mentee, mentor) => {
    const common = inMask(TOPICS, mentee.topics & mentor.topics).map(shortName)
    return common.length > 0 ? [`You both chose ${listed(common)}.`] : []
  },
}
