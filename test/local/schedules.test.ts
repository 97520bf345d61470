import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Lambda } from '../../local/lambda.ts'
import { type Schedules, startSchedules } from '../../local/schedules.ts'
import { aTemplate } from './an-assembly.ts'

const NOW = new Date('2026-03-04T10:00:30Z')
const schedule = (ScheduleExpression: string, mark: string, more = {}) => ({
  Type: 'AWS::Scheduler::Schedule',
  Properties: { ScheduleExpression, Target: { Arn: 'Look.Arn', Input: JSON.stringify({ mark }) }, ...more },
})

/** Schedules of a template, and the marks of those that have called their function. */
function started(): { schedules: Schedules; called: unknown[] } {
  const called: unknown[] = []
  const look: Lambda = {
    functionName: 'Look',
    async invoke(event) {
      called.push(event)
      throw new Error('It failed.')
    },
    async stop() {},
  }
  const template = aTemplate({
    EachMinute: schedule('rate(1 minute)', 'minute'),
    Mondays: schedule('cron(0 9 ? * MON *)', 'monday'),
    Off: schedule('rate(1 minute)', 'off', { State: 'DISABLED' }),
  })
  const schedules = startSchedules(template, new Map([['Look', look]]), NOW)
  onTestFinished(() => schedules.stop())
  return { schedules, called }
}

describe('a schedule of the template', () => {
  beforeEach(() => void vi.useFakeTimers({ now: NOW }))
  afterEach(() => void vi.useRealTimers())

  test('calls its function with its input each time, also after a failure, until it is stopped', async () => {
    const { schedules, called } = started()
    await vi.advanceTimersByTimeAsync(59_000)
    expect(called).toEqual([])
    await vi.advanceTimersByTimeAsync(122_000)
    expect(called).toEqual([{ mark: 'minute' }, { mark: 'minute' }, { mark: 'minute' }])
    schedules.stop()
    await vi.advanceTimersByTimeAsync(120_000)
    expect(called).toHaveLength(3)
  })

  test('can be fired before its time; one that is switched off cannot', async () => {
    const { schedules, called } = started()
    await schedules.fire('rate(1 minute)')
    expect(called).toEqual([{ mark: 'minute' }])
    await schedules.fire('cron(0 9 ? * MON *)')
    expect(called.slice(1)).toEqual([{ mark: 'monday' }])
  })

  test('that is not there cannot be fired', async () => {
    await expect(started().schedules.fire('rate(5 minutes)')).rejects.toThrow('no schedule rate(5 minutes)')
  })
})
