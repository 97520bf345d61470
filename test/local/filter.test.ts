import { describe, expect, test } from 'vitest'
import { filterOf } from '../../local/filter.ts'

const fits = (pattern: object, event: unknown) => filterOf([JSON.stringify(pattern)])(event)

describe('a filter of an event source', () => {
  test('lets everything through when it has no pattern', () => {
    expect(filterOf([])({ eventName: 'INSERT' })).toBe(true)
  })

  test('wants every field of a pattern, and one value of each list', () => {
    const pattern = { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { sk: { S: ['mail'] } } } }
    const event = (eventName: string, sk: string) => ({ eventName, dynamodb: { Keys: { sk: { S: sk } }, Other: 1 } })
    expect(fits(pattern, event('INSERT', 'mail'))).toBe(true)
    expect(fits(pattern, event('MODIFY', 'mail'))).toBe(true)
    expect(fits(pattern, event('REMOVE', 'mail'))).toBe(false)
    expect(fits(pattern, event('INSERT', 'mails'))).toBe(false)
    expect(fits(pattern, { eventName: 'INSERT' })).toBe(false)
  })

  test('is content with one of several patterns', () => {
    const either = filterOf(['{"a":[1]}', '{"b":[2]}'])
    expect([{ a: 1 }, { b: 2 }, { a: 2, b: 1 }].map(either)).toEqual([true, true, false])
  })

  test.each([
    [{ a: [{ prefix: 'match#' }] }, { a: 'match#1' }, { a: 'mail' }],
    [{ a: [{ suffix: '.csv' }] }, { a: 'x.csv' }, { a: 'x.json' }],
    [{ a: [{ 'equals-ignore-case': 'ohio' }] }, { a: 'OHIO' }, { a: 'Iowa' }],
    [{ a: [{ 'anything-but': ['x', 'y'] }] }, { a: 'z' }, { a: 'y' }],
    [{ a: [{ 'anything-but': { prefix: 'x' } }] }, { a: 'y' }, { a: 'xy' }],
    [{ a: [{ exists: true }] }, { a: null }, { b: 1 }],
    [{ a: [{ exists: false }] }, { b: 1 }, { a: 1 }],
    [{ a: [{ numeric: ['>', 0, '<=', 5] }] }, { a: 5 }, { a: 0 }],
    [{ a: [{ numeric: ['=', 3] }] }, { a: 3 }, { a: '3' }],
    [{ a: [null] }, { a: null }, { a: '' }],
    [{ a: ['x'] }, { a: ['w', 'x'] }, { a: ['w'] }],
    [{ $or: [{ a: [1] }, { b: [1] }] }, { b: 1 }, { a: 2 }],
  ])('%j lets %j through, not %j', (pattern, through, not) => {
    expect([fits(pattern, through), fits(pattern, not)]).toEqual([true, false])
  })

  test('is refused by name when it uses something unknown', () => {
    expect(() => filterOf(['{"a":[{"cidr":"10.0.0.0/24"}]}'])).toThrow('"cidr"')
  })
})
