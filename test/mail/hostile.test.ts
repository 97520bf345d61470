import { expect, test } from 'vitest'
import { alex, anIntroduction, everyKind, links, mailTo } from '../../local/mail-examples.ts'

/** Names and texts come from strangers: a mail must stay ours whatever they write. */

const HOSTILE = [
  '<script>alert(1)</script>',
  `"><img src=x onerror='alert(1)'>`,
  'Sam\r\nBcc: everybody@example.org',
  'https://evil.example/match#token',
  'Click www.evil.example now',
  '\u202egro.elpmaxe\u2066 \u0000\u0007\u2028',
  'x'.repeat(80),
  '👩🏽‍🔬'.repeat(40),
  'عبد الرحمن',
  '{{{blocks}}} {{subject}}',
  '\ud800 half a character',
  '',
]

const from = (text: string) => {
  const partner = { firstName: text, lastName: text, email: 'sam@example.org', headline: text, about: text }
  return [
    ...everyKind.map((facts) => mailTo(facts, { to: { ...alex, firstName: text } })),
    mailTo(anIntroduction({ partner, reasons: [text] })),
    mailTo({ kind: 'match-over', role: 'mentor', partnerFirstName: text, because: 'left' }),
  ]
}

test.each(HOSTILE)('%j adds no markup', (text) => {
  for (const { html } of from(text)) {
    expect(html).not.toMatch(/<script|<img(?! class="code" src="cid:code@benchmate")/i)
    const tags = html.match(/<[^>]*>/g) ?? []
    const withoutValues = tags.map((tag) => tag.replace(/="[^"]*"/g, ''))
    expect(withoutValues.join('')).not.toMatch(/onerror|alert|['"]/)
  }
})

test.each(HOSTILE)('%j leaves the subject one short line', (text) => {
  for (const { subject } of from(text)) {
    expect(subject).toMatch(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]{8,78}$/u)
    expect(subject.length).toBeLessThanOrEqual(78)
  }
})

test.each(HOSTILE)('%j makes no link and no turned text', (text) => {
  // Organizers choose where an event is; the examples name two places on the web.
  const ours: readonly string[] = [
    ...Object.values(links),
    ...['meet', 'video'].map((at) => `https://${at}.example.org/coffee`),
  ]
  for (const { html, text: plain } of from(text)) {
    const alone = plain.split('\n').filter((line) => /^\s*https?:/.test(line))
    expect(ours).toEqual(expect.arrayContaining(alone))
    const targets = [...html.matchAll(/href="([^"]*)"/g)].map(([, target]) => target)
    expect([...ours, 'mailto:sam@example.org', 'mailto:sam.rivera@example.org', 'mailto:alex.kim@example.org']).toEqual(
      expect.arrayContaining(targets),
    )
    expect(html + plain).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/u)
  }
})

test('a name that is a web address is not one any more', () => {
  const { html, text } = mailTo({
    kind: 'match-over',
    role: 'mentee',
    partnerFirstName: 'https://evil.example/x',
    because: 'left',
  })
  expect(html + text).not.toContain('evil.example')
})

test('braces in a name are only braces', () => {
  const firstName = '{{{blocks}}} {{subject}}'
  const { html, text } = mailTo({ kind: 'goodbye' }, { to: { ...alex, firstName } })
  expect(html).toContain(`Hello ${firstName},`)
  expect(text).toContain(`Hello ${firstName},`)
})

test('ordinary names stay as they are', () => {
  for (const firstName of ["D'Angelo", 'J.R.', 'Sam Jr.', 'Anne-Marie', 'Zoë', 'عبد الرحمن'])
    expect(mailTo({ kind: 'goodbye' }, { to: { ...alex, firstName } }).text).toContain(`Hello ${firstName},`)
})

test('what a member wrote keeps its lines, quoted', () => {
  const partner = { ...anIntroduction().partner, about: 'One.\r\n\r\n\r\n\r\nhttps://lab.example/me\nThree.' }
  const { text, html } = mailTo(anIntroduction({ partner }))
  expect(text).toContain('\n> One.\n>\n> <https://lab.example/me>\n> Three.\n')
  expect(html).toContain('One.<br><br>https://lab.example/me<br>Three.</blockquote>')
})
