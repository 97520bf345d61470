import { Screen } from '../../parts/screen.tsx'
import type { RoomProps } from '../console.tsx'

export const Audit = (_: RoomProps) => <Screen title="Audit" />
