import { Alert, Loading } from '../../parts/feedback.tsx'
import { Screen } from '../../parts/screen.tsx'
import type { RoomProps } from '../console.tsx'
import { useLoaded } from '../use-loaded.ts'
import { Settings as Answer } from './answers.ts'
import { Fixed } from './fixed.tsx'
import { History } from './history.tsx'
import './settings.css'
import { SettingsForm } from './settings-form.tsx'

/** What may change while the programme runs, what may not, and who changed what. */
export function Settings(_: RoomProps) {
  const { value, problem, show } = useLoaded(Answer, '/organizer/settings')
  return (
    <Screen title="Settings" lead="They hold from the next round and the next e-mail on.">
      <Alert problem={problem} />
      {value ? (
        <>
          <SettingsForm current={value} onSave={show} />
          <History version={value.version} />
          <Fixed fixed={value.fixed} />
        </>
      ) : problem ? null : (
        <Loading />
      )}
    </Screen>
  )
}
