import type { Programme, Weights } from '../domain/programme.ts'
import { type Pin, type Round, RoundSettings } from '../domain/round.ts'
import { invalid } from '../errors.ts'
import { parse } from '../http.ts'
import { rulesFor } from '../matching/index.ts'
import type { Person } from '../matching/person.ts'
import { pinned } from './pins.ts'

/** What an organizer asks of one round. */
export type Asked = {
  weights?: { [Name in keyof Weights]?: number | undefined } | undefined
  rules?: { [Name in keyof RoundSettings['rules']]?: number | undefined } | undefined
  pins?: readonly Pin[] | undefined
}

/** What is not asked for is as the programme has it. 400 when all together is not possible. */
export const settingsAsked = ({ weights, rules }: Programme, asked: Asked): RoundSettings =>
  parse(RoundSettings, { weights: { ...weights, ...asked.weights }, rules: { ...rules, ...asked.rules } })

/** The people with their pins; 400 that names a pin which is not possible, and says why. */
export function pinsAsked(people: readonly Person[], pins: readonly Pin[], settings: RoundSettings, now: Date) {
  const result = pinned(people, pins, rulesFor([], { ...settings, at: now.toISOString() }))
  if (!result.refused.length) return result.people
  throw invalid(result.refused.map(({ nth, because }) => ({ path: `pins.${nth}`, message: because })))
}

/** What of it is kept with the round. */
export const wishesOf = (programme: Programme, { weights, rules, pins }: Asked): Pick<Round, 'settings' | 'pins'> => ({
  ...((weights || rules) && { settings: settingsAsked(programme, { weights, rules }) }),
  ...(pins?.length && { pins: [...pins] }),
})
