import { Alert, Button, Loading } from '../../parts/feedback.tsx'
import { Screen } from '../../parts/screen.tsx'
import { ago, figure, many, sum } from '../parts/counted.ts'
import { Figures } from '../parts/figures.tsx'
import { momentHere } from '../parts/times.ts'
import { useLoaded } from '../use-loaded.ts'
import { Programme } from './answers.ts'
import { balanceInWords, seatsHint } from './balance.ts'
import { Charts } from './charts.tsx'
import { NeedsAHand } from './needs-a-hand.tsx'
import { NewProgramme } from './new-programme.tsx'
import { NextEvents, NextRound } from './next.tsx'
import { PeopleByStatus } from './people-by-status.tsx'
import { PeopleLink } from './people-link.tsx'
import './overview.css'

const NOT_COUNTED = 503
const COME_BACK =
  'So many people are counted once an hour, and the first count is not over yet. Please come back later.'

/** How the programme is, on one page: what needs a hand first, charts last. */
export function Overview() {
  const { value, problem, reload } = useLoaded(Programme, '/organizer/overview')
  const isEmpty = value && sum(Object.values(value.people).flatMap(Object.values)) === 0
  return (
    <Screen title="Overview">
      <Alert problem={problem && (problem.status === NOT_COUNTED ? { ...problem, sentence: COME_BACK } : problem)} />
      {value || problem ? null : <Loading />}
      {isEmpty ? <NewProgramme /> : null}
      {value && !isEmpty ? <AtAGlance {...value} /> : null}
      {value || problem ? (
        <div class="as-of">
          {value ? <AsOf asOf={value.asOf} /> : null}
          <Button kind="quiet" onClick={reload}>
            Look again
          </Button>
        </div>
      ) : null}
      {value ? (
        <>
          {isEmpty ? null : <NeedsAHand needs={value.needsAHand} />}
          <div class="side-by-side">
            <NextRound {...value} />
            <NextEvents {...value} />
            {isEmpty ? null : <PeopleByStatus {...value} />}
          </div>
        </>
      ) : null}
      {value && !isEmpty ? <Charts {...value} /> : null}
    </Screen>
  )
}

function AtAGlance({ people, waiting, seats }: Programme) {
  const balance = { waiting, free: seats.free }
  return (
    <>
      <p class="lead">{balanceInWords(balance)}</p>
      <Figures
        figures={[
          { name: 'Mentees without a mentor', value: figure(waiting), hint: 'ready for a round' },
          { name: 'Free seats', value: figure(seats.free), hint: seatsHint(balance) },
          { name: 'Pairs now', value: figure(seats.taken), hint: 'seats taken' },
          { name: 'Active mentors', value: <ActivePeople who="mentor" people={people} /> },
          { name: 'Active mentees', value: <ActivePeople who="mentee" people={people} /> },
        ]}
      />
    </>
  )
}

const ActivePeople = ({ who, people }: { who: 'mentor' | 'mentee'; people: Programme['people'] }) => {
  const count = people[who]?.active ?? 0
  return (
    <PeopleLink filters={{ role: who, status: 'active' }} label={many(count, `active ${who}`)}>
      {figure(count)}
    </PeopleLink>
  )
}

const AsOf = ({ asOf }: { asOf: string }) => (
  <p class="hint">
    People and pairs as counted {ago(asOf, new Date())}, {momentHere(asOf)}. Rounds and events as they are now.
  </p>
)
