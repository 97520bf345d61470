import { describe, expect, it } from 'vitest'
import { answersTo, askedBefore, type Question, Questions } from '../../shared/domain/question.ts'

const required = { label: 'Please tell us', required: true }
const asked = Questions.parse([
  { type: 'text', key: 'diet', label: 'Anything you do not eat?' },
  { type: 'choice', key: 'bench', ...required, options: ['Blood bank', 'Chemistry'] },
  { type: 'choices', key: 'days', ...required, options: ['Mon', 'Tue'] },
  { type: 'yes-no', key: 'first', ...required },
  { type: 'number', key: 'years', ...required },
])
const good = { bench: 'Chemistry', days: ['Mon'], first: false, years: 0 }
const wrongWith = (answers: unknown) =>
  answersTo(asked)
    .safeParse(answers)
    .error?.issues.map(({ path }) => path.join('.'))

describe('answers', () => {
  it('are kept as they were given', () => {
    expect(answersTo(asked).parse({ ...good, diet: 'Nuts' })).toEqual({ ...good, diet: 'Nuts' })
  })

  it('may be left out where the question is not required', () => {
    expect(answersTo(asked).parse(good)).toEqual(good)
    expect(answersTo(asked).parse({ ...good, diet: undefined })).not.toHaveProperty('diet')
  })

  it('name each field that is missing', () => {
    expect(wrongWith({})).toEqual(['bench', 'days', 'first', 'years'])
  })

  it.each([
    ['bench', 'Microbiology'],
    ['days', []],
    ['days', 'Mon'],
    ['days', ['Mon', 'Sunday']],
    ['first', 'yes'],
    ['years', 'four'],
    ['years', Number.NaN],
    ['diet', 'x'.repeat(2001)],
    ['diet', 'a\u0000b'],
  ])('to %s are not %j', (key, answer) => {
    expect(wrongWith({ ...good, [key]: answer })?.map((path) => path.split('.')[0])).toEqual([key])
  })

  it('to a question that was not asked are a mistake', () => {
    expect(answersTo(asked).safeParse({ ...good, shoe: 42 }).success).toBe(false)
    expect(answersTo([]).parse({})).toEqual({})
  })

  it('with the same choice twice have it once', () => {
    expect(answersTo(asked).parse({ ...good, days: ['Tue', 'Tue'] })).toMatchObject({ days: ['Tue'] })
  })

  it('take a name with an accent, from right to left, or a formula, as they are', () => {
    for (const diet of ['Zoë', 'שלום', '=cmd|’/C calc’!A0', '🧪']) {
      expect(answersTo(asked).parse({ ...good, diet })).toMatchObject({ diet })
    }
  })
})

describe('questions', () => {
  const text = (key: string): Question => ({ type: 'text', key, label: key, required: false })

  it('are at most twenty, each with a key of its own', () => {
    const many = Array.from({ length: 21 }, (_, n) => text(`q${n}`))
    expect(Questions.safeParse(many.slice(1)).success).toBe(true)
    expect(Questions.safeParse(many).success).toBe(false)
    expect(Questions.safeParse([text('a'), text('a')]).success).toBe(false)
  })

  it.each(['Diet', '1st', 'a-b', '', '__proto__', 'a'.repeat(41)])('have no key such as %j', (key) => {
    expect(Questions.safeParse([text(key)]).success).toBe(false)
  })

  it('that are taken away are remembered until they are asked again', () => {
    const before = { questions: [text('a'), text('b')] }
    const gone = askedBefore(before, [text('b')])
    expect(gone).toEqual([{ key: 'a', label: 'a', type: 'text' }])
    expect(askedBefore({ questions: [text('b')], askedBefore: gone }, [])).toHaveLength(2)
    expect(askedBefore({ questions: [text('b')], askedBefore: gone }, [text('a')])).toEqual([
      { key: 'b', label: 'b', type: 'text' },
    ])
  })
})
