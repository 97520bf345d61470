import { Screen } from '../../parts/screen.tsx'
import type { RoomProps } from '../console.tsx'

export const Overview = (_: RoomProps) => <Screen title="Overview" />
