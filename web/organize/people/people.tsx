import './people.css'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Screen } from '../../parts/screen.tsx'
import type { RoomProps } from '../console.tsx'
import type { Listed, Person } from './answers.ts'
import { EditPerson } from './edit-person.tsx'
import { OnePerson } from './one-person.tsx'
import { PeopleList } from './people-list.tsx'

/**
 * Everybody, and one person after the other. The list stays as it was while one of them is looked at, with its filters
 * and its place; it only shows what has become of them since.
 */
export function People({ rest: [id, part] }: RoomProps) {
  const [since, setSince] = useState<ReadonlyMap<string, Listed | 'gone'>>(new Map())
  const wasSeen = useRef(id === undefined)
  if (id === undefined) wasSeen.current = true
  useKeptPlace(id)
  const learn = (profileId: string, now: Person | 'gone') =>
    setSince((before) => (before.get(profileId) === now ? before : new Map(before).set(profileId, now)))
  return (
    <>
      {id === undefined ? (
        <Screen title="People" lead="Everybody who has signed up or was brought in, newest first." />
      ) : part === 'edit' ? (
        <EditPerson key={id} id={id} onChange={(now) => learn(id, now)} />
      ) : (
        <OnePerson key={id} id={id} tab={part ?? ''} onChange={(now) => learn(id, now)} />
      )}
      {wasSeen.current ? (
        <div hidden={id !== undefined}>
          <PeopleList since={since} />
        </div>
      ) : null}
    </>
  )
}

/** Back from somebody, the list is where it was, and the focus on the person whom one comes from. */
function useKeptPlace(id: string | undefined): void {
  const place = useRef(0)
  const last = useRef(id)
  useLayoutEffect(() => {
    if (id !== undefined) return
    const keepPlace = () => {
      place.current = scrollY
    }
    addEventListener('scroll', keepPlace, { passive: true })
    return () => removeEventListener('scroll', keepPlace)
  }, [id])
  useEffect(() => {
    const from = last.current
    last.current = id
    if (id !== undefined || from === undefined) return
    const top = place.current
    // The console goes to the top of each new place first.
    const timer = setTimeout(() => {
      document.getElementById(`person-${from}`)?.focus({ preventScroll: true })
      scrollTo(0, top)
    })
    return () => clearTimeout(timer)
  }, [id])
}
