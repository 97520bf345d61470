import { describe, expect, it } from 'vitest'
import { normalAddress } from '../../shared/domain/address.ts'
import { timeZoneOf } from '../../shared/domain/fields.ts'
import { inPool, Profile, profileView, room } from '../../shared/domain/profile.ts'
import {
  confirmed,
  openProfile,
  patched,
  paused,
  replaceForm,
  resumed,
  seatsRefusal,
} from '../../shared/domain/profile-changes.ts'
import { ProfileForm, type ProfileFormInput, ProfilePatch } from '../../shared/domain/profile-form.ts'
import { STATES } from '../../shared/domain/states.ts'
import { aForm } from '../support/people.ts'
import { aMenteeProfile, aMentorProfile, NOW } from '../support/profiles.ts'

const birth = { id: 'id', addressHash: 'hash', now: NOW }
const opened = (form: ProfileFormInput = aForm()) => openProfile(ProfileForm.parse(form), birth)
const refusedFields = (form: unknown) =>
  ProfileForm.safeParse(form).error?.issues.map(({ path }) => path.join('.')) ?? []

describe('a form', () => {
  it('fills in what people leave out', () => {
    expect(ProfileForm.parse(aForm())).toMatchObject({ credentials: [], languages: ['en'], avoidSameEmployer: false })
  })

  it('loses blanks around words, and choices made twice', () => {
    const form = aForm({ firstName: '  Sam ', email: ' sam@example.org ', topics: ['cert_prep', 'cert_prep'] })
    expect(ProfileForm.parse(form)).toMatchObject({ firstName: 'Sam', email: 'sam@example.org', topics: ['cert_prep'] })
  })

  it.each([
    ['firstName', 'Sam\r\nBcc: everybody@example.org'],
    ['lastName', 'Riv\u0000era'],
    ['firstName', 'evil\u202Egnp.exe'],
    ['employer', 'Lab\u2028Two'],
    ['about', 'bell \u0007'],
    ['email', 'sam@example.org, other@example.org'],
    ['email', `${'x'.repeat(250)}@example.org`],
    ['firstName', 'x'.repeat(81)],
    ['yearsOfExperience', 2.5],
    ['timeZone', 'Mars/Olympus'],
    ['timeZone', '+05:30'],
    ['languages', ['english']],
    ['availability', []],
    ['consent', false],
  ])('may not have in %s: %j', (field, value) => {
    expect(refusedFields({ ...aForm(), [field]: value })[0]).toMatch(new RegExp(`^${field}`))
  })

  it.each([
    ['about', 'Two lines:\n\tone and two 🙂'],
    ['firstName', 'José-María'],
    ['lastName', '李'],
    ['lastName', "O'Brien"],
  ])('may have in %s: %j', (field, value) => {
    expect(refusedFields({ ...aForm(), [field]: value })).toEqual([])
  })

  it('offers seats as a mentor alone: 1 to 5', () => {
    const seats = (capacity: number) => refusedFields(aForm({ role: 'mentor', capacity }))
    expect([0, 1, 5, 6].map((each) => seats(each).length)).toEqual([1, 0, 0, 1])
    expect(refusedFields({ ...aForm(), capacity: 1 })).not.toEqual([])
  })
})

describe('a new profile', () => {
  it('waits to be confirmed, and is outside the pool until then', () => {
    const profile = opened(aForm({ role: 'mentor', capacity: 3 }))
    expect(profile).toMatchObject({ status: 'pending', capacity: 3, matchIds: [], version: 1 })
    expect(Profile.parse(profile)).toEqual(profile)
    expect(inPool(profile)).toBe(false)
    expect(inPool(confirmed(profile, NOW))).toBe(true)
  })

  it('keeps no trace of the consent box or of fields that were not filled in', () => {
    expect(JSON.stringify(opened())).not.toContain('consent')
    expect(Object.keys(JSON.parse(JSON.stringify(opened())).traits)).not.toContain('employer')
  })

  it('lives in the time zone of its state unless it says otherwise', () => {
    expect(opened(aForm({ state: 'CO' })).traits.timeZone).toBe('America/Denver')
    expect(opened(aForm({ state: 'CO', timeZone: 'Asia/Tokyo' })).traits.timeZone).toBe('Asia/Tokyo')
    expect(STATES.map(({ code }) => timeZoneOf(code))).not.toContain(undefined)
  })

  it('takes over a later form, and stays the same profile', () => {
    const first = opened(aForm({ role: 'mentor', capacity: 1, about: 'Hello' }))
    const form = ProfileForm.parse(aForm({ role: 'mentor', capacity: 4, firstName: 'Kim' }))
    const tomorrow = new Date(NOW.getTime() + 86_400_000)
    const later = replaceForm(first, form, tomorrow)
    expect(later).toMatchObject({ id: first.id, status: 'pending', capacity: 4, contact: { firstName: 'Kim' } })
    expect(later).toMatchObject({ createdAt: NOW.toISOString(), formAt: tomorrow.toISOString() })
    expect(later.contact.about).toBeUndefined()
  })

  it('is confirmed once', () => {
    const once = confirmed(opened(), NOW)
    expect(once).toMatchObject({ status: 'active', confirmedAt: NOW.toISOString() })
    expect(confirmed(once, new Date(NOW.getTime() + 1000))).toEqual(once)
    expect(confirmed(paused(once), NOW).status).toBe('paused')
  })
})

