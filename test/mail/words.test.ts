import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alex, links, mailTo, programme } from '../../local/mail-examples.ts'
import { MAIL_KINDS } from '../../shared/domain/mail-facts.ts'
import { Problem } from '../../shared/errors.ts'
import { examplesOf } from '../../shared/mail/examples.ts'
import { message, wordsOf } from '../../shared/mail/message.ts'
import { previewOf } from '../../shared/mail/preview.ts'
import { defineWords, fieldsOf, saying, unknownFields } from '../../shared/mail/words/define.ts'
import { changedPhrases, wordsView } from '../../shared/mail/words/edit.ts'

/** What organizers may say in words of their own. */

const everyPhrase = MAIL_KINDS.flatMap((kind) => Object.keys(wordsOf(kind).phrases).map((id) => [kind, id] as const))

const seenIn = ({
  subject,
  preheader,
  html,
  text,
}: {
  subject: string
  preheader: string
  html: string
  text: string
}) => [subject, preheader, html, text].join('\n')

function refusals(act: () => unknown) {
  try {
    act()
  } catch (error) {
    if (error instanceof Problem) return error.errors
    throw error
  }
  return 'nothing was refused'
}

test('every kind of mail has a name, a moment and examples of its own', () => {
  expect(MAIL_KINDS).toHaveLength(25)
  const names = MAIL_KINDS.map((kind) => wordsOf(kind).name)
  expect(new Set(names).size).toBe(MAIL_KINDS.length)
  for (const kind of MAIL_KINDS) {
    expect(wordsOf(kind).when).toMatch(/^\p{Lu}.*\.$/u)
    const examples = examplesOf(kind).map(({ name }) => name)
    expect(examples.length).toBeGreaterThan(0)
    expect(new Set(examples).size).toBe(examples.length)
    expect(examplesOf(kind).map(({ facts }) => facts.kind)).toEqual(examples.map(() => kind))
  }
})

describe.each(everyPhrase)('%s: %s', (kind, id) => {
  const words = wordsOf(kind)
  const phrase = words.phrases[id] ?? expect.fail('no such phrase')
  const known = fieldsOf(words, id)

  test('has a label, and an example for each field that it names', () => {
    expect(phrase.label).toMatch(/^\p{Lu}/u)
    expect(unknownFields(phrase.text, known)).toEqual([])
    for (const example of Object.values(known)) expect(example).toMatch(/\S/)
  })

  test('says what the organizers say instead, in an example of its kind', () => {
    const marker = `Marked ${id} of ours`
    const before = examplesOf(kind).map(({ facts }) => seenIn(mailTo(facts)))
    const after = examplesOf(kind).map(({ facts }) => seenIn(mailTo(facts, { words: { [id]: marker } })))
    expect(before.join()).not.toContain(marker)
    expect(after.join()).toContain(marker)
  })

  test('can name each of its fields, and they are filled in', () => {
    const text = Object.keys(known)
      .map((field) => `${field}=({${field}})`)
      .join(' ')
    const all = examplesOf(kind).map(({ facts }) => seenIn(mailTo(facts, { words: { [id]: text } })))
    expect(all.join()).not.toMatch(/=\(\)|\{\w+\}|undefined/)
  })
})

test('any text of theirs is text: escaped, in one line, with no link but ours', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom(
      '<b>',
      '"><img src=x>',
      '&lt;',
      '$&',
      '{',
      '}',
      '{{page}}',
      '\u202e',
      '\r\nBcc: x',
      '{greeting}',
      '{partner}',
    ),
  )
  const phrases = Object.keys(wordsOf('introduction').phrases)
  const introduction = examplesOf('introduction')[0]?.facts ?? expect.fail('no example')
  fc.assert(
    fc.property(fc.constantFrom(...phrases), fc.array(piece, { minLength: 1, maxLength: 6 }), (id, pieces) => {
      const text = pieces.join(' ')
      const { subject, html } = message(introduction, { to: alex, programme, links, words: { [id]: text } })
      expect(subject).toMatch(/^[^\p{Cc}\u202a-\u202e]{0,78}$/u)
      expect(html).not.toMatch(/<b>|<img|src=x>|[\u202a-\u202e]/)
      const targets = [...html.matchAll(/href="([^"]*)"/g)].map(([, target]) => target)
      expect([links.match, links.me, 'mailto:sam.rivera@example.org']).toEqual(expect.arrayContaining(targets))
    }),
    { numRuns: 300 },
  )
})

