import { Screen } from '../../parts/screen.tsx'
import type { RoomProps } from '../console.tsx'

export const Settings = (_: RoomProps) => <Screen title="Settings" />