describe('the pool', () => {
  it('has mentees without a match, and mentors with a free seat', () => {
    expect(inPool(aMenteeProfile())).toBe(true)
    expect(inPool(aMenteeProfile({ matchId: 'round.mentee' }))).toBe(false)
    expect(inPool(aMentorProfile({ capacity: 2, matchIds: ['a'] }))).toBe(true)
    expect(inPool(aMentorProfile({ capacity: 2, matchIds: ['a', 'b'] }))).toBe(false)
  })

  it('counts no seat below zero when a mentor offers fewer than are taken', () => {
    expect(room(aMentorProfile({ capacity: 1, matchIds: ['a', 'b', 'c'] }))).toBe(0)
  })

  it('is left by pausing and entered again by resuming; who is not confirmed does neither', () => {
    expect(inPool(paused(aMenteeProfile()))).toBe(false)
    expect(inPool(resumed(paused(aMenteeProfile())))).toBe(true)
    const pending = opened()
    expect([paused(pending).status, resumed(pending).status]).toEqual(['pending', 'pending'])
  })
})

describe('a change', () => {
  const patch = (changes: unknown) => patched(aMenteeProfile(), ProfilePatch.parse(changes))

  it('of nothing changes nothing', () => {
    expect(patch({})).toEqual(aMenteeProfile())
  })

  it('clears what may be empty with null or empty text', () => {
    const style = { structure: 1, feedback: 2, pace: 3 }
    const full = patch({ employer: 'Lab', pursuing: 'MLS', style, about: 'Hi' })
    expect(full).toMatchObject({ traits: { employer: 'Lab', pursuing: 'MLS', style }, contact: { about: 'Hi' } })
    const cleared = patched(full, ProfilePatch.parse({ employer: null, pursuing: null, style: null, about: ' ' }))
    expect(JSON.stringify(cleared)).toBe(JSON.stringify(aMenteeProfile()))
  })

  it.each(['email', 'role', 'status', 'id', 'consent', 'roundsWaited'])('cannot touch %s', (field) => {
    expect(ProfilePatch.safeParse({ [field]: 'mentor' }).success).toBe(false)
  })

  it('cannot clear what everybody must have', () => {
    for (const field of ['firstName', 'topics', 'state', 'availability']) {
      expect(ProfilePatch.safeParse({ [field]: null }).success, field).toBe(false)
    }
  })

  it('fills in nothing that it does not mention', () => {
    expect(ProfilePatch.parse({})).toEqual({})
  })

  it('of the state moves a time zone that came from the state, and no other', () => {
    expect(patch({ state: 'CA' }).traits.timeZone).toBe('America/Los_Angeles')
    expect(patched(patch({ timeZone: 'Asia/Tokyo' }), { state: 'CA' }).traits.timeZone).toBe('Asia/Tokyo')
    expect(patch({ state: 'CA', timeZone: 'Asia/Tokyo' }).traits.timeZone).toBe('Asia/Tokyo')
  })

  it('of seats is for mentors', () => {
    expect(patched(aMentorProfile(), { capacity: 5 }).capacity).toBe(5)
    expect(patch({ capacity: 5 })).toEqual(aMenteeProfile())
    expect(seatsRefusal(aMenteeProfile(), 5)).toBe('Only mentors offer seats.')
  })

  it('of seats leaves one for each open match', () => {
    const mentor = aMentorProfile({ capacity: 4, matchIds: ['a', 'b', 'c'] })
    expect([5, 4, 3].map((seats) => seatsRefusal(mentor, seats))).toEqual([undefined, undefined, undefined])
    expect(seatsRefusal(mentor, 2)).toMatch(/^3 matches are open; please offer at least 3/)
    expect(seatsRefusal(aMentorProfile({ matchIds: ['a'] }), 0)).toMatch(/^1 match is open;/)
  })
})

it('a profile is shown without what is ours alone', () => {
  const view = profileView(aMentorProfile({ capacity: 2, matchIds: ['a'] }))
  expect(view).toMatchObject({ profileId: 'mentor', capacity: 2, openMatches: 1, email: 'mentor@example.org' })
  for (const ours of ['version', 'linkVersion', 'addressHash', 'matchIds']) expect(view).not.toHaveProperty(ours)
})

it('addresses that differ in case, blanks or composition are one', () => {
  expect(normalAddress(' Jose\u0301@Example.ORG ')).toBe(normalAddress('jos\u00e9@example.org'))
})