test('what is filled in is not looked through for fields', () => {
  const words = defineWords({
    name: 'A',
    when: 'B.',
    fields: { one: '1', two: '2' },
    phrases: { a: { label: 'A', text: '{one} {two}' } },
  })
  expect(saying(words, { programme }, { one: '{two} $&', two: 'x' })('a')).toBe('{two} $& x')
})

test('a text for a field that is no more gives way to the original', () => {
  const [example] = examplesOf('welcome')
  if (!example) expect.fail('no example')
  const words = { subject: 'Welcome, {seat}', title: 'Hi from {programme}' }
  const { subject, text } = mailTo(example.facts, { words })
  expect(subject).toBe(`Welcome to ${programme.name}`)
  expect(text).toContain(`Hi from ${programme.name}`)
})

describe('a change', () => {
  test('is refused by name, with the fields that exist', () => {
    expect(
      refusals(() => changedPhrases('introduction', {}, { subject: 'Hi {partnr}', title: 'Meet {partner}' })),
    ).toEqual([
      {
        path: 'phrases.subject',
        message:
          'There is no {partnr} to fill in here, only {greeting}, {partner}, {partnerFirstName}, {theirRole}, {yourRole}, {programme}.',
      },
    ])
    expect(refusals(() => changedPhrases('welcome', {}, { constructor: 'x', subject: '{constructor}' }))).toMatchObject(
      [{ path: 'phrases.constructor' }, { path: 'phrases.subject' }],
    )
  })

  test('leaves the others, and null or the very same words are the original again', () => {
    const before = { subject: 'Hello', title: 'Hi' }
    expect(changedPhrases('welcome', before, { title: null })).toEqual({ subject: 'Hello' })
    expect(changedPhrases('welcome', before, { title: 'Welcome to {programme}' })).toEqual({ subject: 'Hello' })
    expect(changedPhrases('welcome', before, { button: 'Look' })).toEqual({ ...before, button: 'Look' })
  })

  test('forgets texts of phrases that are no more', () => {
    expect(changedPhrases('welcome', { gone: 'x', subject: 'Hello' }, {})).toEqual({ subject: 'Hello' })
  })
})

test('organizers see each phrase with its original, theirs, and what can be filled in', () => {
  const view = wordsView('welcome', { kind: 'welcome', version: 3, phrases: { subject: 'Hello' } })
  expect(view).toMatchObject({ kind: 'welcome', name: 'Welcome', version: 3 })
  expect(view.phrases[0]).toEqual({
    id: 'subject',
    label: 'Subject',
    original: 'Welcome to {programme}',
    text: 'Hello',
    fields: [
      { name: 'greeting', example: 'Hello Alex,' },
      { name: 'role', example: 'mentor' },
      { name: 'programme', example: 'Great Lakes Lab Mentors' },
    ],
  })
  expect(view.phrases[1]).not.toHaveProperty('text')
})

test('a preview shows each example, links nobody’s page, and brings its picture', () => {
  const [inPerson] = previewOf('seat-confirmed', programme, { title: 'Sit down' })
  expect(inPerson).toMatchObject({ name: 'In person', subject: 'You have a seat: Coffee after the night shift' })
  expect(inPerson?.html).toContain('src="data:image/png;base64,iVBOR')
  expect(inPerson?.html).toContain('href="https://mentors.example.org/registration"')
  expect(inPerson?.text).toContain('Sit down\n========')
  expect(previewOf('introduction', programme, {}).map(({ name }) => name)).toEqual([
    'A mentee',
    'A mentor in the same time zone',
  ])
})
