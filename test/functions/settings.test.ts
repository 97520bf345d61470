import { beforeEach, describe, expect, it, vi } from 'vitest'
import type * as z from 'zod'
import { programme } from '../../local/mail-examples.ts'
import { editSettingsRoute } from '../../shared/api/settings.ts'
import { currentProgramme } from '../../shared/settings.ts'
import { settingsView } from '../../shared/settings-view.ts'
import { auditStore } from '../../shared/store/audit.ts'
import { settingsStore } from '../../shared/store/settings.ts'
import { memoryTable } from '../support/memory-table.ts'
import { NOW } from '../support/profiles.ts'

vi.stubEnv('TABLE_NAME', 'none')
vi.stubEnv('PROGRAMME', JSON.stringify(programme))
const { editSettings } = await import('../../functions/edit-settings.ts')

const table = memoryTable()
const [settings, audit] = [settingsStore(table), auditStore(table)]
const { body: Body } = editSettingsRoute().takes

beforeEach(() => table.deleteAll(table.items()))

const sets = (body: z.input<typeof Body>, now = NOW) =>
  editSettings({ table, settings, audit, deployed: programme })({ body: Body.parse(body), who: 'anna' }, now)
const now = currentProgramme(table)
const later = new Date(NOW.getTime() + 1000)

it('a programme is as it was deployed until somebody changes it', async () => {
  expect(await now()).toEqual(programme)
  expect(settingsView(programme, await settings.get(), NOW)).toMatchObject({
    version: 0,
    settings: { publish: 'auto', organizers: '' },
    deployed: { publish: 'auto', organizers: '' },
  })
})

describe('a change', () => {
  it('holds from then on, and is written down with what was before', async () => {
    const { body } = await sets({ version: 0, publish: 'review', weights: { topics: 400, practice: 150 } })
    expect(body).toMatchObject({ version: 1, settings: { publish: 'review' }, deployed: { publish: 'auto' } })
    expect(await now()).toEqual({
      ...programme,
      publish: 'review',
      weights: { ...programme.weights, topics: 400, practice: 150 },
    })
    const changes = [
      { field: 'weights.topics', from: 350, to: 400 },
      { field: 'weights.practice', from: 200, to: 150 },
      { field: 'publish', from: 'auto', to: 'review' },
    ]
    expect((await settings.history()).items).toEqual([{ at: NOW.toISOString(), who: 'anna', changes }])
    expect((await audit.ofDay(NOW.toISOString().slice(0, 10))).items).toMatchObject([
      { what: 'settings-edited', details: { fields: ['weights.topics', 'weights.practice', 'publish'] } },
    ])
  })

  it('of one part leaves what was chosen for the others', async () => {
    await sets({ rules: { loadPenalty: 9 } })
    await sets({ rules: { minimumExperienceGap: 4 }, organizers: 'Anna and Ben' }, later)
    expect(await now()).toMatchObject({
      rules: { loadPenalty: 9, minimumExperienceGap: 4 },
      organizers: 'Anna and Ben',
    })
  })

  it('to null, or to what was deployed, is none any more: a later deployment counts again', async () => {
    await sets({ publish: 'review', cadence: '' })
    await sets({ publish: 'auto', cadence: null }, later)
    expect(await settings.get()).toEqual({ version: 2, chosen: {} })
    expect((await settings.history()).items).toContainEqual({
      at: later.toISOString(),
      who: 'anna',
      changes: [
        { field: 'publish', from: 'review', to: 'auto' },
        { field: 'cadence', from: '', to: programme.cadence },
      ],
    })
  })

  it('that changes nothing is not written', async () => {
    await sets({ version: 0, publish: 'auto' })
    expect(table.items()).toEqual([])
  })

  it('is refused, by the name of the field, when the weights do not add up to 1000', async () => {
    await expect(sets({ weights: { topics: 360 } })).rejects.toMatchObject({
      status: 400,
      errors: [{ path: 'weights', message: 'The five weights must add up to 1000.' }],
    })
    expect(table.items()).toEqual([])
  })

  it('by somebody who looked at an older version changes nothing, and shows what is there now', async () => {
    await sets({ version: 0, organizers: 'Anna' })
    await expect(sets({ version: 0, organizers: 'Ben' })).rejects.toMatchObject({
      status: 409,
      more: { current: { version: 1, settings: { organizers: 'Anna' } } },
    })
    expect((await now()).organizers).toBe('Anna')
  })
})

it('what only a deployment changes is told with where it is set, in words, and without the certificate', () => {
  const own = { ...programme, certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/secret' }
  const { fixed } = settingsView(own, { chosen: {}, version: 0 }, NOW)
  expect(fixed).toContainEqual({
    name: 'When rounds start',
    value: expect.stringMatching(/^cron\(0 9 \? \* MON \*\): next on Monday, .* 9:00 AM Central/),
    where: 'cdk.json, programme.roundSchedule',
  })
  expect(fixed.map(({ where }) => where.replace('cdk.json, programme.', ''))).toEqual(
    expect.arrayContaining(['name', 'sender', 'replyTo', 'siteUrl', 'timeZone', 'peopleExpected', 'undoMinutes']),
  )
  expect(JSON.stringify(fixed)).not.toMatch(/arn:|weights|cadence/)
})
