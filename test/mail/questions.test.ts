import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { codesOf, TOPICS } from '../../shared/domain/taxonomy.ts'
import { firstQuestions } from '../../shared/mail/questions.ts'

test('there are always three different questions', () => {
  const topic = fc.oneof(fc.constantFrom(...codesOf(TOPICS)), fc.string())
  fc.assert(fc.property(fc.array(topic), (topics) => new Set(firstQuestions(topics)).size === 3))
  expect(firstQuestions([])).toHaveLength(3)
})

test('every topic has a question of its own', () => {
  const questions = codesOf(TOPICS).map((topic) => firstQuestions([topic])[0])
  expect(new Set(questions).size).toBe(TOPICS.length)
  for (const question of questions) expect(question).toMatch(/^[A-Z].{20,110}\?$/)
})

test('the topics named first come first', () => {
  const [exam, strength, general] = firstQuestions(['cert_prep', 'wellness'])
  expect(exam).toContain('exam')
  expect(strength).toContain('strength')
  expect(general).toContain('How did you come to work in the lab')
  expect(firstQuestions(['wellness', 'cert_prep'])[0]).toBe(strength)
})
