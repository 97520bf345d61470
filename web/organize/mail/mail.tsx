import { Screen } from '../../parts/screen.tsx'
import type { RoomProps } from '../console.tsx'

export const Mail = (_: RoomProps) => <Screen title="Mail" />
