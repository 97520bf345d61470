import { DEPARTMENTS, TOPICS } from '../../domain/taxonomy.ts'
import { BLOCKS, DAYS, type Slot } from '../../domain/week.ts'
import { MOST_YEARS } from '../criteria/facts.ts'
import { WAYS } from '../criteria/parts/contact.ts'
import { shortName } from '../criteria/phrases.ts'
import type { Person } from '../person.ts'
import { languageName } from './widenings.ts'

/** A mentor who might be found, and what to look for. */
export type MentorKind = Readonly<{ mentor: Person; words: string }>

/** Parts of the week that somebody may well be free: the same block of all weekdays, or of both days of a weekend. */
const WINDOWS = BLOCKS.toReversed().flatMap((block): Window[] => [
  { words: `weekday ${block}s`, slots: DAYS.slice(0, 5).map((day): Slot => `${day}-${block}`) },
  { words: `weekend ${block}s`, slots: DAYS.slice(5).map((day): Slot => `${day}-${block}`) },
])

type Window = { words: string; slots: Slot[] }
type Group = { window: Window; department: Person['departments'][number]; language: string; members: Person[] }

/**
 * The kinds of mentors that some mentees ask for most: for each department, part of the week and language that they have
 * in common, one who offers, likes and lives as most of those who do. At most `most` kinds, those of most mentees first.
 */
export function kindsFor(mentees: readonly Person[], seats: number, gap: number, most: number): MentorKind[] {
  const groups = new Map<string, Group>()
  for (const mentee of mentees) {
    for (const window of WINDOWS) {
      if (!window.slots.some((slot) => mentee.availability.includes(slot))) continue
      for (const department of mentee.departments) {
        for (const language of mentee.languages ?? ['en']) {
          const key = `${department} ${window.words} ${language}`
          const group = groups.get(key) ?? { window, department, language, members: [] }
          group.members.push(mentee)
          groups.set(key, group)
        }
      }
    }
  }
  return [...groups]
    .sort(([one, a], [other, b]) => b.members.length - a.members.length || (one < other ? -1 : 1))
    .slice(0, most)
    .map(([key, { window, department, language, members }]) => {
      const way = commonest(
        members.flatMap(({ meeting }) => meeting),
        'video',
      )
      const topic = commonest(
        members.flatMap(({ topics }) => topics),
        'career_goals',
      )
      const mentor: Person = {
        id: `kind ${key}`,
        role: 'mentor',
        state: commonest(
          members.map(({ state }) => state),
          'OH',
        ),
        setting: commonest(
          members.map(({ setting }) => setting),
          'hospital',
        ),
        departments: [department],
        topics: [topic],
        yearsOfExperience: Math.min(
          MOST_YEARS,
          members.reduce((most, one) => Math.max(most, one.yearsOfExperience), 0) + gap,
        ),
        shift: commonest(
          members.map(({ shift }) => shift),
          'day',
        ),
        availability: window.slots,
        meeting: [way],
        languages: [language],
        capacity: seats,
      }
      return { mentor, words: wordsFor(mentor, window.words) }
    })
}

/** What occurs most often; of those that occur as often the first by code, so that no order of answers matters. */
function commonest<Answer extends string>(answers: readonly Answer[], otherwise: Answer): Answer {
  const counts = new Map<Answer, number>()
  for (const answer of answers) counts.set(answer, (counts.get(answer) ?? 0) + 1)
  let [best, most] = [otherwise, 0]
  for (const [answer, count] of counts) {
    if (count > most || (count === most && answer < best)) [best, most] = [answer, count]
  }
  return best
}

/** "a mentor who works in hematology, offers leadership, is free on weekday evenings, likes video calls and speaks English". */
function wordsFor({ departments, topics, meeting, languages = [] }: Person, free: string): string {
  const [work] = DEPARTMENTS.filter(({ code }) => departments.includes(code)).map(shortName)
  const [offered] = TOPICS.filter(({ code }) => topics.includes(code)).map(shortName)
  const likes = meeting.map((way) => WAYS[way]).join()
  return `a mentor who works in ${work}, offers ${offered}, is free on ${free}, likes ${likes} and speaks ${languages.map(languageName).join()}`
}
