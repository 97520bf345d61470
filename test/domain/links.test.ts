import { SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { PAGES, type Page } from '../../shared/domain/mail.ts'
import { type Link, linksWith } from '../../shared/links.ts'
import { NOW } from '../support/profiles.ts'

const secret = 'a secret of a test, long enough to sign with'
const links = linksWith(secret)
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000)
const link = (page: Page): Link => ({ page, profileId: 'profile', linkVersion: 3, matchId: undefined })

describe('a link', () => {
  it.each(PAGES)('to the page %s says whose it is, and is good for that page alone', async (page) => {
    const token = await links.sign(link(page), NOW)
    expect(await links.read(token, [page], NOW)).toEqual(link(page))
    expect(await links.read(token, PAGES, NOW)).toEqual(link(page))
    const others = PAGES.filter((each) => each !== page)
    expect(await links.read(token, others, NOW)).toBeUndefined()
    expect(await links.read(token, [], NOW)).toBeUndefined()
  })

  it('to a match is good for that match', async () => {
    const token = await links.sign({ ...link('match'), matchId: 'round.mentee' }, NOW)
    expect(await links.read(token, ['match'], NOW)).toMatchObject({ matchId: 'round.mentee' })
  })

  it.each([
    ['confirm', 7],
    ['me', 90],
    ['match', 120],
    ['unsubscribe', 365],
  ] as const)('to %s works for %i days', async (page, good) => {
    const token = await links.sign(link(page), NOW)
    expect(await links.read(token, [page], days(good - 0.01))).toBeDefined()
    expect(await links.read(token, [page], days(good + 0.01))).toBeUndefined()
  })

  it('does not work when any letter of it was changed', async () => {
    const token = await links.sign(link('me'), NOW)
    for (let at = 0; at < token.length - 1; at += 5) {
      const changed = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
      expect(await links.read(changed, ['me'], NOW), `letter ${at}`).toBeUndefined()
    }
  })

  it('does not work when another secret or another way of signing made it', async () => {
    expect(await links.read(await linksWith(`${secret}!`).sign(link('me'), NOW), ['me'], NOW)).toBeUndefined()
    const strange = await new SignJWT({ version: 3 })
      .setProtectedHeader({ alg: 'HS512' })
      .setSubject('profile')
      .setAudience('me')
      .setExpirationTime(days(1))
      .sign(new TextEncoder().encode(secret.repeat(2)))
    expect(await linksWith(secret.repeat(2)).read(strange, ['me'], NOW)).toBeUndefined()
  })

  it('does not work without an end', async () => {
    const endless = await new SignJWT({ version: 3 })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('profile')
      .setAudience('me')
      .sign(new TextEncoder().encode(secret))
    expect(await links.read(endless, ['me'], NOW)).toBeUndefined()
  })

  it.each(['', '.', '..', 'a.b.c', 'null', 'x'.repeat(5000)])('is nothing like %j', async (text) => {
    expect(await links.read(text, PAGES, NOW)).toBeUndefined()
  })
})
