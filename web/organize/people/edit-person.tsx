import { useState } from 'preact/hooks'
import { valuesOf } from '../../form/values.ts'
import { Alert, Loading } from '../../parts/feedback.tsx'
import { Screen } from '../../parts/screen.tsx'
import { NotHere } from '../not-here.tsx'
import { useNotices } from '../notices.tsx'
import { Crumbs } from '../parts/crumbs.tsx'
import { go, to } from '../place.ts'
import { useLoaded } from '../use-loaded.ts'
import { Person } from './answers.ts'
import { ChooseBetween } from './choose-between.tsx'
import { EditForm, type Typed } from './edit-form.tsx'
import { nameOf } from './words.ts'

type Props = { id: string; onChange: (person: Person) => void }

/**
 * Corrects what somebody told us. Has somebody else changed it meanwhile, both are shown side by side, and nothing that
 * either of the two typed is lost.
 */
export function EditPerson({ id, onChange }: Props) {
  const { value, problem } = useLoaded(Person, `/organizer/profiles/${encodeURIComponent(id)}`)
  /** What the form begins with: the profile as it was, and what was typed since. */
  const [typed, setTyped] = useState<Typed>()
  const [clash, setClash] = useState<Typed & { now: Person }>()
  const say = useNotices()
  if (problem?.status === 404) return <NotHere what="person" />
  const saved = (person: Person, changed: boolean) => {
    onChange(person)
    say({ words: changed ? `What you changed of ${nameOf(person)} is saved.` : 'Nothing was different.' })
    go('people', id)
  }
  const start = typed ?? (value && { person: value, values: valuesOf(value) })
  return (
    <>
      <Crumbs way={[{ href: to('people', id), name: value ? nameOf(value) : 'Back' }]} />
      <Screen
        title={value ? `Edit ${nameOf(value)}` : 'Edit somebody'}
        lead="The next round uses it. Open introductions stay as they are, and the address stays what they confirmed."
      >
        {clash ? (
          <ChooseBetween
            {...clash}
            onSaved={saved}
            onClash={(now) => setClash({ ...clash, now })}
            onBack={(values) => {
              setTyped({ person: clash.now, values })
              setClash(undefined)
            }}
          />
        ) : start ? (
          <EditForm
            start={start}
            onSaved={saved}
            onClash={(values, now) => setClash({ person: start.person, values, now })}
            onCancel={() => go('people', id)}
          />
        ) : problem ? (
          <Alert problem={problem} />
        ) : (
          <Loading />
        )}
      </Screen>
    </>
  )
}
