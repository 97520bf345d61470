import { describe, expect, it } from 'vitest'
import type { Round } from '../../web/organize/rounds/answers.ts'
import { compared, effectOf, movesInWords } from '../../web/organize/rounds/change/compare.ts'
import { inNames } from '../../web/organize/rounds/change/refused.ts'
import { evenedOut, numberIn, restInWords, restOf } from '../../web/organize/rounds/change/weights.ts'
import {
  allowing,
  asMade,
  bodyOf,
  changesIn,
  forbidding,
  isPinned,
  isSame,
  neverOf,
  pinning,
  unpinning,
} from '../../web/organize/rounds/change/wishes.ts'

const usual = { topics: 350, practice: 200, style: 150, contact: 150, background: 150 }
const settings = { weights: usual, rules: { minimumExperienceGap: 2, loadPenalty: 2 } }
const draft: Round = {
  roundId: 'r',
  status: 'drafted',
  publish: false,
  settings,
  pins: [{ menteeId: 'ana', mentorId: 'tom' }],
  progress: { phase: 'done', done: 1, total: 1 },
  startedAt: '2027-01-12T15:00:00.000Z',
}
const pair = (mentee: string, mentor: string) => ({ menteeId: mentee, mentorId: mentor, names: { mentee, mentor } })
const forbidden = (mentee: string, mentor: string) => ({ ...pair(mentee, mentor), matchId: `r.${mentee}` })

describe('five weights', () => {
  it('say what is still to be given, or too much', () => {
    expect(restInWords(usual)).toBe('They add up to 1000.')
    expect(restInWords({ ...usual, topics: 310 })).toBe('40 of 1000 are still to be given.')
    expect(restInWords({ ...usual, topics: 400 })).toBe('That is 50 more than 1000.')
  })

  it.for([
    { topics: 1, practice: 1, style: 1, contact: 0, background: 0 },
    { topics: 1000, practice: 999, style: 3, contact: 1, background: 0 },
    { topics: 0, practice: 0, style: 0, contact: 0, background: 7 },
    { topics: 0, practice: 0, style: 0, contact: 0, background: 0 },
    usual,
  ])('add up to 1000 when they are evened out, each within one point of its share: %o', (weights) => {
    const sum = 1000 - restOf(weights)
    const even = evenedOut(weights)
    expect(restOf(even)).toBe(0)
    for (const part of ['topics', 'practice', 'style', 'contact', 'background'] as const) {
      expect(Math.abs(even[part] - (sum === 0 ? 200 : (weights[part] * 1000) / sum))).toBeLessThan(1)
    }
  })

  it('take whole numbers alone, and none above the most', () => {
    expect(numberIn('40', 1000, 7)).toBe(40)
    expect(numberIn('4000', 1000, 7)).toBe(1000)
    expect(numberIn('', 1000, 7)).toBe(0)
    expect(numberIn('4.5', 1000, 7)).toBe(7)
    expect(numberIn('-4', 1000, 7)).toBe(7)
  })
})

describe('what an organizer wishes of a draft', () => {
  const made = asMade(draft)

  it('is nothing at first, and all that it was made with is asked for again', () => {
    expect(changesIn(made, draft)).toEqual([])
    expect(isSame(made, asMade(draft))).toBe(true)
    expect(isSame(made, unpinning(made, pair('ana', 'tom')))).toBe(false)
    expect(bodyOf(made)).toEqual({ ...settings, pins: [{ menteeId: 'ana', mentorId: 'tom' }] })
  })

  it('is told line by line', () => {
    const changed = {
      ...made,
      settings: { weights: { ...usual, topics: 300, style: 200 }, rules: { ...settings.rules, loadPenalty: 9 } },
    }
    const wishes = forbidding(
      pinning(unpinning(changed, pair('ana', 'tom')), pair('bo', 'uma')),
      forbidden('cy', 'vic'),
    )
    expect(changesIn(wishes, draft)).toEqual([
      'Topics: 300 instead of 350',
      'Style: 200 instead of 150',
      'Points that each further mentee of a mentor costs: 9 instead of 2',
      'bo and uma are pinned.',
      'Two people are no longer pinned.',
      'cy and vic are never paired again.',
    ])
    expect(neverOf(wishes)).toEqual([{ menteeId: 'cy', mentorId: 'vic' }])
  })

  it('pins a mentee to one mentor alone', () => {
    const wishes = pinning(made, pair('ana', 'uma'))
    expect(isPinned(wishes, pair('ana', 'uma'))).toBe(true)
    expect(isPinned(wishes, pair('ana', 'tom'))).toBe(false)
  })

  it('cannot both want a pair and forbid it', () => {
    const never = forbidding(made, forbidden('ana', 'tom'))
    expect(never.pins).toEqual([])
    expect(pinning(never, pair('ana', 'tom')).never).toEqual([])
    expect(allowing(never, pair('ana', 'tom')).never).toEqual([])
  })
})

describe('what would move', () => {
  it('stands figure by figure beside the draft', () => {
    const before = { placed: 38, unplaced: 6, totalScore: 25_010, worstScore: 402, medianScore: 661.5 }
    expect(compared(before, { ...before, placed: 39, unplaced: 5, totalScore: 24_900 })).toEqual([
      { name: 'Pairs', before: '38', after: '39', change: '+1' },
      { name: 'Without a mentor', before: '6', after: '5', change: '−1' },
      { name: 'Total score', before: '25,010', after: '24,900', change: '−110' },
      { name: 'Median score', before: '661.5', after: '661.5', change: '0' },
      { name: 'Worst score', before: '402', after: '402', change: '0' },
    ])
    expect(compared({ placed: 0, unplaced: 4, totalScore: 0 }, before)[4]).toMatchObject({ before: '–', change: '–' })
  })

  it('says who gets a mentor, who loses one, and what the others gain', () => {
    const seat = (score: number) => ({ mentorId: 'm', score })
    expect(effectOf({ menteeId: 'a', to: seat(500) })).toBe('gets a mentor')
    expect(effectOf({ menteeId: 'a', from: seat(500) })).toBe('loses the mentor')
    expect(effectOf({ menteeId: 'a', from: seat(500), to: seat(620) })).toBe('+120')
  })

  it('says how many move, and how many of them are shown', () => {
    const figures = { placed: 40, unplaced: 0, totalScore: 1 }
    const whatIf = {
      before: figures,
      after: figures,
      unchanged: 30,
      moved: 300,
      moves: [{ menteeId: 'a' }, { menteeId: 'b' }],
    }
    expect(movesInWords(whatIf)).toBe(
      '300 mentees would move; 30 pairs stay as they are. Here are the 2 that tell most.',
    )
    expect(movesInWords({ ...whatIf, unchanged: 40, moved: 0, moves: [] })).toBe(
      'Nobody would move; 40 pairs stay as before.',
    )
  })

  it('names the pairs that are refused, and leaves other problems as they are', () => {
    const problem = { status: 400, sentence: 'Some fields need another look.', errors: [] }
    const wishes = forbidding(pinning(asMade(draft), pair('bo', 'uma')), forbidden('cy', 'vic'))
    const errors = [
      { path: 'pins.1', message: 'This mentor has no free seat now.' },
      { path: 'never.0', message: 'This mentee is not waiting for a mentor now.' },
    ]
    expect(inNames({ ...problem, errors }, wishes)?.sentence).toBe(
      'bo and uma: This mentor has no free seat now. cy and vic: This mentee is not waiting for a mentor now.',
    )
    expect(inNames(problem, wishes)).toBe(problem)
    expect(inNames(undefined, wishes)).toBeUndefined()
  })
})
