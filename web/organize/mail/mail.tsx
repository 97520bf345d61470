import { Alert } from '../../parts/feedback.tsx'
import { Screen } from '../../parts/screen.tsx'
import type { RoomProps } from '../console.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { to } from '../place.ts'
import { useLoaded } from '../use-loaded.ts'
import { Kinds } from './answers.ts'
import { EditWords } from './edit-words.tsx'
import { KindList } from './kind-list.tsx'
import { Log } from './log.tsx'
import './mail.css'

/** What went out and what became of it; and the words that go out. */
export function Mail({ rest: [part, kind] }: RoomProps) {
  const { value, problem } = useLoaded(Kinds, '/organizer/words')
  const kinds = value?.items
  if (part === 'words' && kind) return <EditWords kind={kind} />
  const tabs = [
    { href: to('mail'), name: 'What went out' },
    { href: to('mail', 'words'), name: 'The words' },
  ]
  return part === 'words' ? (
    <Screen title="The words of each e-mail">
      <Tabs label="Mail" tabs={tabs} current={to('mail', 'words')} />
      {kinds || !problem ? <KindList kinds={kinds} /> : <Alert problem={problem} />}
    </Screen>
  ) : (
    <Screen title="Mail">
      <Tabs label="Mail" tabs={tabs} current={to('mail')} />
      <Log kinds={kinds ?? []} />
    </Screen>
  )
}
