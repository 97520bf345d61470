import { Alert, Loading } from '../../parts/feedback.tsx'
import { Screen } from '../../parts/screen.tsx'
import type { RoomProps } from '../console.tsx'
import { Fixed } from './fixed.tsx'
import { History } from './history.tsx'
import './settings.css'
import { SettingsForm } from './settings-form.tsx'
import { useSettings } from './use-settings.ts'

/** What may change while the programme runs, what may not, and who changed what. */
export function Settings(_: RoomProps) {
  const { value, problem } = useSettings()
  return (
    <Screen title="Settings" lead="They hold from the next round and the next e-mail on.">
      <Alert problem={problem} />
      {value ? (
        <>
          <SettingsForm current={value} />
          <History version={value.version} />
          <Fixed fixed={value.fixed} />
        </>
      ) : problem ? null : (
        <Loading />
      )}
    </Screen>
  )
}
