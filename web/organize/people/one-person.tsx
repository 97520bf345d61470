import { useEffect } from 'preact/hooks'
import { STATES } from '../../../shared/domain/states.ts'
import { nameOf as termName } from '../../../shared/domain/taxonomy.ts'
import { Alert, Loading } from '../../parts/feedback.tsx'
import { Screen } from '../../parts/screen.tsx'
import { NotHere } from '../not-here.tsx'
import { Chip } from '../parts/chip.tsx'
import { Crumbs } from '../parts/crumbs.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { to } from '../place.ts'
import { useLoaded } from '../use-loaded.ts'
import { About } from './about.tsx'
import { Actions } from './actions.tsx'
import { History, Person } from './answers.ts'
import { EventsOf } from './events-of.tsx'
import { LeavingSoon } from './leaving-soon.tsx'
import { MailOf } from './mail-of.tsx'
import { MailTrouble } from './mail-trouble.tsx'
import { MatchesOf } from './matches-of.tsx'
import { NotesOf } from './notes-of.tsx'
import { RoundsOf } from './rounds-of.tsx'
import { nameOf, ROLE_WORDS, seatsOf, statusIn } from './words.ts'

type Props = { id: string; tab: string; onChange: (person: Person | 'gone') => void }

/** One person in one role: what they told us, what has happened with them, and what can be done. */
export function OnePerson({ id, tab, onChange }: Props) {
  const path = `/organizer/profiles/${encodeURIComponent(id)}`
  const { value: person, problem, show, reload } = useLoaded(Person, path)
  const history = useLoaded(History, `${path}/history`)
  useEffect(() => {
    if (person) onChange(person)
  }, [person])
  if (problem?.status === 404) return <NotHere what="person" />
  const way = <Crumbs way={[{ href: to('people'), name: 'People' }]} />
  if (!person) {
    return (
      <>
        {way}
        <Screen title="One person">{problem ? <Alert problem={problem} /> : <Loading />}</Screen>
      </>
    )
  }
  const { value: past } = history
  const again = () => {
    void reload()
    void history.reload()
  }
  const status = statusIn(person.status)
  const tabs = [
    { href: to('people', id), name: 'Profile' },
    { href: to('people', id, 'matches'), name: 'Matches', count: past?.matches.length },
    { href: to('people', id, 'rounds'), name: 'Left out', count: past?.leftOut.length },
    { href: to('people', id, 'mail'), name: 'Mail', count: past?.mails.length },
    { href: to('people', id, 'events'), name: 'Events', count: past?.registrations.length },
    { href: to('people', id, 'notes'), name: 'Notes', count: past?.notes.length },
  ].filter(({ name }) => name !== 'Left out' || person.role === 'mentee')
  return (
    <>
      {way}
      <Screen
        title={nameOf(person)}
        lead={
          <>
            {ROLE_WORDS[person.role]} · {termName(STATES, person.state)} · {seatsOf(person)}{' '}
            <Chip kind={status.kind}>{status.name}</Chip>
          </>
        }
      >
        <MailTrouble person={person} onChange={show} />
        {person.status === 'leaving' ? (
          <LeavingSoon person={person} onChange={show} />
        ) : (
          <Actions
            person={person}
            onChange={show}
            onMail={() => void history.reload()}
            onGone={() => onChange('gone')}
          />
        )}
        <Tabs label="About this person" tabs={tabs} current={tab ? to('people', id, tab) : to('people', id)} />
        {tab === '' ? (
          <About person={person} />
        ) : past ? (
          <Past tab={tab} person={person} past={past} onPast={history.change} onAgain={again} />
        ) : history.problem ? (
          <Alert problem={history.problem} />
        ) : (
          <Loading />
        )}
      </Screen>
    </>
  )
}

type PastProps = {
  tab: string
  person: Person
  past: History
  onPast: (change: (past: History) => History) => void
  /** Something changed that more than this part shows. */
  onAgain: () => void
}

function Past({ tab, person, past, onPast, onAgain }: PastProps) {
  switch (tab) {
    case 'matches':
      return <MatchesOf person={person} matches={past.matches} onEnded={onAgain} />
    case 'rounds':
      return <RoundsOf leftOut={past.leftOut} />
    case 'mail':
      return <MailOf mails={past.mails} onSent={onAgain} />
    case 'events':
      return <EventsOf registrations={past.registrations} />
    case 'notes':
      return (
        <NotesOf
          id={person.profileId}
          notes={past.notes}
          onNotes={(change) => onPast((before) => ({ ...before, notes: change(before.notes) }))}
        />
      )
    default:
      return <p class="card">There is no such part.</p>
  }
}
