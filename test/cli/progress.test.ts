import { expect, test } from 'vitest'
import { progress } from '../../cli/progress.ts'

function watched(isTTY: boolean) {
  const written: string[] = []
  const write = (text: string | Uint8Array): boolean => written.push(String(text)) > 0
  return { written, bar: progress({ isTTY, write }) }
}

test('a terminal sees the phase, how much of it is done, and a clean line in the end', async () => {
  const { written, bar } = watched(true)
  bar.enter('reading')
  expect(written.join('')).toMatch(/░{24} reading, 0 s$/)
  const half = () => {
    bar.reach(0.5)
    return written.at(-1)
  }
  await expect.poll(half).toMatch(/█{12}░{12} reading 50 %, 0 s$/)
  expect(bar.done()).toEqual({ reading: expect.any(Number), total: expect.any(Number) })
  expect(written.at(-1)).toBe('\r\u001b[2K')
})

test('a pipe hears nothing, and each phase is timed once, however often it comes', () => {
  const { written, bar } = watched(false)
  for (const phase of ['reading', 'proving', 'reading']) bar.enter(phase)
  bar.reach(1)
  const so = { ms: expect.any(Number), megabytes: expect.toSatisfy((size) => size > 10) }
  expect(bar.phases()).toEqual([
    { phase: 'reading', ...so },
    { phase: 'proving', ...so },
  ])
  bar.enter('explaining')
  expect(Object.keys(bar.done())).toEqual(['reading', 'proving', 'explaining', 'total'])
  expect(written).toEqual([])
})
