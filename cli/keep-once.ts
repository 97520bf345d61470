import type { Person } from '../shared/matching/person.ts'

/** Of what has more different values than this, most are there once anyway. */
const MOST = 200_000

/**
 * Answers repeat: fifty states, a few thousand free weeks. Kept once each, a person takes a fraction of the memory, and
 * what matching does not look at takes none. Lists come out sorted, so that their order says nothing.
 */
export function keepOnce(): (person: Person) => Person {
  const state = kept<Person['state']>(itself)
  const setting = kept<Person['setting']>(itself)
  const shift = kept<Person['shift']>(itself)
  const text = kept<string | undefined>((one) => one ?? '')
  const style = kept<Person['style']>((one) => (one ? `${one.structure}${one.feedback}${one.pace}` : ''))
  const departments = keptList<Person['departments'][number]>()
  const topics = keptList<Person['topics'][number]>()
  const availability = keptList<Person['availability'][number]>()
  const meeting = keptList<Person['meeting'][number]>()
  const credentials = keptList<NonNullable<Person['credentials']>[number]>()
  const languages = keptList<string>()

  // One literal: everybody has the same fields in the same order, which V8 stores without their names.
  return (person) => ({
    id: person.id,
    role: person.role === 'mentor' ? 'mentor' : 'mentee',
    email: person.email,
    state: state(person.state),
    timeZone: text(person.timeZone),
    employer: text(person.employer),
    setting: setting(person.setting),
    departments: departments(person.departments),
    topics: topics(person.topics),
    credentials: credentials(person.credentials ?? []),
    pursuing: person.pursuing && credentials([person.pursuing])[0],
    yearsOfExperience: person.yearsOfExperience,
    shift: shift(person.shift),
    availability: availability(person.availability),
    meeting: meeting(person.meeting),
    languages: languages(person.languages ?? ['en']),
    style: style(person.style),
    avoidSameEmployer: person.avoidSameEmployer,
    capacity: person.capacity,
    roundsWaited: person.roundsWaited,
    past: person.past?.toSorted(),
    blocked: person.blocked?.toSorted(),
    pin: person.pin,
  })
}

const itself = (text: string): string => text

function kept<Value>(keyOf: (value: Value) => string) {
  const known = new Map<string, Value>()
  return (value: Value): Value => {
    const key = keyOf(value)
    const before = known.get(key)
    if (before !== undefined) return before
    if (known.size < MOST) known.set(key, value)
    return value
  }
}

function keptList<Code extends string>() {
  const list = kept<Code[]>((codes) => codes.join(';'))
  return (codes: readonly Code[]): Code[] => list(codes.length < 2 ? [...codes] : codes.toSorted())
}
