import { describe, expect, test } from 'vitest'
import { alex, anIntroduction, everyKind, links, mailTo, programme } from '../../local/mail-examples.ts'
import { linksIn } from '../../shared/mail/message.ts'

const linesOf = (text: string) => text.split('\n')
const urlsIn = (text: string) => text.match(/https?:\/\/\S+/g) ?? []
/** What a reader sees of the HTML, as one line. */
const seen = (html: string) =>
  html
    .replace(/^[\s\S]*?<body/, '<body')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')

describe.each(everyKind)('a mail of kind $kind', (facts) => {
  const mail = mailTo(facts)

  test('has a short subject of one line', () => {
    expect(mail.subject).toMatch(/^\P{Cc}{8,78}$/u)
  })

  test('shows its links in both parts, in the text alone on a line', () => {
    const shown = linksIn(facts.kind)
      .filter((page) => page !== 'unsubscribe')
      .map((page) => links[page])
    for (const url of shown) {
      expect(mail.html).toContain(`href="${url}"`)
      expect(linesOf(mail.text)).toContain(url)
    }
    expect(linesOf(mail.text)).toEqual(expect.arrayContaining(urlsIn(mail.text)))
  })

  test('says the same in both parts', () => {
    const html = seen(mail.html)
    const words = mail.text
      .replace(/https?:\S+|^[=_-]+$|^(>|-|\d\.) ?/gm, ' ')
      .split(/[:\s]+/)
      .filter(Boolean)
    for (const word of words) expect(html).toContain(word)
  })

  test('keeps its text within 72 columns, links aside', () => {
    for (const line of linesOf(mail.text)) expect(line.startsWith('http') ? 0 : line.length).toBeLessThanOrEqual(72)
  })

  test('names the programme, and says why it comes', () => {
    const foot = mail.text.slice(mail.text.indexOf('____')).replace(/\s+/g, ' ')
    expect(foot).toContain(programme.name)
    expect(foot).toMatch(/You get this mail because|This is the last mail/)
  })

  test('keeps its preheader out of sight and out of the text', () => {
    expect(mail.html).toContain(
      `display: none; max-height: 0; overflow: hidden; opacity: 0; mso-hide: all;">${mail.preheader}&#847;`,
    )
    expect(mail.preheader.length).toBeLessThan(100)
    expect(linesOf(mail.text)).not.toContain(mail.preheader)
  })
})

test('an address that nobody has confirmed gets no link to a profile, and no name that a stranger typed', () => {
  const { html, text } = mailTo({ kind: 'confirm', role: 'mentor' })
  expect(html + text).not.toContain(links.me)
  expect(html + text).not.toContain(alex.firstName)
})

test('every mail about a support circle carries the crisis line', () => {
  const about = everyKind.filter((facts) => 'event' in facts)
  expect(about.length).toBeGreaterThan(5)
  for (const facts of about) {
    const { text } = mailTo({ ...facts, event: { ...facts.event, kind: 'circle' } })
    expect(text, facts.kind).toContain('call or text 988')
  }
})

test('mails about support, and no others, carry the crisis line', () => {
  const kinds = everyKind.filter((facts) => mailTo(facts).text.includes('call or text 988')).map(({ kind }) => kind)
  expect(kinds).toEqual([
    'introduction',
    'left-out',
    'reminder',
    'first-contact',
    'first-meeting',
    'fit-check',
    'still-there',
    'match-over',
    'problem-reported',
  ])
})

test.each(['confirm', 'link', 'introduction'] as const)('a mail of kind %s without its link is not made', (kind) => {
  const facts = everyKind.find((one) => one.kind === kind) ?? expect.fail('no such example')
  expect(() => mailTo(facts, { links: {} })).toThrow(`needs a link to the page ${linksIn(kind)[0]}`)
})

describe('an introduction', () => {
  const mail = mailTo(anIntroduction())

  test('tells the time on the clocks of both', () => {
    expect(seen(mail.html)).toContain('How about Tuesday, December 1, 7:00 PM Central Standard Time?')
    expect(seen(mail.html)).toContain('For Sam it is 8:00 PM Eastern Standard Time.')
  })

  test('tells the day too where it is another day for the partner', () => {
    const { html } = mailTo(anIntroduction({ partnerTimeZone: 'Europe/Berlin' }))
    expect(seen(html)).toContain('For Sam it is Wednesday, December 2, 2:00 AM Central European Standard Time.')
  })

  test('says so when both clocks agree, and is silent without a shared hour', () => {
    expect(seen(mailTo(anIntroduction({ partnerTimeZone: 'America/Chicago' })).html)).toContain('the same time for Sam')
    expect(mailTo(anIntroduction({ suggestedAt: undefined })).text).not.toContain('How about')
  })

  test('brings the partner, the reasons, the questions and the four answers', () => {
    const facts = anIntroduction()
    for (const text of [
      'Sam Rivera',
      facts.partner.email,
      facts.partner.headline,
      ...facts.reasons,
      ...facts.questions,
      'We have met.',
      'It does not fit. Please find somebody else',
      'I would like a break',
      'There is a problem.',
    ])
      expect(seen(mail.html)).toContain(text)
  })

  test('says how often to meet, in the words of the programme, or says nothing of it', () => {
    expect(seen(mail.html)).toContain('propose a time. Sam may write first, too. Half an hour every two weeks')
    const said = mailTo(anIntroduction(), { programme: { ...programme, cadence: 'Once a month.' } })
    expect(said.text).toContain('\nOnce a month.\n')
    const silent = mailTo(anIntroduction(), { programme: { ...programme, cadence: '' } })
    expect(silent.text).toContain('may write first, too.\n\nIf it does not fit\n---')
  })

  test('asks the mentee to write first, and tells the mentor so', () => {
    expect(mail.text).toContain('Please write to Sam within a week.')
    const toMentor = mailTo(anIntroduction({ role: 'mentor' }))
    expect(toMentor.subject).toBe('Meet Sam Rivera, your mentee')
    expect(toMentor.text).toContain('Sam was asked to write to you within a week.')
  })
})

test('organizers sign every mail when they want to, and nobody does when they do not', () => {
  const signed = { ...programme, organizers: 'Anna Weber & Ben Okafor' }
  for (const facts of everyKind) {
    expect(mailTo(facts, { programme: signed }).text).toContain('Anna Weber & Ben Okafor, for Great Lakes Lab Mentors')
    expect(mailTo(facts).text).not.toContain(', for Great Lakes')
  }
})

test('a mail that an organizer looks at says in its foot that it is made up, and brings no entry for a calendar', () => {
  for (const facts of everyKind) {
    const { text, invitation } = mailTo(facts, { isTest: true })
    expect(invitation).toBeUndefined()
    expect(text.replace(/\s+/g, ' ')).toContain('sent you this to look at: what it tells is made up.')
    expect(text).not.toContain('You get this mail because')
  }
})

test('a mentee who is left out reads why, what helps, and when the next round is', () => {
  const mail = mailTo(everyKind.find(({ kind }) => kind === 'left-out') ?? expect.fail('no such example'), {
    to: { ...alex, timeZone: 'America/Los_Angeles' },
  })
  expect(mail.text).toContain('No mentor with a free seat shares an hour with you.')
  expect(mail.text).toContain('Adding an evening or a weekend slot')
  expect(seen(mail.html)).toContain('The next round is on Monday, November 30, 7:00 AM Pacific Standard Time.')
})
