import './import.css'
import { Screen } from '../../parts/screen.tsx'
import type { RoomProps } from '../console.tsx'
import { ChooseFile } from './choose-file.tsx'
import { useImporting } from './importing.ts'
import { OpenList } from './open-list.tsx'

/** A list of people comes in: from a file that somebody has to people who are stored. */
export function Import(_: RoomProps) {
  const { file, reading } = useImporting()
  return (
    <Screen
      title="Import people"
      lead="From Google Forms, Excel or another system. Nothing is stored before you have seen what would happen."
    >
      {file && reading ? <OpenList name={file.name} reading={reading} /> : <ChooseFile />}
    </Screen>
  )
}
