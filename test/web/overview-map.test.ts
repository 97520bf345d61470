import { describe, expect, it } from 'vitest'
import { STATES } from '../../shared/domain/states.ts'
import { MEASURES, mapInWords, mostIn, stateInWords } from '../../web/organize/overview/map-words.ts'
import { levelOf, TILES, tileAfter } from '../../web/organize/overview/tiles.ts'

const tile = (code: string) => TILES.find((each) => each.code === code) ?? expect.fail(`no tile ${code}`)
const from = (code: string, key: string) => tileAfter(tile(code), key)?.code

describe('the map of the states', () => {
  it('has each state that somebody can be in, once, and no two in one place', () => {
    expect(TILES.map(({ code }) => code).sort()).toEqual(STATES.map(({ code }) => code).sort())
    expect(new Set(TILES.map(({ row, column }) => `${row}/${column}`)).size).toBe(TILES.length)
  })

  it('has most neighbours within two tiles', () => {
    const far = STATES.flatMap(({ code, neighbors }) =>
      neighbors.filter((other) => {
        const [here, there] = [tile(code), tile(other)]
        return Math.max(Math.abs(here.row - there.row), Math.abs(here.column - there.column)) > 2
      }),
    )
    expect(far.length).toBeLessThan(STATES.flatMap(({ neighbors }) => neighbors).length / 10)
  })

  it('is walked with the arrow keys, over its gaps', () => {
    expect([from('TX', 'ArrowUp'), from('TX', 'ArrowLeft'), from('MI', 'ArrowRight')]).toEqual(['OK', 'HI', 'NY'])
    expect([from('HI', 'ArrowUp'), from('ME', 'ArrowDown'), from('AK', 'ArrowRight')]).toEqual(['CA', 'NH', 'ME'])
  })

  it('ends at its edges, and other keys lead nowhere', () => {
    expect([from('ME', 'ArrowRight'), from('AK', 'ArrowUp'), from('TX', 'Enter')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it.for([
    [0, 0, 0],
    [0, 1200, 0],
    [1, 1, 4],
    [1, 1200, 1],
    [300, 1200, 2],
    [1200, 1200, 4],
  ] as const)('%i of at most %i is level %i', ([count, most, level]) => {
    expect(levelOf(count, most)).toBe(level)
  })
})

describe('the map in words', () => {
  const [waiting, seats] = MEASURES
  const state = (count: number) => ({ mentor: 2, mentee: count, waiting: count, seats: 0 })

  it('names the states with most', () => {
    const states = { TX: state(1240), OH: state(4), IA: state(3), ME: state(1), CA: state(0) }
    expect(mapInWords(states, waiting)).toBe(
      '1,248 mentees wait in 4 states, most of them in Texas (1,240), Ohio (4) and Iowa (3).',
    )
    expect(mostIn(states, waiting)).toBe(1240)
  })

  it('says all when there are few', () => {
    expect(mapInWords({ TX: state(2), OH: state(4) }, waiting)).toBe(
      '6 mentees wait in 2 states, that is Ohio (4) and Texas (2).',
    )
    expect(mapInWords({ TX: state(1) }, waiting)).toBe('1 mentee waits, all in Texas.')
    expect(mapInWords({ TX: state(1) }, seats)).toBe('No seat is free in any state.')
  })

  it('tells all numbers of one state', () => {
    expect(stateInWords('Texas', { mentor: 3, mentee: 5, waiting: 1, seats: 0 })).toBe(
      'Texas: 3 active mentors with no free seat; 5 active mentees, of whom 1 waits.',
    )
    expect(stateInWords('Maine', { mentor: 0, mentee: 0, waiting: 0, seats: 0 })).toBe('Maine: nobody yet.')
  })
})
