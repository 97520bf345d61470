import { describe, expect, it } from 'vitest'
import { DEPARTMENTS, TOPICS } from '../../shared/domain/taxonomy.ts'
import { balanceInWords, seatsHint } from '../../web/organize/overview/balance.ts'
import { demandOf, inSentence, whereToRecruit } from '../../web/organize/overview/demand.ts'

describe('where to recruit', () => {
  const counts = {
    hematology: { wanted: 3, offered: 9 },
    blood_bank: { wanted: 12, offered: 5 },
    lis: { wanted: 1, offered: 0 },
    cytology: { wanted: 0, offered: 0 },
    microbiology: { wanted: 6, offered: 1 },
    toxicology: { wanted: 2, offered: 1 },
  }
  const demand = demandOf(counts, DEPARTMENTS)

  it('begins with the largest lack of seats and leaves out what nobody wants or offers', () => {
    expect(demand.map(({ code }) => code)).toEqual(['blood_bank', 'microbiology', 'toxicology', 'lis', 'hematology'])
  })

  it('is told for the three largest gaps', () => {
    expect(whereToRecruit(demand, 'department')).toBe(
      '12 mentees want blood bank, 5 free seats offer it. 6 mentees want microbiology, 1 free seat offers it. ' +
        '2 mentees want toxicology, 1 free seat offers it.',
    )
  })

  it('says so when no seat offers it at all', () => {
    const one = demandOf({ lis: { wanted: 1, offered: 0 } }, DEPARTMENTS)
    expect(whereToRecruit(one, 'department')).toBe('1 mentee wants LIS, and no free seat offers it.')
  })

  it('says so when there are seats enough, and when nobody waits', () => {
    const enough = demandOf({ time: { wanted: 2, offered: 2 } }, TOPICS)
    expect(whereToRecruit(enough, 'topic')).toBe('Each topic that waiting mentees want has free seats enough.')
    expect(whereToRecruit([], 'topic')).toBe('No mentee waits, so no topic is short of seats.')
  })

  it.for([
    ['Blood bank / immunohematology / transfusion service', 'blood bank'],
    ['Generalist (rotates)', 'generalist'],
    ['LIS / informatics', 'LIS'],
    ['Work/life integration', 'work/life integration'],
  ] as const)('names %s in a sentence as %s', ([name, words]) => {
    expect(inSentence(name)).toBe(words)
  })
})

describe('seats against mentees', () => {
  it.for([
    [{ waiting: 10, free: 0 }, '10 mentees wait, and no seat is free: mentors are what is needed.', '10 seats too few'],
    [{ waiting: 310, free: 190 }, '310 mentees wait for 190 free seats: 120 seats too few.', '120 seats too few'],
    [
      { waiting: 1, free: 1 },
      '1 mentee waits, and there are seats for all: 1 seat is free.',
      'enough for all who wait',
    ],
    [{ waiting: 0, free: 1200 }, 'No mentee waits; 1,200 seats are free.', 'nobody waits for one'],
    [{ waiting: 0, free: 0 }, 'No mentee waits, and no seat is free.', 'nobody waits for one'],
  ] as const)('%o', ([balance, sentence, hint]) => {
    expect([balanceInWords(balance), seatsHint(balance)]).toEqual([sentence, hint])
  })
})
