import type { RoomProps } from '../console.tsx'
import { OneRound } from './one-round.tsx'
import { RoundList } from './round-list.tsx'
import './rounds.css'

/** `rounds`, or `rounds/<id>` with one of its parts, such as `rounds/<id>/pairs`. */
export const Rounds = ({ rest: [roundId, ...rest] }: RoomProps) =>
  roundId === undefined ? <RoundList /> : <OneRound key={roundId} roundId={roundId} rest={rest} />
