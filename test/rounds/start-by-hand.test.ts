import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { publishRound } from '../../shared/rounds/publish.ts'
import { aDraftingRoom, type DraftingRoom, pin } from '../support/drafting-room.ts'
import { aMenteeProfile, NOW } from '../support/profiles.ts'

/** An organizer starts a round with weights, rules and pairs of their own. */

let room: DraftingRoom
beforeAll(async () => {
  room = await aDraftingRoom()
})
afterAll(() => room.stop())
beforeEach(() => room.isTidied())

describe('a round by hand', () => {
  it('is paired as the programme has it when nothing else is said, and tells so', async () => {
    const round = await room.drafts()
    expect(round).toMatchObject({
      status: 'drafted',
      settings: { weights: room.programme.weights, rules: room.programme.rules },
      summary: { placed: 2, optimal: true },
    })
    expect(round).not.toHaveProperty('pins')
    expect(round.summary?.scores?.reduce((sum, count) => sum + count, 0)).toBe(2)
  })

  it('is paired by the rules that it was given, and what is not given is as the programme has it', async () => {
    const round = await room.drafts({ rules: { minimumExperienceGap: 9 } })
    const { weights } = room.programme
    expect(round.settings).toEqual({ weights, rules: { minimumExperienceGap: 9, loadPenalty: 2 } })
    expect(Object.keys(await room.pairsOf(round))).toEqual(['first'])
    expect((await room.proofs.get(round.id))?.settings).toMatchObject(round.settings ?? {})
  })

  it('is refused weights that do not add up, by name', async () => {
    const refused = { status: 400, errors: [{ path: 'weights', message: expect.stringContaining('1000') }] }
    await expect(room.starts({ weights: { topics: 400 } })).rejects.toMatchObject(refused)
    expect(await room.rounds.lease()).toBeUndefined()
  })

  it('holds the pairs that were chosen, with a score and reasons of their own', async () => {
    const usual = await room.pairsOf(await room.drafts())
    const mentorOf = { first: usual.second ?? '', second: usual.first ?? '' }
    const round = await room.drafts({ pins: [pin('first', mentorOf.first)] })
    expect(await room.pairsOf(round)).toEqual(mentorOf)
    expect(round).toMatchObject({ pins: [pin('first', mentorOf.first)], summary: { placed: 2, optimal: true } })
    const matches = await room.matches.ofRound(round.id)
    expect(matches.map(({ menteeId, pinned }) => [menteeId, pinned])).toEqual([
      ['first', true],
      ['second', undefined],
    ])
    for (const { score, reasons } of matches) expect([score > 0, reasons.length > 0]).toEqual([true, true])
  })

  it('is refused a pin that is not possible, which is named', async () => {
    await room.change('far', { status: 'paused' })
    await expect(room.starts({ pins: [pin('first', 'near'), pin('second', 'far')] })).rejects.toMatchObject({
      status: 400,
      errors: [{ path: 'pins.1', message: 'This mentor has no free seat now.' }],
    })
  })

  it('leaves out a pin that has become impossible meanwhile, and pairs its mentee with somebody else', async () => {
    const id = await room.starts({ pins: [pin('first', 'far'), pin('second', 'near')] })
    await room.change('far', { status: 'paused' })
    await room.runs(id)
    const round = await room.stored(id)
    expect(round).toMatchObject({ pins: [pin('second', 'near')], summary: { placed: 1, unplaced: 1, optimal: true } })
    expect(await room.pairsOf(round)).toEqual({ second: 'near' })
  })

  it('is introduced by its own rules, and what was chosen by hand gets the last seat', async () => {
    await room.change('far', { status: 'paused' })
    await room.change('near', { capacity: 2 })
    await room.change('second', { traits: { ...aMenteeProfile().traits, yearsOfExperience: 11 } })
    const body = { rules: { minimumExperienceGap: 1 }, pins: [pin('second', 'near')] }
    const round = await room.drafts({ ...body, publish: true })
    expect(await room.pairsOf(round)).toEqual({ first: 'near', second: 'near' })
    await room.change('near', { capacity: 1 })
    await publishRound(room)(round.id, () => NOW)
    const published = await room.stored(round.id)
    expect(published).toMatchObject({ status: 'published', summary: { placed: 1 } })
    expect(published.summary?.scores?.reduce((sum, count) => sum + count, 0)).toBe(1)
    const { score } = (await room.matches.ofRound(round.id)).find(({ introducedAt }) => introducedAt) ?? {}
    expect(published.summary).toMatchObject({ totalScore: score, worstScore: score, medianScore: score })
    expect(published).not.toHaveProperty('pins')
    expect(await room.profiles.get('second')).toHaveProperty('matchId')
    expect(await room.profiles.get('first')).not.toHaveProperty('matchId')
  })

  it('is in the audit trail, with who began it', async () => {
    const id = await room.starts({ pins: [pin('first', 'near')], rules: { loadPenalty: 5 } })
    const { items } = await room.audit.ofDay(NOW.toISOString().slice(0, 10))
    expect(items.find(({ subject }) => subject === id)).toMatchObject({
      who: room.who,
      what: 'round-started',
      details: { publish: false, ownSettings: true, pins: 1 },
    })
  })
})
