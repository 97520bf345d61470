import { expect, it } from 'vitest'
import { inParallel } from '../../shared/parallel.ts'

it('a failure lets nothing new begin, and is told when what was begun is done', async () => {
  const [done, begun]: [number[], number[]] = [[], []]
  const slow = Promise.withResolvers<void>()
  const all = inParallel([1, 2, 3], 2, async (item) => {
    begun.push(item)
    if (item === 1) throw new Error('no table')
    await slow.promise
    done.push(item)
  })
  const told = all.catch((error: Error) => `${error.message}, and ${done} is done`)
  setImmediate(slow.resolve)
  expect(await told).toBe('no table, and 2 is done')
  expect(begun).toEqual([1, 2])
})
