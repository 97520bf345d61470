import { describe, expect, it } from 'vitest'
import {
  type Address,
  askedAgain,
  newAddress,
  profileIds,
  withoutProfile,
  withProfile,
} from '../../shared/domain/address.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute))
const asking = (minutes: readonly number[]) =>
  minutes.reduce<Address | undefined>(
    (address, minute) => address && askedAgain(address, at(minute)),
    newAddress('hash'),
  )

describe('an address', () => {
  it('gets three mails an hour that anybody can ask for, and not a fourth', () => {
    expect(asking([0, 1, 2])?.asked).toHaveLength(3)
    expect(asking([0, 1, 2, 59])).toBeUndefined()
  })

  it('gets the next one when the first is an hour ago, and forgets that one', () => {
    expect(asking([0, 1, 2, 60])?.asked).toEqual([at(1), at(2), at(60)].map((each) => each.toISOString()))
    expect(asking([0, 1, 2, 60, 60])).toBeUndefined()
  })

  it('has at most one profile a role', () => {
    const both = withProfile(withProfile(newAddress('hash'), 'mentor', 'a'), 'mentee', 'b')
    expect(profileIds(both).toSorted()).toEqual(['a', 'b'])
    expect(profileIds(withProfile(both, 'mentor', 'c')).toSorted()).toEqual(['b', 'c'])
    expect(profileIds(withoutProfile(both, 'mentor'))).toEqual(['b'])
    expect(profileIds(withoutProfile(withoutProfile(both, 'mentor'), 'mentee'))).toEqual([])
  })
})
