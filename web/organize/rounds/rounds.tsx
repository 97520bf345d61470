import { Screen } from '../../parts/screen.tsx'
import type { RoomProps } from '../console.tsx'

export const Rounds = (_: RoomProps) => <Screen title="Rounds" />
