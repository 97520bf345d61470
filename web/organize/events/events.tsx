import { Screen } from '../../parts/screen.tsx'
import type { RoomProps } from '../console.tsx'

export const Events = (_: RoomProps) => <Screen title="Events" />
