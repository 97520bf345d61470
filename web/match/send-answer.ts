import type { MatchAnswer } from '../../shared/domain/match.ts'
import { Answered, type MyMatch } from '../answers.ts'
import { type Answer, ask } from '../api.ts'

/** Called with what was answered, and how the match stands since. */
export type OnAnswered = (answer: MatchAnswer['answer'], status: MyMatch['status']) => void

export const sendAnswer = (match: MyMatch, token: string, body: MatchAnswer): Promise<Answer<Answered>> =>
  ask(Answered, { method: 'POST', path: `/matches/${encodeURIComponent(match.matchId)}/answer`, token, body })
