import { describe, expect, it } from 'vitest'
import type { DirectoryFilter } from '../../shared/domain/directory.ts'
import type { Profile } from '../../shared/domain/profile.ts'
import { readPeopleFile } from '../../shared/imports/reading/people-file.ts'
import { auditStore } from '../../shared/store/audit.ts'
import { profileStore } from '../../shared/store/profiles.ts'
import { suppressionStore } from '../../shared/store/suppressions.ts'
import { memoryTable } from '../support/memory-table.ts'
import { aMenteeProfile, aMentorProfile, NOW } from '../support/profiles.ts'

process.env.TABLE_NAME = 'not used here'
const { exportProfiles } = await import('../../functions/export-profiles.ts')
const { exportAudit } = await import('../../functions/export-audit.ts')

const linesOf = (body: string) => body.trimEnd().split('\r\n')
const TOO_LARGE = { status: 413, message: expect.stringMatching(/do not fit into one spreadsheet/) }

describe('a spreadsheet of people', () => {
  async function exported(people: readonly Profile[], query: Pick<DirectoryFilter, 'role' | 'status'> = {}) {
    const table = memoryTable()
    const deps = { profiles: profileStore(table), suppressions: suppressionStore(table), audit: auditStore(table) }
    for (const profile of people) await table.transact([deps.profiles.adding(profile)])
    await table.transact([deps.suppressions.adding({ hash: 'hash of mentor', kind: 'bounce', at: NOW.toISOString() })])
    const { body, headers } = await exportProfiles({ table, ...deps })({ query, who: 'ana' }, NOW)
    return { lines: linesOf(body), headers, deeds: await deps.audit.wholeDay('2026-03-02') }
  }
  const mentor = aMentorProfile({
    createdAt: '2026-03-01T15:00:00.000Z',
    contact: { firstName: '=cmd()', lastName: 'Ünal, "Öz"', email: '+mentor@example.org', about: 'Not in it.' },
  })

  it('has columns that stay, newest people first, several answers in a cell, and no formula', async () => {
    const { lines, headers } = await exported([mentor, aMenteeProfile({ roundsWaited: 2 })])
    expect(headers).toMatchObject({ 'content-disposition': 'attachment; filename="people.csv"' })
    expect(lines[0]).toBe(
      '\ufeffprofileId,role,status,firstName,lastName,email,state,timeZone,employer,avoidSameEmployer,setting,departments,yearsOfExperience,shift,credentials,pursuing,topics,availability,meeting,languages,capacity,openMatches,roundsWaited,pausedUntil,leavesAt,mailProblem,mailOff,createdAt',
    )
    expect(lines[1]).toBe(
      'mentee,mentee,active,Sam,Rivera,mentee@example.org,OH,America/New_York,,no,hospital,hematology,2,day,,,cert_prep,tue-evening,video,en,,0,2,,,,,2026-03-02T15:00:00.000Z',
    )
    expect(lines[2]).toBe(
      `mentor,mentor,active,'=cmd(),"Ünal, ""Öz""",'+mentor@example.org,OH,America/New_York,,no,hospital,hematology,12,day,,,cert_prep,tue-evening,video,en,2,0,,,,bounce,,2026-03-01T15:00:00.000Z`,
    )
  })

  it('has those alone who were asked for, and the audit trail tells how many', async () => {
    const { lines, deeds } = await exported([mentor, aMenteeProfile()], { role: 'mentor', status: 'active' })
    expect(lines).toHaveLength(2)
    const details = { rows: 1, role: 'mentor', status: 'active' }
    expect(deeds).toMatchObject([{ who: 'ana', what: 'export', subject: 'profiles', details }])
  })

  it('can come back by an import as it went out', async () => {
    const { traits } = mentor
    const detailed = aMentorProfile({
      traits: {
        ...traits,
        departments: ['hematology', 'blood_bank'],
        availability: ['mon-night', 'tue-evening'],
        languages: ['en', 'es'],
        employer: 'Lab A, B; C',
        avoidSameEmployer: true,
        credentials: ['MLS'],
      },
    })
    const { lines } = await exported([detailed])
    const file = readPeopleFile(lines.join('\n'), { consent: true })
    if ('problems' in file) throw new Error('This file should be read.')
    const { email, firstName, lastName } = detailed.contact
    const form = { role: 'mentor', email, firstName, lastName, ...detailed.traits, capacity: 2, consent: true }
    expect(file.rows.map(file.check)).toEqual([{ row: 2, form, given: expect.any(Array) }])
  })

  it('that does not fit into an answer is refused, before everybody was read', async () => {
    const table = memoryTable()
    const audit = auditStore(table)
    const suppressions = suppressionStore(table)
    const asked: number[] = []
    const long = aMentorProfile({ traits: { ...mentor.traits, employer: 'x'.repeat(120) } })
    const of = (people: Profile[] | undefined) =>
      exportProfiles({
        table,
        audit,
        suppressions,
        profiles: {
          async all(_, most) {
            asked.push(most)
            return people
          },
        },
      })
    const ask = { query: {}, who: 'ana' }
    await expect(of(undefined)(ask, NOW)).rejects.toMatchObject(TOO_LARGE)
    await expect(of(Array.from({ length: 20_000 }, () => long))(ask, NOW)).rejects.toMatchObject(TOO_LARGE)
    expect(asked).toEqual([29_000, 29_000])
    expect(await audit.wholeDay('2026-03-02')).toEqual([])
  })
})

describe('a spreadsheet of the audit trail', () => {
  const entry = (at: string, who: string) => ({ at, who, what: 'profile-edited' as const, subject: 'mentee' })
  const asks = (from: string, to: string) => ({ query: { from, to }, who: 'ana' })

  it('has all days from the first to the last, in their order, and is itself a deed', async () => {
    const table = memoryTable()
    const audit = auditStore(table)
    await table.transact([
      audit.adding({ ...entry('2027-02-01T00:00:00.000Z', 'too late'), details: {} }),
      audit.adding({ ...entry('2027-01-31T23:59:59.999Z', '=last()'), details: { fields: ['shift', 'topics'] } }),
      audit.adding(entry('2026-12-31T00:00:00.000Z', 'first')),
      audit.adding(entry('2026-12-30T23:59:59.999Z', 'too early')),
    ])
    const { body } = await exportAudit({ table, audit })(asks('2026-12-31', '2027-01-31'), NOW)
    expect(linesOf(body)).toEqual([
      '\ufeffat,who,what,subject,details',
      '2026-12-31T00:00:00.000Z,first,profile-edited,mentee,{}',
      `2027-01-31T23:59:59.999Z,'=last(),profile-edited,mentee,"{""fields"":[""shift"",""topics""]}"`,
    ])
    const details = { rows: 2, from: '2026-12-31', to: '2027-01-31' }
    expect(await audit.wholeDay('2026-03-02')).toMatchObject([{ what: 'export', subject: 'audit', details }])
  })

  it('of too much is refused, and not read to the end', async () => {
    const table = memoryTable()
    let days = 0
    const audit = {
      ...auditStore(table),
      async wholeDay(day: string) {
        days++
        return Array.from({ length: 5000 }, () => ({ ...entry(`${day}T12:00:00.000Z`, 'ana'), details: {} }))
      },
    }
    const answer = exportAudit({ table, audit })(asks('2027-01-01', '2027-12-31'), NOW)
    await expect(answer).rejects.toMatchObject(TOO_LARGE)
    expect(days).toBeLessThan(100)
  })
})
