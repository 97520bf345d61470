import { readFileSync } from 'node:fs'
import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { anIntroduction, everyMail, mailTo } from '../../local/mail-examples.ts'
import { compiledMail } from '../../shared/mail/template/compile.ts'

/** The rules of the HTML standard, and of good manners; without those that mail programs are not ready for. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'no-inline-style': 'off',
    // Outlook lays out by the attributes of HTML 4, and in comments that it alone reads.
    'no-deprecated-attr': 'off',
    'no-conditional-comment': 'off',
    // How MJML writes it, which is as good.
    'doctype-style': 'off',
    'prefer-native-element': 'off',
    'presentation-role-style': 'off',
    'prefer-tbody': 'off',
  },
})

const mistakesIn = (html: string): string[] =>
  validator
    .validateStringSync(html)
    .results.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`))

/** Outlook on Windows reads what stands in comments for it, and not what others alone shall read. */
const asInOutlook = (html: string): string =>
  html
    .replace(/<!--\[if !mso\]><!-->[\s\S]*?<!--<!\[endif\]-->/g, '')
    .replace(/<noscript>[\s\S]*?<\/noscript>/g, '')
    .replace(/<!--\[if [^\]]*\]>|<!\[endif\]-->/g, '')

test('the compiled template is that of its source', async () => {
  const kept = readFileSync(new URL('../../shared/mail/template/compiled.ts', import.meta.url), 'utf8')
  expect(await compiledMail()).toBe(kept)
})

describe.each(everyMail.map((facts) => [facts.kind, mailTo(facts).html] as const))('the HTML of %s', (_, html) => {
  test('is valid, and so is what Outlook makes of it', () => {
    expect(mistakesIn(html)).toEqual([])
    expect(mistakesIn(asInOutlook(html))).toEqual([])
  })

  test('has every slot filled', () => {
    expect(html).not.toMatch(/\{\{|\}\}|undefined/)
  })

  test('has no letters too small to see, which spam filters look for', () => {
    expect(html).not.toMatch(/<[^>]*font-size:\s*[01]px[^>]*>\w/)
  })

  test('asks nobody for anything when it is opened', () => {
    // The picture of a QR code comes with the mail.
    const others = html.replaceAll('<img class="code" src="cid:code@benchmate"', '')
    expect(others).not.toMatch(/\ssrc=|<link|@import|url\(|<img|<script/i)
  })
})

test('a mistake would be found', () => {
  const { html } = mailTo(anIntroduction())
  expect(mistakesIn(html.replace('</h1>', ''))).not.toEqual([])
  expect(mistakesIn(asInOutlook(html.replace('</td></tr></table><![endif]-->', '<![endif]-->')))).not.toEqual([])
})

test('the longest mail stays below the 102 KB at which Gmail cuts', () => {
  const words = '<&"👩🏽‍🔬'.repeat(500)
  const long = anIntroduction({
    partner: { ...anIntroduction().partner, about: words },
    reasons: [words, words, words],
  })
  expect(Buffer.byteLength(mailTo(long).html)).toBeLessThan(102_000)
})
