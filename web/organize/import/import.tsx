import { Screen } from '../../parts/screen.tsx'
import type { RoomProps } from '../console.tsx'

export const Import = (_: RoomProps) => <Screen title="Import" />
