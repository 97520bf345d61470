import { Screen } from '../../parts/screen.tsx'
import type { RoomProps } from '../console.tsx'

export const People = (_: RoomProps) => <Screen title="People" />
