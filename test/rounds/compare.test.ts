import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MatchingSettings } from '../../shared/domain/programme.ts'
import { assign, rulesFor } from '../../shared/matching/index.ts'
import type { Person } from '../../shared/matching/person.ts'
import { compared } from '../../shared/rounds/compare.ts'
import { summaryOf } from '../../shared/rounds/draft.ts'
import { smallPool, someSettings } from '../matching/pools.ts'
import { NOW } from '../support/profiles.ts'

type Settings = typeof someSettings extends fc.Arbitrary<infer Value> ? Value : never

const settingsOf = (input: Settings) => {
  const { weights, rules } = MatchingSettings.parse(input)
  return { weights, rules }
}
/** A draft, and its summary as a round writes it. */
function drafted(people: readonly Person[], input: Settings) {
  const settings = settingsOf(input)
  const rules = rulesFor(people, { ...settings, at: NOW.toISOString() })
  const result = assign(people, rules)
  const matches = result.pairs.map(({ mentee, mentor, score }) => ({ menteeId: mentee, mentorId: mentor, score }))
  const summary = summaryOf(people, result, rules)
  return { draft: { matches, unplaced: summary.unplaced, settings }, summary, result }
}

describe('a draft compared', () => {
  it('with itself moves nobody, and has the figures of its round', () => {
    fc.assert(
      fc.property(smallPool, someSettings, (people, input) => {
        const { draft, summary, result } = drafted(people, input)
        const { before, after, moves, unchanged } = compared(draft, people, settingsOf(input), NOW)
        expect(moves).toEqual([])
        expect(unchanged).toBe(summary.placed)
        expect(after).toEqual(before)
        expect(summary).toMatchObject({ ...before, totalScore: result.totalScore })
        expect(summary.scores?.reduce((sum, count) => sum + count, 0)).toBe(summary.placed)
      }),
      { seed: 9, numRuns: 200 },
    )
  })

  it('with other settings tells every mentee whose mentor is another one, and no other, the worst first', () => {
    fc.assert(
      fc.property(smallPool, someSettings, someSettings, (people, input, other) => {
        const { draft } = drafted(people, input)
        const { before, after, moves, unchanged } = compared(draft, people, settingsOf(other), NOW)
        expect(unchanged + moves.filter(({ from }) => from).length).toBe(before.placed)
        expect(unchanged + moves.filter(({ to }) => to).length).toBe(after.placed)
        for (const { from, to } of moves) expect(from?.mentorId).not.toBe(to?.mentorId)
        expect(after).toMatchObject({ placed: drafted(people, other).summary.placed })
        expect(after.totalScore).toBe(drafted(people, other).summary.totalScore)
        const kinds = moves.map(({ from, to }) => (from && to ? 2 : from ? 0 : 1))
        expect(kinds).toEqual(kinds.toSorted())
      }),
      { seed: 10, numRuns: 200 },
    )
  })

  it('with who is there by now tells of those who are gone', () => {
    fc.assert(
      fc.property(smallPool, someSettings, fc.nat(9), (people, input, gone) => {
        const { draft } = drafted(people, input)
        const left = people.filter((_, n) => n !== gone)
        const { before, moves, unchanged } = compared(draft, left, settingsOf(input), NOW)
        expect(unchanged + moves.filter(({ from }) => from).length).toBe(before.placed)
        const lost = draft.matches.find(({ menteeId }) => menteeId === people[gone]?.id)
        if (lost) expect(moves).toContainEqual(expect.objectContaining({ menteeId: lost.menteeId, to: undefined }))
      }),
      { seed: 11, numRuns: 200 },
    )
  })
})
