import { describe, expect, it } from 'vitest'
import { PHASES } from '../../shared/domain/round.ts'
import { isGoing, phaseInWords, shareDone, stageOf } from '../../web/organize/rounds/phases.ts'
import { timeLeft, timeLeftInWords } from '../../web/organize/rounds/time-left.ts'

const at = (phase: string, done = 0, total = 0) => ({ phase, done, total })
const stages = PHASES.filter((phase) => phase !== 'done')

describe('how far a round is', () => {
  it('has plain words for each phase', () => {
    const words = stages.map((phase) => phaseInWords(at(phase)))
    expect(new Set(words).size).toBe(stages.length)
    expect(words).not.toContain('Working on it')
    expect(phaseInWords(at('a phase of tomorrow'))).toBe('Working on it')
  })

  it.for(['pairing', 'publishing'] as const)('grows from nothing to all while it is %s', (stage) => {
    const phases = stages.filter((phase) => stageOf(at(phase)) === stage)
    const shares = phases.flatMap((phase) => [shareDone(at(phase, 0, 10)), shareDone(at(phase, 10, 10))])
    expect(shares[0]).toBe(0)
    expect(shares.at(-1)).toBeCloseTo(1)
    expect(shares).toEqual(shares.toSorted((one, other) => one - other))
  })

  it('never has more than all of a phase done', () => {
    expect(shareDone(at('reading', 90, 60))).toBe(shareDone(at('reading', 60, 60)))
  })

  it('is over when it is drafted, unless it is being published', () => {
    expect(isGoing({ status: 'drafted', progress: at('done') })).toBe(false)
    expect(isGoing({ status: 'drafted', progress: at('publishing') })).toBe(true)
    expect(isGoing({ status: 'running', progress: at('queued') })).toBe(true)
    expect(isGoing({ status: 'failed', progress: at('done') })).toBe(false)
  })
})

describe('the time left', () => {
  it('is as long as the rest takes at the same speed', () => {
    expect(timeLeft({ at: 1_000, share: 0.1 }, { at: 11_000, share: 0.6 })).toBeCloseTo(8_000)
  })

  it('is not guessed from next to nothing', () => {
    expect(timeLeft({ at: 0, share: 0 }, { at: 2_000, share: 0.5 })).toBeUndefined()
    expect(timeLeft({ at: 0, share: 0.3 }, { at: 60_000, share: 0.31 })).toBeUndefined()
  })

  it.for([
    [3_000, 'a few seconds left'],
    [17_000, 'about 20 seconds left'],
    [70_000, 'about a minute left'],
    [290_000, 'about 5 minutes left'],
    [3 * 3_600_000, 'about 3 hours left'],
  ] as const)('is said roughly: %s ms', ([milliseconds, words]) => {
    expect(timeLeftInWords(milliseconds)).toBe(words)
  })
})
