import { faker } from '@faker-js/faker/locale/en'
import type { ProfileFormInput } from '../shared/domain/profile-form.ts'
import { STATES } from '../shared/domain/states.ts'
import { DEPARTMENTS, nameOf } from '../shared/domain/taxonomy.ts'
import { SLOTS, type Slot } from '../shared/domain/week.ts'
import {
  type Common,
  DEPARTMENT,
  EMPLOYERS,
  LINES,
  OFFERED,
  type Ranked,
  SETTING,
  SHIFT,
  WANTED,
} from './demo-choices.ts'

/** Made-up people, the same ones each time: spread over the states as the profession is, in plausible jobs. */

const SEED = 292010 // the profession's number in the Standard Occupational Classification
const MENTORS = 60
const MENTEES = 150

export function demoPeople(): ProfileFormInput[] {
  faker.seed(SEED)
  const mentors = Array.from(
    { length: MENTORS },
    (_, index): ProfileFormInput => ({
      role: 'mentor',
      ...person(index, OFFERED),
      credentials: chance(0.75) ? ['MLS'] : ['MLT'],
      yearsOfExperience: faker.number.int({ min: 5, max: 16 }) + (chance(0.4) ? faker.number.int({ max: 20 }) : 0),
      capacity: ranked([1, 2, 3, 4, 5]),
    }),
  )
  const mentees = Array.from(
    { length: MENTEES },
    (_, index): ProfileFormInput => ({
      role: 'mentee',
      ...person(MENTORS + index, WANTED),
      credentials: chance(0.5) ? ['MLT'] : [],
      ...(chance(0.5) && { pursuing: 'MLS' }),
      yearsOfExperience: ranked([0, 1, 2, 3, 4]),
    }),
  )
  return faker.helpers.shuffle([...mentors, ...mentees])
}

function person(index: number, topics: Ranked<Common['topics'][number]>): Common {
  const firstName = faker.person.firstName()
  const lastName = faker.person.lastName()
  const setting = ranked(SETTING)
  const departments = some(DEPARTMENT, 1, 3)
  const shift = ranked(SHIFT)
  const name = faker.internet.username({ firstName, lastName }).toLowerCase()
  return {
    firstName,
    lastName,
    email: `${name}.${index}@example.${['org', 'com', 'net'][index % 3]}`,
    state: faker.helpers.weightedArrayElement(
      STATES.map(({ code, employment }) => ({ value: code, weight: Math.max(1, employment) })),
    ),
    ...(chance(0.7) && {
      employer: `${ranked(EMPLOYERS)} ${setting === 'hospital' ? 'Medical Center' : 'Laboratories'}`,
    }),
    avoidSameEmployer: chance(0.2),
    setting,
    departments,
    topics: some(topics, 2, 5),
    shift,
    availability: freeBeside(shift),
    meeting: chance(0.9) ? some(['video', 'phone', 'messages'], 1, 3) : ['in-person', 'phone'],
    languages: chance(0.12) ? ['en', 'es'] : ['en'],
    ...(chance(0.7) && { style: { structure: scale(), feedback: scale(), pace: scale() } }),
    about: `I work in ${departments.map((code) => nameOf(DEPARTMENTS, code).toLowerCase()).join(' and ')}. ${ranked(LINES)}`,
    consent: true,
  }
}

/** Free time around the shift: whoever works by day is free in the evening, and some of the weekend. */
function freeBeside(shift: Common['shift']): Slot[] {
  const likely = shift === 'night' || shift === 'evening' ? ['morning', 'afternoon'] : ['evening']
  const free = SLOTS.filter((slot) => {
    const [day = '', block = ''] = slot.split('-')
    if (block === 'night') return chance(0.02)
    return chance(['sat', 'sun'].includes(day) ? 0.25 : likely.includes(block) ? 0.55 : 0.06)
  })
  return free.length ? free : ['sat-morning']
}

const chance = (probability: number): boolean => faker.datatype.boolean({ probability })
const scale = (): number => faker.number.int({ min: 1, max: 5 })

const ranked = <T>(values: Ranked<T>): T =>
  faker.helpers.weightedArrayElement(values.map((value, index) => ({ value, weight: values.length - index })))

function some<T>(values: Ranked<T>, least: number, most: number): T[] {
  const count = faker.number.int({ min: least, max: most })
  const chosen = new Set<T>()
  while (chosen.size < count) chosen.add(ranked(values))
  return [...chosen]
}
